import { add, compare, max, type Rational, ZERO } from '../base/rational.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { Course } from './flow-course.ts'
import type { RunMode } from './node-modes.ts'

/** After so many bounds the search gives up. */
const MAX_LOOKS = 600

/** What one look at a set of situations finds. */
interface Look {
  /** No situation of the set takes less. Unit: workdays. */
  readonly bound: Rational
  /** A node whose time, or whether it runs, still differs within the set; undefined where the bound is the time. */
  readonly open: number | undefined
}

/**
 * Situations of a set in which a case takes the least time of all (最短情形), by branch and bound over the nodes: the bound takes
 * each node at the least time that the situations so far allow, and a step with 终止 as ending the case wherever it may.
 * Undefined where the search gives up, or a condition is undecided.
 */
export function searchShortestCase(course: Course, within: Diagram = ALWAYS): Diagram | undefined {
  const { space, runs, chains } = course
  const { store } = space
  let looks = 0
  let best: { readonly time: Rational; readonly situations: Diagram } | undefined
  if (!runs.every(store.isDecided)) return undefined
  explore(within)
  return looks > MAX_LOOKS ? undefined : best?.situations

  function explore(set: Diagram): void {
    if (++looks > MAX_LOOKS) return
    const { bound, open } = look(course, set)
    if (best !== undefined && compare(bound, best.time) >= 0) return
    if (open === undefined) {
      best = { time: bound, situations: set }
      return
    }
    for (const situations of waysOf(open)) {
      const narrowed = store.and(set, situations)
      if (narrowed !== NEVER) explore(narrowed)
    }
  }

  /** Shortest first: not at all, then each time it can take. */
  function waysOf(node: number): readonly Diagram[] {
    const modes = (chains.modes[node] ?? []).toSorted((a, b) => compare(a.workdays, b.workdays))
    const own = runs[node] ?? NEVER
    const ways = modes.length === 0 ? [own] : modes.map(({ situations }) => situations)
    return [store.not(own), ...ways]
  }
}

function look(course: Course, set: Diagram): Look {
  const { graph, space, runs, chains } = course
  const { store } = space
  const finish: Rational[] = []
  let open: number | undefined
  let ended: Rational | undefined
  let mustEnd = false
  let last = ZERO
  graph.nodes.forEach((node, id) => {
    const start = (chains.before[id] ?? []).reduce((latest, earlier) => max(latest, finish[earlier] ?? ZERO), ZERO)
    const { least, isOpen } = leastTime(chains.modes[id] ?? [])
    const time = add(start, least)
    finish.push(time)
    const may = node.terminates && store.and(set, runs[id] ?? NEVER) !== NEVER
    const must = may && store.and(set, store.not(runs[id] ?? NEVER)) === NEVER
    if (may && (ended === undefined || compare(time, ended) < 0)) ended = time
    mustEnd ||= must
    if (isOpen || (may && !must)) open ??= id
    last = max(last, time)
  })
  const bound = ended === undefined ? last : mustEnd || compare(ended, last) < 0 ? ended : last
  return { bound, open }

  function leastTime(modes: readonly RunMode[]): { readonly least: Rational; readonly isOpen: boolean } {
    const possible = modes.filter(({ situations }) => store.and(set, situations) !== NEVER)
    const rest = possible.reduce((left, { situations }) => store.and(left, store.not(situations)), set)
    const times = [...possible.map(({ workdays }) => workdays), ...(rest === NEVER ? [] : [ZERO])]
    const least = times.reduce((a, b) => (compare(b, a) < 0 ? b : a), times[0] ?? ZERO)
    return { least, isOpen: times.some((time) => compare(time, least) !== 0) }
  }
}
