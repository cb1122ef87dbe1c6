import type { DiagnosticCode } from '../diagnostics/catalogue.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowProblem } from '../graph/flow-problem.ts'
import type { SyntaxNode } from '../syntax/tree.ts'

/** The parts of a matter that checks draw conclusions from (检查所依据的部分). */
export type Area =
  | 'properties'
  | 'facts'
  | 'requirements'
  | 'materials'
  | 'flow'
  | 'limits'
  | 'targets'
  | 'fees'
  | 'outputs'
  /** The flow as drawn: false where the drawing had to leave something out. */
  | 'drawing'

/** Where each line directly under 事项 belongs; all others are properties. */
const AREAS: ReadonlyMap<string, Area> = new Map([
  ['facts', 'facts'],
  ['situation', 'facts'],
  ['requirements', 'requirements'],
  ['materials', 'materials'],
  ['steps', 'flow'],
  ['supplement', 'flow'],
  ['specialProcedure', 'flow'],
  ['extension', 'flow'],
  ['statutoryLimit', 'limits'],
  ['promisedLimit', 'limits'],
  ['targets', 'targets'],
  ['fee', 'fees'],
  ['output', 'outputs'],
])

/** What the end of a flow looks like says nothing about how it was drawn. */
const ENDS: ReadonlySet<FlowProblem['kind']> = new Set(['deadEnd', 'branchWithoutEnd'])

/** Lines that were not used at all: what they would have said may belong anywhere. */
const UNUSED_LINE: ReadonlySet<DiagnosticCode> = new Set(['ZW1001', 'ZW1004', 'ZW1005', 'ZW2001', 'ZW2003'])

/** What cannot be relied upon, because something in it is wrong already. */
export interface Doubt {
  readonly isIn: (area: Area) => boolean
}

/**
 * Finds the parts of a matter in which errors were found (存疑的部分). Checks that draw conclusions from them stay silent:
 * one mistake of the author shall give one finding.
 */
export function findDoubt(
  matter: SyntaxNode,
  findings: readonly Diagnostic[],
  problems: readonly FlowProblem[],
): Doubt {
  const areas = new Set<Area>()
  if (problems.some(({ kind }) => !ENDS.has(kind))) areas.add('drawing')
  for (const { code, severity, labels } of findings) {
    if (severity !== 'error') continue
    if (UNUSED_LINE.has(code)) return { isIn: () => true }
    areas.add(areaAt(matter, labels[0].origin.span.start))
  }
  return { isIn: (area) => areas.has(area) }
}

function areaAt(matter: SyntaxNode, offset: number): Area {
  const part = matter.children.findLast(({ keyword }) => keyword.start <= offset)
  return AREAS.get(part?.construct ?? '') ?? 'properties'
}
