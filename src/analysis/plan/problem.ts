/**
 * The network as the solver sees it: whole numbers, activities in an order in which predecessors come first, removable
 * orders turned into activities of their own.
 */

/** One mode. `cost` leaves out the measures. */
export interface Mode {
  /** Its number among the modes of all activities. */
  readonly index: number
  readonly duration: number
  readonly cost: number
  /** The measures it needs and all that those require. */
  readonly uses: readonly number[]
  /** Its position in the input. */
  readonly original: number
}

/**
 * One activity, or the order of two as an activity between them (`link`): it takes no time while the order stands, and
 * `DROPPED` when it is given up, so that no chain through it counts. Modes are sorted by duration, then cost.
 */
export interface Activity {
  readonly index: number
  readonly id: string
  /** Its position in the input. */
  readonly position: number
  readonly link: { readonly before: string; readonly after: string } | undefined
  readonly predecessors: readonly number[]
  readonly successors: readonly number[]
  readonly modes: readonly Mode[]
}

/** One measure with the activities that may use it. */
interface Measure {
  readonly index: number
  readonly id: string
  readonly cost: number
  /** All that must be adopted with it, itself among them. */
  readonly requires: readonly number[]
  readonly excludes: readonly number[]
  readonly users: readonly { readonly activity: Activity; readonly modes: readonly Mode[] }[]
}

/** A whole problem. Invariant: all sums of durations stay below 2^50, all sums of costs below 2^51. */
export interface Problem {
  readonly deadline: number
  readonly activities: readonly Activity[]
  readonly modeCount: number
  readonly measures: readonly Measure[]
}

/** The duration of an order that is given up: shorter than anything can make good. */
export const DROPPED = -(2 ** 52)

/** Adds up durations: whatever holds a dropped order is as good as not there. */
export function addTimes(a: number, b: number): number {
  const sum = a + b
  return sum < 0 ? DROPPED : sum
}

/** A mode for each activity, by its position in `activity.modes`. */
export type Choice = Int32Array

/** The mode that a choice has for an activity. */
export function chosenMode(activity: Activity, choice: Choice): Mode | undefined {
  return activity.modes[choice[activity.index] ?? 0]
}

/** The measures that a choice uses. */
export function usedMeasures(problem: Problem, choice: Choice): Set<number> {
  const used = new Set<number>()
  if (problem.measures.length === 0) return used
  for (const activity of problem.activities) {
    for (const measure of chosenMode(activity, choice)?.uses ?? []) used.add(measure)
  }
  return used
}

/** What a choice costs, each measure once. */
export function costOf(problem: Problem, choice: Choice): number {
  let cost = 0
  for (const activity of problem.activities) cost += chosenMode(activity, choice)?.cost ?? 0
  for (const measure of usedMeasures(problem, choice)) cost += problem.measures[measure]?.cost ?? 0
  return cost
}

/** The duration of each activity under a choice. */
export function durationsOf(problem: Problem, choice: Choice): Float64Array {
  return Float64Array.from(problem.activities, (activity) => chosenMode(activity, choice)?.duration ?? 0)
}

/** Whether a choice uses measures that exclude each other; answers such a pair. */
export function conflictOf(problem: Problem, choice: Choice): readonly [number, number] | undefined {
  const used = usedMeasures(problem, choice)
  for (const measure of used) {
    const other = problem.measures[measure]?.excludes.find((excluded) => used.has(excluded))
    if (other !== undefined) return [measure, other]
  }
  return undefined
}
