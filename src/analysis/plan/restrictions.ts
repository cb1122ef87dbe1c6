import { earliestFinishes, latestFinishes, lengthOf, longestChain, startOf } from './order-times.ts'
import type { Activity, Mode, Problem } from './problem.ts'

/** What a branch has settled so far (分支条件): one fact more than the branch that it comes from. */
export interface Restriction {
  readonly from: Restriction | undefined
  readonly fact:
    | { readonly kind: 'adopt' | 'refuse'; readonly measure: number }
    /** The activity takes one of its modes from position `first` to before `end`. */
    | { readonly kind: 'modes'; readonly activity: number; readonly first: number; readonly end: number }
    /** These modes, by number, are in no plan worth looking for. */
    | { readonly kind: 'without'; readonly modes: readonly number[] }
}

/** What the restrictions leave open. */
export interface Candidates {
  /** By the number of a mode: 1 when it is still possible. */
  readonly possible: Uint8Array
  readonly measures: readonly MeasureState[]
  readonly measureCost: number
  /** The shortest duration of each activity. */
  readonly shortest: Float64Array
}

type MeasureState = 'open' | 'adopted' | 'refused'

/** Why the restrictions leave nothing: a chain that is too long, or an activity without a mode. */
export interface DeadEnd {
  readonly chain: readonly number[]
  readonly length: number | undefined
  /** The shortest duration of each activity, as far as known. */
  readonly shortest: Float64Array
}

/**
 * Applies the restrictions and, unless `plainly`, all that follows from them: no mode that makes a chain too long, and every
 * measure that some activity cannot do without. Plainly, a dead end can be checked by adding up one chain.
 */
export function candidatesUnder(
  problem: Problem,
  restriction: Restriction | undefined,
  plainly = false,
): Candidates | DeadEnd {
  const { activities, measures, deadline } = problem
  const possible = new Uint8Array(problem.modeCount).fill(1)
  const states: MeasureState[] = measures.map(() => 'open')
  const waiting: { readonly measure: number; readonly state: MeasureState }[] = []
  for (let at = restriction; at !== undefined; at = at.from) {
    const { fact } = at
    if (fact.kind === 'modes') {
      for (const [position, mode] of (activities[fact.activity]?.modes ?? []).entries()) {
        if (position < fact.first || position >= fact.end) possible[mode.index] = 0
      }
    } else if (fact.kind === 'without') {
      for (const index of fact.modes) possible[index] = 0
    } else waiting.push({ measure: fact.measure, state: fact.kind === 'adopt' ? 'adopted' : 'refused' })
  }
  const settle = () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { measure, state } = next
      const before = states[measure]
      if (before === state) continue
      if (before !== 'open') return false
      states[measure] = state
      if (state === 'adopted') {
        for (const other of measures[measure]?.requires ?? []) waiting.push({ measure: other, state: 'adopted' })
        for (const other of measures[measure]?.excludes ?? []) waiting.push({ measure: other, state: 'refused' })
      } else {
        for (const { modes } of measures[measure]?.users ?? []) for (const { index } of modes) possible[index] = 0
      }
    }
    return true
  }
  const first = (activity: Activity): Mode | undefined => activity.modes.find(({ index }) => possible[index] === 1)
  const shortest = new Float64Array(activities.length)
  for (;;) {
    if (!settle()) return { chain: [], length: undefined, shortest }
    for (const activity of activities) {
      const mode = first(activity)
      if (mode === undefined) return { chain: [activity.index], length: undefined, shortest }
      shortest[activity.index] = mode.duration
    }
    const earliest = earliestFinishes(problem, shortest)
    const length = lengthOf(earliest)
    if (length > deadline) return { chain: longestChain(problem, earliest, shortest), length, shortest }
    if (plainly) break
    const latest = latestFinishes(problem, shortest)
    for (const activity of activities) {
      const room = (latest[activity.index] ?? 0) - startOf(activity, earliest)
      for (const { duration, index } of activity.modes) if (duration > room) possible[index] = 0
    }
    for (const { index, users } of measures) {
      if (states[index] !== 'open') continue
      const needed = users.some(({ activity, modes }) =>
        activity.modes.every((mode) => possible[mode.index] === 0 || modes.includes(mode)),
      )
      if (needed) waiting.push({ measure: index, state: 'adopted' })
    }
    if (waiting.length === 0) break
  }
  const measureCost = measures.reduce((sum, { index, cost }) => (states[index] === 'adopted' ? sum + cost : sum), 0)
  return { possible, measures: states, measureCost, shortest }
}

/** The problem with only those modes that are still possible. */
export function withoutImpossible(problem: Problem, { possible }: Pick<Candidates, 'possible'>): Problem {
  const stays = (mode: Mode) => possible[mode.index] === 1
  const activities = problem.activities.map((activity) => ({ ...activity, modes: activity.modes.filter(stays) }))
  return {
    ...problem,
    activities,
    measures: problem.measures.map((measure) => ({
      ...measure,
      users: measure.users.flatMap(({ activity, modes }) => {
        const left = activities[activity.index]
        const using = modes.filter(stays)
        return left === undefined || using.length === 0 ? [] : [{ activity: left, modes: using }]
      }),
    })),
  }
}
