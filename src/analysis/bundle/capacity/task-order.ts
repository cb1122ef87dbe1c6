/** Which of some tasks come before which others (任务的先后), tasks by number. */
export interface TaskOrder {
  /** The tasks that each waits for directly. */
  readonly before: readonly (readonly number[])[]
  /** All that come behind each, as bits. */
  readonly behind: readonly bigint[]
}

/** The order of tasks without loops. */
export function orderTasks(before: readonly (readonly number[])[]): TaskOrder {
  const free: TaskOrder = { before: before.map(() => []), behind: before.map(() => 0n) }
  return before.reduce<TaskOrder>(
    (order, tasks, later) => tasks.reduce((known, first) => putBefore(known, first, later), order),
    free,
  )
}

/** The same order with one task before another, which must not come before the first. */
export function putBefore(order: TaskOrder, first: number, later: number): TaskOrder {
  const more = (order.behind[later] ?? 0n) | bitOf(later)
  return {
    before: order.before.map((tasks, task) => (task === later && !tasks.includes(first) ? [...tasks, first] : tasks)),
    behind: order.behind.map((tasks, task) => (task === first || (tasks & bitOf(first)) !== 0n ? tasks | more : tasks)),
  }
}

/** True where one of two tasks comes before the other. */
export function areOrdered({ behind }: TaskOrder, a: number, b: number): boolean {
  return comesBefore({ behind }, a, b) || comesBefore({ behind }, b, a)
}

/** True where a task comes before another, at whatever remove. */
export function comesBefore({ behind }: Pick<TaskOrder, 'behind'>, first: number, later: number): boolean {
  return ((behind[first] ?? 0n) & bitOf(later)) !== 0n
}

/** When each task ends, if it begins as soon as those before it have ended. */
export function endsOf({ before }: TaskOrder, lengths: readonly bigint[]): readonly bigint[] {
  const ends = new Map<number, bigint>()
  return lengths.map((_, task) => endOf(task))

  function endOf(task: number): bigint {
    const known = ends.get(task)
    if (known !== undefined) return known
    const end = latest((before[task] ?? []).map(endOf)) + (lengths[task] ?? 0n)
    ends.set(task, end)
    return end
  }
}

/** How long it takes from the beginning of each task to the end of all. */
export function tailsOf({ before }: TaskOrder, lengths: readonly bigint[]): readonly bigint[] {
  const after = lengths.map((): number[] => [])
  before.forEach((tasks, later) => {
    for (const first of tasks) after[first]?.push(later)
  })
  return endsOf({ before: after, behind: [] }, lengths)
}

/** The greatest of numbers; 0 for none. */
export function latest(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n)
}

function bitOf(task: number): bigint {
  return 1n << BigInt(task)
}
