import { add, type Rational, ZERO } from '../base/rational.ts'
import type { Conversion } from '../calendar/duration.ts'
import { type CountFrom, countedTimes } from './counted-time.ts'
import { ALWAYS, type Diagram } from './decision-diagram.ts'
import { pointIn } from './diagram-point.ts'
import { layCourse } from './flow-course.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type PathResult, pathResult } from './path-result.ts'
import { searchLongestPath } from './path-search.ts'
import { timeAt, visitsAt } from './path-visits.ts'
import { searchShortestCase } from './shortest-case.ts'
import type { SituationSpace } from './situation-space.ts'

/** The times of single situation classes (各类情形的用时). */
export interface ClassPaths {
  /** The critical path in a class, in all situations of which the same steps run for the same time; undefined in none. */
  readonly criticalPathIn: (situations: Diagram) => PathResult | undefined
  /** The steps of a class one after the other. Unit: workdays. */
  readonly serialIn: (situations: Diagram) => Rational
  /** Every situation with the longest path; undefined where only a bound is known. */
  readonly slowest: () => Diagram | undefined
  /** Situations of a set, or of all, with the shortest path; undefined where the search gives up. */
  readonly fastest: (within?: Diagram) => Diagram | undefined
}

/** Prepares the paths of classes, for many of them over one flow. */
export function prepareClassPaths(
  graph: FlowGraph,
  space: SituationSpace,
  conversion: Conversion,
  countFrom: CountFrom = 'application',
): ClassPaths {
  const times = countedTimes(graph, conversion, countFrom)
  const course = layCourse(graph, times, space)
  return {
    criticalPathIn: (situations) => {
      const point = pointIn(space.store, situations)
      if (point === undefined || graph.nodes.length === 0) return undefined
      const exact = space.store.isSatisfiable(situations)
      return pathResult(graph, times, visitsAt(course, point, 'end'), null, exact)
    },
    serialIn: (situations) => {
      const point = pointIn(space.store, situations)
      return course.chains.modes.reduce((sum, modes) => add(sum, (point && timeAt(course, modes, point)) ?? ZERO), ZERO)
    },
    slowest: () => searchLongestPath(graph, times, space, ALWAYS, 'end')?.situations,
    fastest: (within) => searchShortestCase(course, within),
  }
}
