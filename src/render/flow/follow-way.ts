import { createEvaluator } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import { type NodeOutcome, runFlow } from '../../graph/run-flow.ts'
import type { WayState } from './picture.ts'

/** The way of one case through a flow (走过的路). */
export interface FlowWay {
  /** Undefined where nothing is known of a case. */
  readonly outcomes: readonly NodeOutcome[] | undefined
  readonly nodes: readonly WayState[]
  readonly edges: readonly WayState[]
}

const STATES: Readonly<Record<NodeOutcome, WayState>> = {
  run: 'taken',
  passedOver: 'untaken',
  dead: 'untaken',
  blocked: 'open',
  waiting: 'open',
}

/** Follows the way that a case with these facts takes; without facts all ways are alike. */
export function followWay(graph: FlowGraph, given: Facts | undefined): FlowWay {
  const { nodes, edges } = graph
  if (given === undefined) {
    return { outcomes: undefined, nodes: nodes.map(() => 'plain'), edges: edges.source.map(() => 'plain') }
  }
  const { outcomes } = runFlow(graph, given)
  const { truthOf } = createEvaluator(graph.situations, given)
  const chosen = nodes.map(({ branches }) =>
    branches.findIndex(({ when }) => when === undefined || truthOf(when) === 'yes'),
  )
  return {
    outcomes,
    nodes: outcomes.map((outcome) => STATES[outcome]),
    edges: edges.source.map((source, edge) => {
      const from = outcomes[source] ?? 'dead'
      const to = outcomes[edges.target[edge] ?? 0] ?? 'dead'
      const branch = edges.branch[edge] ?? NO_BRANCH
      if (from === 'dead' || to === 'dead') return 'untaken'
      if (from === 'blocked' || from === 'waiting') return 'open'
      if (from === 'run' && nodes[source]?.terminates === true) return 'untaken'
      return branch === NO_BRANCH || branch === chosen[source] ? 'taken' : 'untaken'
    }),
  }
}

/** What stands for several lines is taken where one of them is. */
export function jointState(states: readonly WayState[]): WayState {
  return (['taken', 'open', 'plain'] as const).find((state) => states.includes(state)) ?? 'untaken'
}
