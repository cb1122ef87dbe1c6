/**
 * Does some work on each item, at most `limit` at a time and in their order (并行); `stopping` leaves out what has not begun.
 * Where work on an item throws, that on the others goes on; the first error is thrown in the end.
 */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
  stopping?: AbortSignal,
): Promise<void> {
  const waiting = items.values()
  const errors: unknown[] = []
  async function takeNext() {
    for (const item of waiting) {
      if (stopping?.aborted === true) return
      try {
        await work(item)
      } catch (error) {
        errors.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeNext))
  if (errors.length > 0) throw errors[0]
}
