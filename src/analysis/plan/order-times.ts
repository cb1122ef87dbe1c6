import { type Activity, addTimes, type Choice, durationsOf, type Problem } from './problem.ts'

/** The earliest finish of each activity (最早完成). Literature: Kelley, Walker 1959. */
export function earliestFinishes({ activities }: Problem, durations: Float64Array): Float64Array {
  const finishes = new Float64Array(activities.length)
  for (const activity of activities) {
    finishes[activity.index] = addTimes(startOf(activity, finishes), durations[activity.index] ?? 0)
  }
  return finishes
}

/** When an activity can start, given when those before it finish. */
export function startOf({ predecessors }: Activity, finishes: Float64Array): number {
  let start = 0
  for (const predecessor of predecessors) start = Math.max(start, finishes[predecessor] ?? 0)
  return start
}

/** The latest finish of each activity that still meets the deadline (最迟完成). */
export function latestFinishes({ activities, deadline }: Problem, durations: Float64Array): Float64Array {
  const finishes = new Float64Array(activities.length)
  for (let index = activities.length - 1; index >= 0; index--) {
    let finish = deadline
    for (const successor of activities[index]?.successors ?? []) {
      finish = Math.min(finish, (finishes[successor] ?? 0) - (durations[successor] ?? 0))
    }
    finishes[index] = finish
  }
  return finishes
}

/** When the last activity finishes. */
export function lengthOf(finishes: Float64Array): number {
  let length = 0
  for (const finish of finishes) length = Math.max(length, finish)
  return length
}

/** A longest chain (关键链), from its first activity to its last. */
export function longestChain({ activities }: Problem, finishes: Float64Array, durations: Float64Array): number[] {
  const length = lengthOf(finishes)
  const chain: number[] = []
  let at = finishes.indexOf(length)
  while (at >= 0) {
    chain.push(at)
    const start = (finishes[at] ?? 0) - (durations[at] ?? 0)
    at = activities[at]?.predecessors.find((predecessor) => finishes[predecessor] === start && start > 0) ?? -1
  }
  return chain.reverse()
}

/** Whether a choice meets the deadline. */
export function isInTime(problem: Problem, choice: Choice): boolean {
  return lengthOf(earliestFinishes(problem, durationsOf(problem, choice))) <= problem.deadline
}
