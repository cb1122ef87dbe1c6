import type { DiagnosticCode } from '../diagnostics/catalogue.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../syntax/tree.ts'

/** The parts of a matter as the author writes them. */
const WRITTEN_AREAS = [
  'properties',
  'facts',
  'requirements',
  'materials',
  'flow',
  'limits',
  'targets',
  'fees',
  'outputs',
  'decisions',
  'scenarios',
] as const

type WrittenArea = (typeof WRITTEN_AREAS)[number]

/**
 * What checks draw conclusions from (检查所依据的部分): a part of the matter as written, the flow as drawn (`drawing`),
 * and what can happen in it (`course`).
 */
export type Area = WrittenArea | 'drawing' | 'course'

/** Where each line directly under 事项 belongs; all others are properties. */
const AREAS: ReadonlyMap<string, WrittenArea> = new Map<string, WrittenArea>([
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
  ['decisionTable', 'decisions'],
  ['scenario', 'scenarios'],
  ['waiver', 'materials'],
  ['adjustment', 'flow'],
  ['merger', 'flow'],
])

/** Lines that were not used at all: what they would have said may belong anywhere. */
const UNUSED_LINE: ReadonlySet<DiagnosticCode> = new Set(['ZW1001', 'ZW1004', 'ZW1005', 'ZW2001', 'ZW2003'])

/**
 * Finds the parts of a matter in which errors were found (存疑的部分). Checks that draw conclusions from them stay silent:
 * one mistake of the author shall give one finding.
 */
export function findDoubt(matter: SyntaxNode, findings: readonly Diagnostic[]): Set<Area> {
  const areas = new Set<Area>()
  for (const { code, severity, labels } of findings) {
    if (severity !== 'error') continue
    if (UNUSED_LINE.has(code)) return new Set(WRITTEN_AREAS)
    areas.add(areaAt(matter, labels[0].origin.span.start))
  }
  return areas
}

function areaAt(matter: SyntaxNode, offset: number): WrittenArea {
  const part = matter.children.findLast(({ keyword }) => keyword.start <= offset)
  return AREAS.get(part?.construct ?? '') ?? 'properties'
}
