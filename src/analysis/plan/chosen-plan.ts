import type { BuiltProblem } from './build-problem.ts'
import type { NetworkPlan } from './network-answer.ts'
import { earliestFinishes, lengthOf } from './order-times.ts'
import { type Activity, type Choice, chosenMode, costOf, durationsOf, type Problem, usedMeasures } from './problem.ts'

/** What a choice means in the words and units of the input (方案). */
export function planOf({ problem, time, money }: BuiltProblem, choice: Choice): NetworkPlan {
  const used = usedMeasures(problem, choice)
  const modes = new Map<string, number>()
  for (const activity of inInputOrder(problem)) modes.set(activity.id, chosenMode(activity, choice)?.original ?? 0)
  return {
    cost: money.fromUnits(costOf(problem, choice)),
    duration: time.fromUnits(lengthOf(earliestFinishes(problem, durationsOf(problem, choice)))),
    modes,
    measures: problem.measures.flatMap(({ id, index }) => (used.has(index) ? [id] : [])),
    dropped: problem.activities.flatMap((activity) =>
      activity.link !== undefined && (chosenMode(activity, choice)?.duration ?? 0) < 0 ? [activity.link] : [],
    ),
  }
}

/** The activities of the input as they stand there. */
export function inInputOrder({ activities }: Problem): readonly Activity[] {
  return activities.filter(({ link }) => link === undefined).sort((a, b) => a.position - b.position)
}
