import { add, type Rational, ZERO } from '../base/rational.ts'
import type { Condition } from '../model/condition.ts'
import type { CountedTime } from './counted-time.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { SituationWitness } from './situation.ts'

/** One step on a path with the time it takes there. */
export interface PathStep {
  readonly node: number
  readonly name: string
  /** Unit: workdays. */
  readonly workdays: Rational
}

/** The longest time that a flow can take, and the steps that make it. */
export interface PathResult {
  /** Unit: workdays. */
  readonly workdays: Rational
  /** The counted steps in the order they run. */
  readonly steps: readonly PathStep[]
  /** True when some situation really takes that long; false for an upper bound. */
  readonly exact: boolean
  /** What must hold for it to take so long; null when it does so in every situation (or for an upper bound). */
  readonly situation: SituationWitness | null
}

/** A node of a path with the time it was given; without `workdays` it is passed over there. */
export interface Visit {
  readonly node: number
  readonly workdays: Rational | undefined
}

/** Names the counted steps among the visited nodes and adds up their time. */
export function pathResult(
  graph: FlowGraph,
  times: readonly CountedTime[],
  visits: readonly Visit[],
  situation: SituationWitness | null,
  exact: boolean,
): PathResult {
  const steps: PathStep[] = []
  let sum = ZERO
  for (const { node, workdays } of visits) {
    if (workdays === undefined || times[node]?.counted !== true) continue
    steps.push({ node, name: graph.nodes[node]?.name ?? '', workdays })
    sum = add(sum, workdays)
  }
  return { workdays: sum, steps, exact, situation: situation?.parts.length === 0 ? null : situation }
}

/** True when nothing in the flow depends on the case: no 当, no 分流, no 终止, no 时限 by situation. */
export function isUnconditional(graph: FlowGraph): boolean {
  return graph.nodes.every(
    (node) =>
      node.when === undefined &&
      node.kind !== 'choice' &&
      !node.terminates &&
      node.limits.every((limit: { readonly when?: Condition }) => limit.when === undefined),
  )
}
