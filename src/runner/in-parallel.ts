/** Does some work on each item, at most `limit` at a time and in their order (并行); `stopping` leaves out what has not begun. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
  stopping?: AbortSignal,
): Promise<void> {
  const waiting = items.values()
  async function takeNext() {
    for (const item of waiting) {
      if (stopping?.aborted === true) return
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeNext))
}
