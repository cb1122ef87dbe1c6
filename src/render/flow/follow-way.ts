import { createEvaluator } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'
import { type NodeOutcome, runFlow } from '../../graph/run-flow.ts'
import { findBypassed } from './find-bypassed.ts'
import type { WayState } from './picture.ts'

/** The way of one case through a flow (走过的路). */
export interface FlowWay {
  /** Undefined where nothing is known of a case. */
  readonly outcomes: readonly NodeOutcome[] | undefined
  readonly nodes: readonly WayState[]
  /** Whether the way leads past a node: also where it is passed over and nothing else leads on. */
  readonly passes: readonly WayState[]
  readonly edges: readonly WayState[]
}

const STATES: Readonly<Record<NodeOutcome, WayState>> = {
  run: 'taken',
  passedOver: 'untaken',
  dead: 'untaken',
  blocked: 'open',
  waiting: 'open',
}

/**
 * Follows the way that a case with these facts takes; without facts all ways are alike. Where the way leads around a step that is
 * passed over, lines to it and from it are not taken; where it is the only way on, they are, so that no way breaks off.
 */
export function followWay(graph: FlowGraph, given: Facts | undefined): FlowWay {
  const { nodes, edges } = graph
  if (given === undefined) {
    const plain = nodes.map((): WayState => 'plain')
    return { outcomes: undefined, nodes: plain, passes: plain, edges: edges.source.map(() => 'plain') }
  }
  const { outcomes } = runFlow(graph, given)
  const { truthOf } = createEvaluator(graph.situations, given)
  const chosen = nodes.map(({ branches }) =>
    branches.findIndex(({ when }) => when === undefined || truthOf(when) === 'yes'),
  )
  const isAlive = (edge: number) => {
    const source = edges.source[edge] ?? 0
    const branch = edges.branch[edge] ?? NO_BRANCH
    return nodes[source]?.terminates !== true && (branch === NO_BRANCH || branch === chosen[source])
  }
  const isBypassed = findBypassed(graph, outcomes, isAlive)
  const isLast = (id: number) => edges.outStart[id] === edges.outStart[id + 1]
  const endsElsewhere = outcomes.some(
    (outcome, id) => outcome === 'run' && (isLast(id) || nodes[id]?.terminates === true),
  )
  const passes = outcomes.map((outcome) => STATES[outcome])
  const states = edges.source.map((): WayState => 'untaken')
  // From the end, since what is passed over is on the way where something behind it is.
  for (let id = nodes.length - 1; id >= 0; id--) {
    const isPassedOver = outcomes[id] === 'passedOver'
    for (let edge = edges.outStart[id] ?? 0; edge < (edges.outStart[id + 1] ?? 0); edge++) {
      const target = edges.target[edge] ?? 0
      const state = isBypassed(edge) ? 'untaken' : (passes[target] ?? 'untaken')
      states[edge] = edgeState(edge, id, state)
    }
    if (isPassedOver) passes[id] = passingState(id)
  }
  return { outcomes, nodes: outcomes.map(nodeState), passes, edges: states }

  /** What does not apply is not done, even where nobody knows yet whether the way comes to it. */
  function nodeState(outcome: NodeOutcome, id: number): WayState {
    const when = nodes[id]?.when
    return outcome === 'waiting' && when !== undefined && truthOf(when) === 'no' ? 'untaken' : STATES[outcome]
  }

  function edgeState(edge: number, source: number, state: WayState): WayState {
    const outcome = outcomes[source]
    if (state === 'untaken' || outcome === 'dead') return 'untaken'
    if (outcome === 'blocked' || outcome === 'waiting') return 'open'
    return outcome === 'run' && !isAlive(edge) ? 'untaken' : state
  }

  function passingState(id: number): WayState {
    if (isLast(id)) return endsElsewhere ? 'untaken' : 'taken'
    return jointState(states.slice(edges.outStart[id], edges.outStart[id + 1]))
  }
}

/** What stands for several lines is taken where one of them is. */
export function jointState(states: readonly WayState[]): WayState {
  return (['taken', 'open', 'plain'] as const).find((state) => states.includes(state)) ?? 'untaken'
}
