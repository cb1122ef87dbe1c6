import { type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { branchConditions, type Reachability } from './reachability.ts'
import type { SituationWitness } from './situation.ts'
import type { SituationSpace } from './situation-space.ts'

/** A node that runs in no situation (走不到), and why. */
export interface NeverRuns {
  readonly node: number
  /**
   * `condition`: its own 当 never holds where the node is reached; `way`: it is reached by no living edge;
   * `before`: only because what it follows never lives either, which is reported by itself.
   */
  readonly because: 'condition' | 'way' | 'before'
}

/** Steps and special procedures that are proven to run in no situation. Decided exactly; nothing is reported on a guess. */
export function findNeverRunning(graph: FlowGraph, reachability: Reachability): readonly NeverRuns[] {
  const found: NeverRuns[] = []
  graph.nodes.forEach((node, id) => {
    if (node.kind === 'choice' || reachability.runs[id] !== NEVER) return
    if (reachability.reached[id] !== NEVER) {
      found.push({ node: id, because: 'condition' })
      return
    }
    const { inStart, inEdge, source } = graph.edges
    const sources = inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => source[edge] ?? 0)
    const deadBefore = sources.length > 0 && sources.every((before) => reachability.reached[before] === NEVER)
    found.push({ node: id, because: deadBefore ? 'before' : 'way' })
  })
  return found
}

/** What a choice leaves open: nothing, a situation in which no branch is taken, or what could not be decided. */
export type Coverage =
  | { readonly kind: 'covered' }
  | { readonly kind: 'uncovered'; readonly witness: SituationWitness }
  | { readonly kind: 'undecided' }

/** Whether the branches of a 分流 cover every situation that reaches it (分流是否完备). */
export function coverageOf(
  graph: FlowGraph,
  space: SituationSpace,
  reachability: Reachability,
  choice: number,
): Coverage {
  const reached = reachability.reached[choice] ?? NEVER
  const open = space.store.and(reached, branchConditions(graph, space, choice).none)
  if (open === NEVER) return { kind: 'covered' }
  const witness = space.witnessOf(open)
  return witness === undefined ? { kind: 'undecided' } : { kind: 'uncovered', witness }
}

/** The branches of a choice that are proven to be taken in no situation, because earlier ones take all (轮不到的分支). */
export function findUntakenBranches(
  graph: FlowGraph,
  space: SituationSpace,
  reachability: Reachability,
  choice: number,
): readonly number[] {
  const reached = reachability.reached[choice] ?? NEVER
  if (reached === NEVER) return []
  return branchConditions(graph, space, choice).taken.flatMap((taken, branch) =>
    space.store.and(reached, taken) === NEVER ? [branch] : [],
  )
}

/** A situation in which two branches of a choice both hold (分支重叠); undefined when none is proven to exist. */
export function overlapOf(
  graph: FlowGraph,
  space: SituationSpace,
  reachability: Reachability,
  choice: number,
  branches: readonly [number, number],
): SituationWitness | undefined {
  const conditions = branches.map((branch) => graph.nodes[choice]?.branches[branch]?.when)
  const sets = conditions.map((when) => (when === undefined ? NEVER : space.diagramOf(when)))
  return space.witnessOf(sets.reduce(space.store.and, reachability.reached[choice] ?? NEVER))
}

/**
 * A situation in which the case comes to an end without 产出 and without 终止 (办不出结果): every step that would have
 * given a result is passed over. Dead ends and uncovered choices are left out, because they are reported by themselves.
 */
export function findResultless(
  graph: FlowGraph,
  space: SituationSpace,
  reachability: Reachability,
): SituationWitness | undefined {
  const { store } = space
  let ended: Diagram = NEVER
  graph.nodes.forEach((node, id) => {
    if (node.kind === 'choice') {
      const open = store.and(reachability.reached[id] ?? NEVER, branchConditions(graph, space, id).none)
      ended = store.or(ended, open)
    } else if (node.kind === 'step') {
      const last = graph.edges.outStart[id] === graph.edges.outStart[id + 1]
      if (last || node.terminates || node.outputs.length > 0) ended = store.or(ended, reachability.runs[id] ?? NEVER)
    }
  })
  return space.witnessOf(store.not(ended))
}
