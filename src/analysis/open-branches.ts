/** What waits to be looked at, the lowest bound first, among equals the latest (优先队列). */
export interface OpenBranches<T extends { readonly bound: number }> {
  push(branch: T): void
  pop(): T | undefined
  /** The lowest bound among those that wait. */
  lowest(): number | undefined
}

/** A binary heap. Literature: Williams 1964. */
export function createOpenBranches<T extends { readonly bound: number }>(): OpenBranches<T> {
  const heap: { readonly branch: T; readonly turn: number }[] = []
  let turn = 0
  const before = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]]
    if (x === undefined || y === undefined) return x !== undefined
    return x.branch.bound === y.branch.bound ? x.turn > y.turn : x.branch.bound < y.branch.bound
  }
  const swap = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]]
    if (x === undefined || y === undefined) return
    heap[a] = y
    heap[b] = x
  }
  return {
    push(branch) {
      heap.push({ branch, turn: turn++ })
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!before(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      swap(0, heap.length - 1)
      const top = heap.pop()
      for (let at = 0; ; ) {
        const child = before(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1
        if (!(child < heap.length && before(child, at))) break
        swap(at, child)
        at = child
      }
      return top?.branch
    },
    lowest: () => heap[0]?.branch.bound,
  }
}
