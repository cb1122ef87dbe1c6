import type { OfficeTasks } from './office-tasks.ts'
import { type OfficeLoad, sequenceByRule } from './sequence-by-rule.ts'
import { areOrdered, endsOf, latest, putBefore, type TaskOrder, tailsOf } from './task-order.ts'

/** So much is tried before the best order found so far has to do; counted, not timed, so that it is the same everywhere. */
const MOST_WORK = 1_000_000

/** An order in which no office has more to do at a time than it can (排队的次序). */
export interface Sequencing {
  readonly order: TaskOrder
  /** No order that keeps to what the offices can do is shorter. */
  readonly isShortest: boolean
  /** What every such order takes at least; undefined where that is not known. Unit: as the tasks. */
  readonly lowerBound: bigint | undefined
  readonly length: bigint
}

/**
 * Puts tasks that an office cannot do at the same time one after the other, so that the longest chain is as short as can be:
 * beginning with the order by rule, every other way is tried that could be shorter, as far as that goes.
 */
export function sequenceTasks(tasks: OfficeTasks, loads: readonly OfficeLoad[]): Sequencing {
  const cost = (order: TaskOrder) => latest(tasks.classes.map((lengths) => latest(endsOf(order, lengths))))
  const byRule = sequenceByRule(tasks, loads)
  let best = { order: byRule, length: cost(byRule) }
  const lowerBound = latest([cost(tasks.order), ...loads.flatMap((load) => loadBounds(load, tasks))])
  let work = MOST_WORK
  const perOrder = tasks.names.length * tasks.classes.length + tasks.names.length
  const seen = new Set<string>()
  const isComplete = best.length === lowerBound || search(tasks.order)
  const isShortest = tasks.isExact && isComplete
  return { ...best, isShortest, lowerBound: isShortest ? best.length : tasks.isExact ? lowerBound : undefined }

  /** False where the search was given up. */
  function search(order: TaskOrder): boolean {
    const crowd = findCrowd(order)
    if (crowd === undefined) {
      const length = cost(order)
      if (length < best.length) best = { order, length }
      return true
    }
    const ways = crowd
      .flatMap((first) => crowd.filter((later) => later !== first).map((later) => putBefore(order, first, later)))
      .map((way) => ({ way, bound: cost(way) }))
      .filter(({ bound }) => bound < best.length)
      .sort((a, b) => (a.bound < b.bound ? -1 : a.bound > b.bound ? 1 : 0))
    work -= perOrder * crowd.length * (crowd.length - 1)
    for (const { way, bound } of ways) {
      if (work < 0) return false
      const key = way.behind.join()
      if (bound >= best.length || seen.has(key)) continue
      seen.add(key)
      if (!search(way)) return false
      if (best.length === lowerBound) return true
    }
    return true
  }

  /** More tasks than an office can do at a time that nothing puts in order, and that somebody needs all of. */
  function findCrowd(order: TaskOrder): readonly number[] | undefined {
    for (const { atOnce, tasks: own } of loads) {
      const crowd = extend([], 0)
      if (crowd !== undefined) return crowd

      function extend(chosen: readonly number[], from: number): readonly number[] | undefined {
        if (chosen.length > atOnce) return chosen
        for (let place = from; place < own.length; place++) {
          const next = own[place] ?? 0
          if (chosen.some((task) => areOrdered(order, task, next))) continue
          const more = [...chosen, next]
          const found = tasks.canMeet(more) ? extend(more, place + 1) : undefined
          if (found !== undefined) return found
        }
        return undefined
      }
    }
    return undefined
  }
}

/** What an office takes for all that it has to do, with the shortest way there and from there. */
function loadBounds({ atOnce, tasks: own }: OfficeLoad, { order, classes }: OfficeTasks): readonly bigint[] {
  return classes.map((lengths) => {
    const ends = endsOf(order, lengths)
    const tails = tailsOf(order, lengths)
    const done = own.filter((task) => (lengths[task] ?? 0n) > 0n)
    const [first] = done
    if (first === undefined) return 0n
    const least = (figureOf: (task: number) => bigint) =>
      done.map(figureOf).reduce((a, b) => (b < a ? b : a), figureOf(first))
    const lengthOf = (task: number) => lengths[task] ?? 0n
    const sum = done.reduce((total, task) => total + lengthOf(task), 0n)
    const lanes = BigInt(atOnce)
    const head = least((task) => (ends[task] ?? 0n) - lengthOf(task))
    return head + (sum + lanes - 1n) / lanes + least((task) => (tails[task] ?? 0n) - lengthOf(task))
  })
}
