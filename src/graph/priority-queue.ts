/** A queue from which the item that stands before all others comes first (优先队列). */
export interface PriorityQueue<T> {
  readonly push: (item: T) => void
  readonly pop: () => T | undefined
}

/** Makes an empty queue; `isBefore` is a strict total order, so that what comes out does not depend on chance. */
export function createPriorityQueue<T>(isBefore: (a: T, b: T) => boolean): PriorityQueue<T> {
  const heap: T[] = []
  return {
    push: (item) => {
      let index = heap.length
      heap.push(item)
      for (let parent = (index - 1) >> 1; index > 0; parent = (index - 1) >> 1) {
        const above = heap[parent]
        if (above === undefined || !isBefore(item, above)) break
        heap[index] = above
        index = parent
      }
      heap[index] = item
    },
    pop: () => {
      const top = heap[0]
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return last
      let index = 0
      for (let child = 1; child < heap.length; child = 2 * index + 1) {
        const left = heap[child]
        const right = heap[child + 1]
        const better = right !== undefined && left !== undefined && isBefore(right, left) ? child + 1 : child
        const candidate = heap[better]
        if (candidate === undefined || !isBefore(candidate, last)) break
        heap[index] = candidate
        index = better
      }
      heap[index] = last
      return top
    },
  }
}
