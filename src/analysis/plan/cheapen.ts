import { earliestFinishes, latestFinishes, startOf } from './order-times.ts'
import { type Choice, chosenMode, durationsOf, type Mode, type Problem } from './problem.ts'

/**
 * Makes a plan cheaper without missing the deadline (降费): one activity after the other takes the cheapest mode that its
 * slack allows, a measure counting only where no other activity uses it anyway. Changes the choice given.
 */
export function cheapen(problem: Problem, choice: Choice, among: Iterable<number>): void {
  const { activities, measures } = problem
  const uses = new Int32Array(measures.length)
  const count = (mode: Mode | undefined, change: number) => {
    for (const measure of mode?.uses ?? []) uses[measure] = (uses[measure] ?? 0) + change
  }
  for (const activity of activities) count(chosenMode(activity, choice), 1)
  const durations = durationsOf(problem, choice)
  let earliest = earliestFinishes(problem, durations)
  let latest = latestFinishes(problem, durations)
  for (const index of among) {
    const activity = activities[index]
    if (activity === undefined) continue
    const room = (latest[index] ?? 0) - startOf(activity, earliest)
    const before = chosenMode(activity, choice)
    count(before, -1)
    const price = ({ cost, uses: needed }: Mode) =>
      needed.reduce((sum, measure) => sum + (uses[measure] === 0 ? (measures[measure]?.cost ?? 0) : 0), cost)
    const clashes = ({ uses: needed }: Mode) =>
      needed.some((measure) => measures[measure]?.excludes.some((other) => (uses[other] ?? 0) > 0))
    let best = before
    for (const [position, mode] of activity.modes.entries()) {
      if (best === undefined || mode.duration > room || price(mode) >= price(best) || clashes(mode)) continue
      best = mode
      choice[index] = position
    }
    count(best, 1)
    if (best?.duration === before?.duration) continue
    durations[index] = best?.duration ?? 0
    earliest = earliestFinishes(problem, durations)
    latest = latestFinishes(problem, durations)
  }
}
