import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { childAt } from './text/child-at.ts'
import { isUnused } from './unread-lines.ts'

/** The parts of a matter as the author writes them. */
const WRITTEN_AREAS = [
  'properties',
  'facts',
  'requirements',
  'materials',
  'flow',
  'limits',
  'targets',
  'measures',
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
  ['measure', 'measures'],
  ['fee', 'fees'],
  ['output', 'outputs'],
  ['decisionTable', 'decisions'],
  ['scenario', 'scenarios'],
  ['waiver', 'materials'],
  ['adjustment', 'flow'],
  ['merger', 'flow'],
])

/**
 * Finds the parts of a matter in which errors were found (存疑的部分). Checks that draw conclusions from them stay silent:
 * one mistake of the author shall give one finding.
 */
export function findDoubt(matter: SyntaxNode, findings: readonly Diagnostic[]): Set<Area> {
  const areas = new Set<Area>()
  for (const finding of findings) {
    if (finding.severity !== 'error') continue
    const { start } = finding.labels[0].origin.span
    if (isUnused(finding) && !isInside(matter, start)) return new Set(WRITTEN_AREAS)
    areas.add(areaAt(matter, start))
  }
  return areas
}

function areaAt(matter: SyntaxNode, offset: number): WrittenArea {
  return AREAS.get(childAt(matter, offset)?.construct ?? '') ?? 'properties'
}

/** True where more of the same part follows: what stands there belongs to that part, whatever it was meant to be. */
function isInside(matter: SyntaxNode, offset: number): boolean {
  for (let node = childAt(matter, offset); node !== undefined; node = node.children.at(-1)) {
    if (node.keyword.start > offset) return true
  }
  return false
}
