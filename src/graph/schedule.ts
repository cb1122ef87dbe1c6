import { add, max, type Rational, ZERO } from '../base/rational.ts'
import type { Duration } from '../calendar/duration.ts'
import type { ClockEffect } from '../model/terms.ts'
import { countedTimes } from './counted-time.ts'
import { ALWAYS, NEVER } from './decision-diagram.ts'
import { type DiagramPoint, pointIn, valueAt } from './diagram-point.ts'
import { layCourse } from './flow-course.ts'
import type { FlowGraph, FlowNode } from './flow-graph.ts'
import { flowSituations } from './matter-conditions.ts'
import { isUnconditional, type PathResult, pathResult } from './path-result.ts'
import { searchLongestPath } from './path-search.ts'
import { timeAt } from './path-visits.ts'
import type { PathOptions } from './paths.ts'
import { longest, longestPath } from './plain-path.ts'
import type { SituationSpace } from './situation-space.ts'

/** When a step or special procedure begins and ends in one situation (排期), counted from the first moment that counts. */
export interface ScheduledStep {
  readonly node: number
  readonly name: string
  /** Unit: workdays. */
  readonly start: Rational
  /** Unit: workdays. */
  readonly end: Rational
  /** False for what takes no time on the main clock: it begins and ends at once. */
  readonly counted: boolean
  readonly clock: ClockEffect
  /** 时限 as written for this situation; null where there is none. */
  readonly limit: Duration | null
  /** On the critical path. */
  readonly critical: boolean
}

/** The steps of the worst situation with their times (最长情形的排期). */
export interface Schedule {
  /** In the order of the flow; those that do not run are left out. */
  readonly steps: readonly ScheduledStep[]
  /** The critical path that it shows. */
  readonly path: PathResult
}

/** One situation to be drawn: what runs there, how long it takes, and the longest chain. */
interface Drawn {
  readonly path: PathResult
  readonly point: DiagramPoint | undefined
  readonly runs: (node: number) => boolean
  readonly own: (node: number) => Rational
  readonly holds: (when: FlowNode['limits'][number]['when']) => boolean
}

/**
 * Draws up the steps of the worst situation, each as soon as what it waits for is done. It is the situation of
 * `criticalPath` with the same options; where only a bound is known, every step at its longest.
 *
 * Undefined where there is no path.
 */
export function scheduleWorstCase(graph: FlowGraph, options: PathOptions): Schedule | undefined {
  return scheduleAtWorst(graph, options)?.schedule
}

/** {@link scheduleWorstCase} with the one situation that it shows; undefined where it is the same in all, or a bound. */
export function scheduleAtWorst(
  graph: FlowGraph,
  options: PathOptions,
): { readonly schedule: Schedule; readonly point: DiagramPoint | undefined } | undefined {
  const { conversion, countFrom = 'application' } = options
  const times = countedTimes(graph, conversion, countFrom)
  const drawn = draw(graph, options)
  if (drawn === undefined) return undefined
  const { inStart, inEdge, source } = graph.edges
  const critical = new Set(drawn.path.steps.map(({ node }) => node))
  const finish: Rational[] = []
  const steps: ScheduledStep[] = []
  graph.nodes.forEach((node, id) => {
    const before = inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => finish[source[edge] ?? 0] ?? ZERO)
    const start = before.reduce(max, ZERO)
    const end = drawn.runs(id) ? add(start, drawn.own(id)) : start
    finish.push(end)
    if (node.kind === 'choice' || !drawn.runs(id)) return
    const limit = node.limits.find(({ when }) => drawn.holds(when))?.limit ?? null
    const counted = times[id]?.counted === true
    steps.push({ node: id, name: node.name, start, end, counted, clock: node.clock, limit, critical: critical.has(id) })
  })
  return { schedule: { steps, path: drawn.path }, point: drawn.point }
}

function draw(graph: FlowGraph, options: PathOptions): Drawn | undefined {
  const { conversion, countFrom = 'application', situations } = options
  const times = countedTimes(graph, conversion, countFrom)
  const everything = (exact: boolean): Drawn | undefined => {
    const visits = longestPath(graph, times, (node) => graph.edges.outStart[node] === graph.edges.outStart[node + 1])
    if (visits === undefined) return undefined
    const path = pathResult(graph, times, visits, null, exact)
    return { path, point: undefined, runs: () => true, own: (node) => longest(times[node]), holds: () => true }
  }
  if (isUnconditional(graph)) return everything(true)
  const space = situations === undefined ? flowSituations(graph) : situations.space()
  const found = searchLongestPath(graph, times, space, situations?.within ?? ALWAYS, 'end')
  if (found === undefined) return undefined
  const point = found.situations === undefined ? undefined : pointIn(space.store, found.situations)
  if (found.situations === undefined || point === undefined) return everything(false)
  const course = layCourse(graph, times, space)
  return {
    path: pathResult(graph, times, found.visits, space.witnessOf(found.situations) ?? null, true),
    point,
    runs: (node) => holdsAt(space, course.runs[node] ?? NEVER, point),
    own: (node) => timeAt(course, course.chains.modes[node] ?? [], point) ?? ZERO,
    holds: (when) => when === undefined || holdsAt(space, space.diagramOf(when), point),
  }
}

function holdsAt({ store }: SituationSpace, set: number, point: DiagramPoint): boolean {
  return valueAt(store, set, point) !== NEVER
}
