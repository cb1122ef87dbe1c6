import { add, compare, type Rational, ZERO } from '../base/rational.ts'
import type { CountedTime } from './counted-time.ts'
import { type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { runModes } from './node-modes.ts'
import type { Visit } from './path-result.ts'
import { longest } from './plain-path.ts'
import { createPriorityQueue } from './priority-queue.ts'
import { computeReachability } from './reachability.ts'
import type { SituationSpace } from './situation-space.ts'

/** Where a path may end: at the end of the case, or with a step of the stage 决定. */
export type Until = 'end' | 'decision'

/** A path that some situation of the search really takes, or the bound that could not be made exact. */
export interface FoundPath {
  readonly visits: readonly Visit[]
  /** The situations in which the path is the longest; undefined for an upper bound. */
  readonly situations: Diagram | undefined
}

/** After so many partial paths the bound is taken as it is. */
const MAX_PARTIALS = 60_000

/** A partial path: the node reached last, whether it runs there, and the situations in which all of that is so. */
interface Partial {
  readonly node: number
  /** Unit: workdays. Undefined where the path takes the node as one that need not run. */
  readonly workdays: Rational | undefined
  readonly before: Partial | undefined
  readonly situations: Diagram
  readonly length: Rational
  /** Length so far plus the longest that can follow. */
  readonly bound: Rational
  /** For a complete path: whether some situation is proven to take so long. */
  readonly complete: 'proven' | 'possible' | undefined
  readonly serial: number
}

/**
 * The longest time over all situations of a set. A node waits for all its incoming edges to be resolved, alive or dead,
 * so the time is that of the longest chain of edges, in which a node counts where it runs.
 *
 * Best first, by the length so far plus the longest that can follow, and only as long as some situation makes all the
 * counted nodes of the chain run; the first complete chain is therefore a longest one. Where a step with 终止 runs, the
 * case ends with it: other chains count only in situations in which no such step runs, and two of them running side by
 * side leave an upper bound.
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
  const { edges, nodes } = graph
  const { runs } = computeReachability(graph, space)
  // Whether a node runs matters only where it is counted or where the path may end with it.
  const modes = times.map((time, node) =>
    time.counted || nodes[node]?.terminates === true || (until === 'decision' && decides(node))
      ? runModes(runs[node] ?? NEVER, time, space)
      : [],
  )
  const rest = remaining(graph, times, until)
  const terminators = nodes.flatMap((node, id) => (node.terminates ? [id] : []))
  const queue = createPriorityQueue<Partial>((a, b) => {
    const order = compare(a.bound, b.bound)
    return order > 0 || (order === 0 && a.serial > b.serial)
  })
  const seen = new Set<string>()
  let serial = 0

  for (let node = nodes.length - 1; node >= 0; node--) {
    if (edges.inStart[node] === edges.inStart[node + 1]) enter(node, undefined, within)
  }
  while (serial < MAX_PARTIALS) {
    const best = queue.pop()
    if (best === undefined) return undefined
    if (best.complete !== undefined) {
      return { visits: trace(best), situations: best.complete === 'proven' ? best.situations : undefined }
    }
    const key = `${best.node}:${best.situations}:${best.workdays === undefined}`
    if (seen.has(key)) continue
    seen.add(key)
    finish(best)
    for (let edge = (edges.outStart[best.node + 1] ?? 0) - 1; edge >= (edges.outStart[best.node] ?? 0); edge--) {
      enter(edges.target[edge] ?? 0, best, best.situations)
    }
  }
  return { visits: [], situations: undefined }

  function enter(node: number, before: Partial | undefined, situations: Diagram): void {
    const after = rest[node]
    if (after === undefined) return
    const length = before?.length ?? ZERO
    // Last in, first out among equals: a node that runs comes before one that need not.
    push({ node, workdays: undefined, before, situations, length, bound: add(length, after) })
    for (const mode of (modes[node] ?? []).toReversed()) {
      const narrowed = store.and(situations, mode.situations)
      if (narrowed === NEVER) continue
      const longer = add(length, mode.workdays)
      push({ node, workdays: mode.workdays, before, situations: narrowed, length: longer, bound: add(longer, after) })
    }
  }

  function push(partial: Omit<Partial, 'complete' | 'serial'>): void {
    queue.push({ ...partial, complete: undefined, serial: serial++ })
  }

  /** Completes a partial path where it may end at its last node. */
  function finish(partial: Partial): void {
    if (!isEnd(partial)) return
    const others = terminators.filter((id) => id !== partial.node && !follows(graph, partial.node, id))
    if (partial.workdays === undefined && nodes[partial.node]?.terminates === true) others.push(partial.node)
    const undisturbed = others.reduce((set, id) => store.and(set, store.not(runs[id] ?? NEVER)), partial.situations)
    const proven = store.isSatisfiable(undisturbed)
    if (!proven && undisturbed === NEVER && !endsCase(partial)) return
    const complete = proven ? 'proven' : 'possible'
    queue.push({ ...partial, situations: undisturbed, bound: partial.length, complete, serial: serial++ })
  }

  function isEnd(partial: Partial): boolean {
    const { node: id, workdays } = partial
    if (until === 'decision') return workdays !== undefined && decides(id)
    return endsCase(partial) || edges.outStart[id] === edges.outStart[id + 1]
  }

  function decides(node: number): boolean {
    return nodes[node]?.stages.includes('decision') === true
  }

  function endsCase({ node, workdays }: Partial): boolean {
    return workdays !== undefined && nodes[node]?.terminates === true
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
