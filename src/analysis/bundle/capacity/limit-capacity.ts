import { type Rational, rational } from '../../../base/rational.ts'
import { buildGraph } from '../../../graph/build-graph.ts'
import type { Step } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'
import { inOrder } from '../component-order.ts'
import { startSideBySide } from '../side-by-side.ts'
import { listTasks } from './office-tasks.ts'
import type { OfficeLoad } from './sequence-by-rule.ts'
import { sequenceTasks } from './sequence-tasks.ts'
import { endsOf } from './task-order.ts'

/** How many steps of a bundle each office can do at a time (承办能力), by the name of the 部门. */
export type Capacity = ReadonlyMap<string, number>

/** What an office that cannot do all at once does in which order (承办部门的排队). */
export interface OfficeQueue {
  readonly office: string
  readonly atOnce: number
  /** Its steps that take time, in the order in which they begin. */
  readonly steps: readonly string[]
  /** The steps that wait only because the office is busy, and for which. */
  readonly waits: readonly { readonly step: string; readonly after: string }[]
}

/** The order in which offices do what they cannot do at once (排队). */
export interface Queueing {
  readonly queues: readonly OfficeQueue[]
  /** No order that keeps to what the offices can do is shorter. */
  readonly isShortest: boolean
  /** What every such order takes at least; null where that is not known. Unit: workdays. */
  readonly lowerBound: Rational | null
}

/**
 * Lets no office have more steps at a time than it can do (承办能力): what would be too much waits for what is done before. The
 * order is the shortest there is for few steps, else one by rule (the longest way to the end first). Throws a RangeError for
 * an office that can do nothing.
 */
export function limitCapacity(
  matter: Matter,
  capacity: Capacity,
  officesOf: (step: string) => readonly string[],
): { readonly flow: Matter['flow']; readonly queueing: Queueing } {
  for (const [office, atOnce] of capacity) {
    if (!Number.isSafeInteger(atOnce) || atOnce < 1)
      throw new RangeError(`${office}: an office does 1, 2, 3 … at a time`)
  }
  const tasks = listTasks(buildGraph(matter).graph)
  const loads = [...capacity]
    .map(([office, atOnce]): OfficeLoad => {
      const isDone = (name: string, task: number) =>
        (tasks.longest[task] ?? 0n) > 0n && officesOf(name).includes(office)
      return { office, atOnce, tasks: tasks.names.flatMap((name, task) => (isDone(name, task) ? [task] : [])) }
    })
    .sort((a, b) => (a.office < b.office ? -1 : 1))
  const { order, isShortest, lowerBound } = sequenceTasks(tasks, loads)
  const added = order.before.flatMap((before, later) =>
    before
      .filter((first) => tasks.order.before[later]?.includes(first) !== true)
      .map((first) => ({ step: tasks.names[later] ?? '', after: tasks.names[first] ?? '' })),
  )
  const ends = endsOf(order, tasks.longest)
  const startOf = (task: number) => (ends[task] ?? 0n) - (tasks.longest[task] ?? 0n)
  const queues = loads.map(({ office, atOnce, tasks: own }): OfficeQueue => {
    const begun = [...own].sort((a, b) => Number(startOf(a) - startOf(b)) || a - b)
    const steps = begun.map((task) => tasks.names[task] ?? '')
    return {
      office,
      atOnce,
      steps,
      waits: added.filter(({ step, after }) => steps.includes(step) && steps.includes(after)),
    }
  })
  return {
    flow: withWaits(matter, added),
    queueing: {
      queues,
      isShortest,
      lowerBound: lowerBound === undefined ? null : rational(lowerBound, tasks.scale),
    },
  }
}

function withWaits({ flow }: Matter, waits: OfficeQueue['waits']): Matter['flow'] {
  if (waits.length === 0) return flow
  const steps = flow.filter((item): item is Step => item.kind === 'step')
  const before = new Map(
    steps.map(({ name, after = [] }) => [
      name,
      [...new Set([...after, ...waits.filter(({ step }) => step === name).map((wait) => wait.after)])],
    ]),
  )
  const byName = new Map(steps.map((step) => [step.name, step]))
  const order = inOrder([...before.keys()], (name) => before.get(name) ?? [])
  return startSideBySide(
    order.flatMap((name) => {
      const step = byName.get(name)
      const [first, ...others] = before.get(name) ?? []
      return step === undefined ? [] : first === undefined ? step : { ...step, after: [first, ...others] }
    }),
  )
}
