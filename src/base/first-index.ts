/** The first index of a sorted list from which on something holds, by bisection (二分查找); its length where it never does. */
export function firstIndex<T>(list: readonly T[], holds: (each: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = list[middle]
    if (each !== undefined && !holds(each)) low = middle + 1
    else high = middle
  }
  return low
}
