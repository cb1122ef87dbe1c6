import { createEvaluator } from './evaluate-condition.ts'
import type { Facts } from './fact-value.ts'
import { type FlowGraph, NO_BRANCH } from './flow-graph.ts'

/**
 * What becomes of a node: it runs (办理), is passed over because its 当 does not hold (跳过), is dead because no way leads
 * to it (不经过), is blocked because its own condition is 待定, or waits for an edge that is not resolved yet.
 */
export type NodeOutcome = 'run' | 'passedOver' | 'dead' | 'blocked' | 'waiting'

/** The course of a flow for one case (流程走向). */
export interface FlowRun {
  /** By node id. */
  readonly outcomes: readonly NodeOutcome[]
  /** Facts that blocked nodes wait for; empty when everything is resolved. */
  readonly neededFacts: readonly string[]
}

/** `ended`: dead because the case has come to its end upstream. */
type EdgeState = 'alive' | 'dead' | 'ended' | 'open'

/**
 * Resolves every edge once, alive or dead, in the order of the nodes (dead-path elimination).
 * A node waits until all incoming edges are resolved; if none is alive it is dead and so are its outgoing edges.
 * If any is alive it runs or is passed over, and its outgoing edges are alive.
 * A 分流 makes the edges of the first branch that holds alive and the rest dead.
 * A step with 终止 that runs ends the case: its outgoing edges are dead, and so is whatever waits for it, by other ways too.
 *
 * Invariant: with every fact known, each node ends as run, passedOver or dead: no flow gets stuck.
 * Time plays no part: what stands beside a step with 终止 and may be cancelled by it counts as run.
 */
export function runFlow(graph: FlowGraph, facts: Facts): FlowRun {
  const { nodes, edges } = graph
  const evaluator = createEvaluator(graph.situations, facts)
  const states: EdgeState[] = []
  const outcomes: NodeOutcome[] = []
  const needed = new Set<string>()
  nodes.forEach((node, id) => {
    const arrived = arrival(id)
    const decided = arrived === undefined ? own(id) : arrived === 'ended' ? 'dead' : arrived
    const taken = node.kind === 'choice' && decided === 'run' ? chooseBranch(id) : NO_BRANCH
    const outcome = taken === undefined ? 'blocked' : decided
    outcomes.push(outcome)
    const ended = arrived === 'ended' || (outcome === 'run' && node.terminates)
    for (let edge = edges.outStart[id] ?? 0; edge < (edges.outStart[id + 1] ?? 0); edge++) {
      states[edge] = ended ? 'ended' : leaving(outcome, edges.branch[edge] ?? NO_BRANCH, taken)
    }
  })
  return { outcomes, neededFacts: [...needed] }

  /** What the incoming edges alone decide. */
  function arrival(id: number): NodeOutcome | 'ended' | undefined {
    const start = edges.inStart[id] ?? 0
    const end = edges.inStart[id + 1] ?? 0
    let alive = start === end
    let ended = false
    for (let i = start; i < end; i++) {
      const state = states[edges.inEdge[i] ?? 0]
      if (state === 'open') return 'waiting'
      alive ||= state === 'alive'
      ended ||= state === 'ended'
    }
    return ended ? 'ended' : alive ? undefined : 'dead'
  }

  function own(id: number): NodeOutcome {
    const when = nodes[id]?.when
    if (when === undefined) return 'run'
    const truth = evaluator.truthOf(when)
    if (truth !== 'unknown') return truth === 'yes' ? 'run' : 'passedOver'
    for (const fact of evaluator.neededFor(when)) needed.add(fact)
    return 'blocked'
  }

  /** The index of the first branch that holds, NO_BRANCH when none does, undefined while that is 待定. */
  function chooseBranch(id: number): number | undefined {
    const branches = nodes[id]?.branches ?? []
    for (const [index, branch] of branches.entries()) {
      const truth = branch.when === undefined ? 'yes' : evaluator.truthOf(branch.when)
      if (truth === 'yes') return index
      if (branch.when === undefined || truth === 'no') continue
      for (const fact of evaluator.neededFor(branch.when)) needed.add(fact)
      return undefined
    }
    return NO_BRANCH
  }
}

function leaving(outcome: NodeOutcome, branch: number, taken: number | undefined): EdgeState {
  if (outcome === 'dead') return 'dead'
  if (outcome === 'blocked' || outcome === 'waiting') return 'open'
  return branch === NO_BRANCH || branch === taken ? 'alive' : 'dead'
}
