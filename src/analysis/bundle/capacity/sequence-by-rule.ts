import type { OfficeTasks } from './office-tasks.ts'
import { comesBefore, putBefore, type TaskOrder, tailsOf } from './task-order.ts'

/** What an office has to do, and how much of it at a time (承办能力). */
export interface OfficeLoad {
  readonly office: string
  readonly atOnce: number
  /** By number; only those that take time. */
  readonly tasks: readonly number[]
}

/** One of those who work at a time in an office: the task done last, and when it ended. */
interface Lane {
  last: number | undefined
  free: bigint
}

/**
 * Puts the tasks of offices in an order by a rule (按规则排队): whenever somebody is free, the task with the longest way to the
 * end is next, of equal ones the first by name. Each of those who work at a time does one task after the other.
 */
export function sequenceByRule({ order, longest }: OfficeTasks, loads: readonly OfficeLoad[]): TaskOrder {
  const tails = tailsOf(order, longest)
  const lanes = new Map(
    loads.map((load) => [load, Array.from({ length: load.atOnce }, (): Lane => ({ last: undefined, free: 0n }))]),
  )
  const urgent = longest.map((_, task) => task).sort((a, b) => byTail(tails[a] ?? 0n, tails[b] ?? 0n) || a - b)
  const ends = new Map<number, bigint>()
  let sequenced = order
  let now = 0n
  while (ends.size < longest.length) {
    const next = urgent.find(
      (task) => !ends.has(task) && isReady(task) && lanesFor(task).every(({ free }) => free !== undefined),
    )
    if (next !== undefined) start(next)
    else now = nextEnd()
  }
  return sequenced

  function isReady(task: number): boolean {
    return (order.before[task] ?? []).every((before) => (ends.get(before) ?? now + 1n) <= now)
  }

  /** For each office of a task somebody who is free, first one whose last task comes before it anyway. */
  function lanesFor(task: number): readonly { readonly free: Lane | undefined }[] {
    return loads
      .filter(({ tasks }) => tasks.includes(task))
      .map((load) => {
        const idle = (lanes.get(load) ?? []).filter(({ free }) => free <= now)
        const known = idle.find(({ last }) => last === undefined || comesBefore(sequenced, last, task))
        return { free: known ?? idle[0] }
      })
  }

  function start(task: number): void {
    const end = now + (longest[task] ?? 0n)
    for (const { free } of lanesFor(task)) {
      if (free === undefined) continue
      if (free.last !== undefined && !comesBefore(sequenced, free.last, task)) {
        sequenced = putBefore(sequenced, free.last, task)
      }
      free.last = task
      free.free = end
    }
    ends.set(task, end)
  }

  function nextEnd(): bigint {
    const later = [...ends.values()].filter((end) => end > now)
    return later.reduce((first, end) => (end < first ? end : first), later[0] ?? now + 1n)
  }
}

function byTail(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0
}
