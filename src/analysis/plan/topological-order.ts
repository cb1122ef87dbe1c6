/** An order in which predecessors come first (拓扑序), or a cycle: each of it waits for the one before, the first for the last. */
export type Topology =
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'cycle'; readonly cycle: readonly number[] }

/** Puts predecessors first, else by position. Literature: Kahn 1962. */
export function orderTopologically(predecessors: readonly (readonly number[])[]): Topology {
  const missing = predecessors.map((list) => list.length)
  const successors: number[][] = predecessors.map(() => [])
  for (const [after, list] of predecessors.entries()) for (const before of list) successors[before]?.push(after)
  const order = [...missing.keys()].filter((at) => missing[at] === 0)
  for (const at of order) {
    for (const after of successors[at] ?? []) {
      const left = (missing[after] ?? 0) - 1
      missing[after] = left
      if (left === 0) order.push(after)
    }
  }
  if (order.length === predecessors.length) return { kind: 'order', order }
  const done = new Set(order)
  const walked: number[] = []
  const seen = new Set<number>()
  let at = missing.findIndex((count) => count > 0)
  while (!seen.has(at)) {
    walked.push(at)
    seen.add(at)
    at = predecessors[at]?.find((before) => !done.has(before)) ?? -1
  }
  const cycle = walked.slice(walked.indexOf(at)).reverse()
  const first = cycle.indexOf(Math.min(...cycle))
  return { kind: 'cycle', cycle: [...cycle.slice(first), ...cycle.slice(0, first)] }
}
