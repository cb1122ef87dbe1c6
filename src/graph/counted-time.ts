import { type Rational, ZERO } from '../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../calendar/duration.ts'
import type { Condition } from '../model/condition.ts'
import type { FlowGraph, FlowNode } from './flow-graph.ts'

/**
 * From where a path counts: over all listed steps, as guides count (自申请起), or from the day after acceptance, as the
 * statute counts (自受理起).
 */
export type CountFrom = 'application' | 'acceptance'

/** One length that a node can have, and when: the first of a node's lengths whose condition holds counts. */
interface TimeChoice {
  readonly when: Condition | undefined
  /** Unit: workdays. */
  readonly workdays: Rational
}

/** What a node adds to the counted time (计入的用时). */
export interface CountedTime {
  /** False for choices, for what does not count (不计入, 另计 …) and for what comes before the count begins: length 0, not named. */
  readonly counted: boolean
  /** Empty where the node has no limit: it counts 0 and the sum is a lower bound. */
  readonly lengths: readonly TimeChoice[]
}

/** The counted time of every node, by id. */
export function countedTimes(graph: FlowGraph, conversion: Conversion, countFrom: CountFrom): readonly CountedTime[] {
  const before = countFrom === 'acceptance' ? beforeAcceptance(graph) : undefined
  return graph.nodes.map((node, id) => {
    const counted = before?.has(id) !== true && isCounted(node)
    return { counted, lengths: counted ? lengthsOf(node, conversion) : [] }
  })
}

/** True for a node whose time runs on the main clock: a step or procedure that is 计入 (or 重新计算, which counts again). */
function isCounted(node: FlowNode): boolean {
  return node.kind !== 'choice' && (node.clock === 'counted' || node.clock === 'restarted')
}

function lengthsOf(node: FlowNode, conversion: Conversion): readonly TimeChoice[] {
  const lengths: TimeChoice[] = []
  for (const { limit, when } of node.limits) {
    lengths.push({ when, workdays: convertToWorkdays(limit, conversion) ?? ZERO })
    if (when === undefined) break
  }
  return lengths
}

/**
 * The nodes whose time lies before the day after acceptance: those that only accept, and all that comes before a step
 * of the stage 受理. A step that accepts and does more (即办) counts in full, since its parts are not timed apart.
 */
function beforeAcceptance(graph: FlowGraph): ReadonlySet<number> {
  const before = new Set<number>()
  const { inStart, inEdge, source } = graph.edges
  for (let id = graph.nodes.length - 1; id >= 0; id--) {
    const stages = graph.nodes[id]?.stages ?? []
    const accepts = stages.includes('acceptance')
    if (accepts && stages.length === 1) before.add(id)
    if (!accepts && !before.has(id)) continue
    for (let i = inStart[id] ?? 0; i < (inStart[id + 1] ?? 0); i++) before.add(source[inEdge[i] ?? 0] ?? 0)
  }
  return before
}

/** Counted steps and special procedures without a limit that can be counted: they count 0, so a path is a lower bound. */
export function findUntimed(graph: FlowGraph): readonly FlowNode[] {
  return graph.nodes.filter((node) => isCounted(node) && node.limits.every(({ limit }) => limit.unit === 'unlimited'))
}
