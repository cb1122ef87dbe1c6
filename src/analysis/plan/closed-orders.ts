/** A pair in the order: `after` waits for `before`, unless the removable order number `removable` is given up. */
export interface OrderedPair {
  readonly before: number
  readonly after: number
  readonly removable: number | undefined
}

/**
 * All pairs that must be kept so that giving up one order loses no other (去掉一对先后，其余先后照旧): for a removable
 * pair (i, j), whatever stands before i is put before j, and i before whatever stands after j.
 */
export function closeOrders(
  predecessors: readonly (readonly number[])[],
  removable: readonly { readonly before: number; readonly after: number }[],
): readonly OrderedPair[] {
  const size = predecessors.length
  const removableAt = new Map(removable.map(({ before, after }, i) => [before * size + after, i]))
  const pairs = new Map<number, OrderedPair>()
  const waiting: OrderedPair[] = []
  const into = new Map<number, number[]>()
  const from = new Map<number, number[]>()
  const tracked = new Set(removable.flatMap(({ before, after }) => [before, after]))
  const put = (before: number, after: number) => {
    const key = before * size + after
    if (pairs.has(key)) return
    const pair = { before, after, removable: removableAt.get(key) }
    pairs.set(key, pair)
    if (tracked.has(after)) pushTo(into, after, before)
    if (tracked.has(before)) pushTo(from, before, after)
    if (tracked.has(after) || tracked.has(before)) waiting.push(pair)
  }
  for (const [after, list] of predecessors.entries()) for (const before of list) put(before, after)
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const { before, after } = pair
    if (pair.removable !== undefined) {
      for (const earlier of [...(into.get(before) ?? [])]) put(earlier, after)
      for (const later of [...(from.get(after) ?? [])]) put(before, later)
    }
    // The pair also prolongs the removable pairs that end where it begins, or begin where it ends.
    for (const earlier of [...(into.get(before) ?? [])]) {
      if (pairs.get(earlier * size + before)?.removable !== undefined) put(earlier, after)
    }
    for (const later of [...(from.get(after) ?? [])]) {
      if (pairs.get(after * size + later)?.removable !== undefined) put(before, later)
    }
  }
  return [...pairs.values()]
}

function pushTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
