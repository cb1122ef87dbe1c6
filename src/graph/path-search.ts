import { add, compare, type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type NodeMode, nodeModes } from './node-modes.ts'
import type { Visit } from './path-result.ts'
import { longest } from './plain-path.ts'
import { createPriorityQueue } from './priority-queue.ts'
import { computeReachability, edgeCondition, uncoveredCondition } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'

/** Where a path may end: at the end of the case, or with a step of the stage 决定. */
export type Until = 'end' | 'decision'

/** A path that some situation of the search really takes, or the bound that could not be made exact. */
export interface FoundPath {
  readonly visits: readonly Visit[]
  /** The situations in which the path is the longest; undefined for an upper bound. */
  readonly situations: Diagram | undefined
}

/** After so many steps of the search the bound is taken as it is. */
const MAX_STEPS = 5000

/** A partial path: the node reached last, in one of its modes, and the situations in which the case goes this way. */
interface Partial {
  readonly node: number
  readonly workdays: Rational | undefined
  readonly before: Partial | undefined
  readonly situations: Diagram
  readonly length: Rational
  /** Length so far plus the longest that can follow. */
  readonly bound: Rational
  /** For a complete path: whether the end is proven. */
  readonly complete: 'proven' | 'possible' | undefined
  readonly serial: number
}

/**
 * The longest path over all situations of a set: best first, by the length so far plus the longest that can follow, and
 * only as long as some situation takes all the branches on the way. The first complete path is therefore a longest one.
 *
 * Where a step with 终止 runs beside a path the case ends with that step, so such a path counts only in situations in
 * which no such step runs; two of them running side by side leave an upper bound.
 *
 * Undefined when no situation of the set reaches an end.
 */
export function searchLongestPath(
  graph: FlowGraph,
  times: readonly CountedTime[],
  space: SituationSpace,
  within: Diagram,
  until: Until,
): FoundPath | undefined {
  const { store } = space
  const { edges } = graph
  const modes = graph.nodes.map((node, id) => nodeModes(node, times[id] ?? { counted: false, lengths: [] }, space))
  const rest = remaining(graph, times, until)
  const terminators = graph.nodes.flatMap((node, id) => (node.terminates ? [id] : []))
  const runs = terminators.length > 0 ? computeReachability(graph, space).runs : []
  const queue = createPriorityQueue<Partial>((a, b) => {
    const order = compare(a.bound, b.bound)
    return order > 0 || (order === 0 && a.serial > b.serial)
  })
  const seen = new Set<string>()
  let serial = 0

  for (let node = graph.nodes.length - 1; node >= 0; node--) {
    if (edges.inStart[node] === edges.inStart[node + 1]) enter(node, undefined, within)
  }
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const best = queue.pop()
    if (best === undefined) return undefined
    if (best.complete !== undefined) {
      return { visits: trace(best), situations: best.complete === 'proven' ? best.situations : undefined }
    }
    const key = `${best.node}:${best.situations}`
    if (seen.has(key)) continue
    seen.add(key)
    for (let edge = (edges.outStart[best.node + 1] ?? 0) - 1; edge >= (edges.outStart[best.node] ?? 0); edge--) {
      const alive = store.and(best.situations, edgeCondition(graph, space, edge))
      if (alive !== NEVER) enter(edges.target[edge] ?? 0, best, alive)
    }
    finish(best)
  }
  const best = queue.pop()
  return best && { visits: [], situations: undefined }

  function enter(node: number, before: Partial | undefined, situations: Diagram): void {
    const after = rest[node]
    if (after === undefined) return
    for (const mode of (modes[node] ?? []).toReversed()) pushMode(node, before, situations, mode, after)
  }

  function pushMode(node: number, before: Partial | undefined, from: Diagram, mode: NodeMode, after: Rational): void {
    const situations = store.and(from, mode.condition)
    if (situations === NEVER) return
    const length = add(before?.length ?? ZERO, mode.workdays ?? ZERO)
    const bound = add(length, after)
    const { workdays } = mode
    queue.push({ node, workdays, before, situations, length, bound, complete: undefined, serial: serial++ })
  }

  /** Completes a partial path where it may end at its last node. */
  function finish(partial: Partial): void {
    const ending = store.and(partial.situations, endCondition(partial))
    if (ending === NEVER) return
    const ran = partial.workdays !== undefined
    const others = terminators.filter((id) => id !== partial.node && !follows(graph, partial.node, id))
    const undisturbed = others.reduce((set, id) => store.and(set, store.not(runs[id] ?? NEVER)), ending)
    const proven = store.isSatisfiable(undisturbed)
    const endsCase = ran && graph.nodes[partial.node]?.terminates === true
    if (!proven && undisturbed === NEVER && !endsCase) return
    const complete = proven ? 'proven' : 'possible'
    queue.push({ ...partial, situations: undisturbed, bound: partial.length, complete, serial: serial++ })
  }

  function endCondition({ node: id, workdays }: Partial): Diagram {
    const node = graph.nodes[id]
    if (until === 'decision')
      return node?.stages.includes('decision') === true && workdays !== undefined ? ALWAYS : NEVER
    if (edges.outStart[id] === edges.outStart[id + 1]) return ALWAYS
    if (node?.kind === 'choice') return uncoveredCondition(graph, space, id)
    return node?.terminates === true && workdays !== undefined ? ALWAYS : NEVER
  }
}

/** The longest that can follow each node, conditions apart; undefined where no end follows. */
function remaining(graph: FlowGraph, times: readonly CountedTime[], until: Until): readonly (Rational | undefined)[] {
  const { outStart, target } = graph.edges
  const rest: (Rational | undefined)[] = graph.nodes.map(() => undefined)
  for (let node = graph.nodes.length - 1; node >= 0; node--) {
    let best = until === 'end' || graph.nodes[node]?.stages.includes('decision') === true ? ZERO : undefined
    for (let edge = outStart[node] ?? 0; edge < (outStart[node + 1] ?? 0); edge++) {
      const next = target[edge] ?? 0
      const after = rest[next]
      if (after === undefined) continue
      const length = add(longest(times[next]), after)
      if (best === undefined || compare(length, best) > 0) best = length
    }
    rest[node] = best
  }
  return rest
}

/** True when a way leads from one node to the other. */
function follows(graph: FlowGraph, from: number, to: number): boolean {
  const { outStart, target } = graph.edges
  const reached = new Set([from])
  for (const node of reached) {
    for (let edge = outStart[node] ?? 0; edge < (outStart[node + 1] ?? 0); edge++) reached.add(target[edge] ?? 0)
  }
  return reached.has(to)
}

function trace(complete: Partial): readonly Visit[] {
  const visits: Visit[] = []
  for (let partial: Partial | undefined = complete; partial !== undefined; partial = partial.before) {
    visits.push({ node: partial.node, workdays: partial.workdays })
  }
  return visits.reverse()
}
