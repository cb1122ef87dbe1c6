import type { ElkNode } from 'elkjs/lib/elk-api.js'

/** Which column each shape stands in (列), by its id: shapes of one column overlap from left to right, those of two never do. */
export function columnsOf(placed: readonly ElkNode[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  let column = -1
  let right = Number.NEGATIVE_INFINITY
  for (const { id, x = 0, width = 0 } of placed.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0))) {
    if (x > right) column++
    right = Math.max(x > right ? Number.NEGATIVE_INFINITY : right, x + width)
    columns.set(id, column)
  }
  return columns
}
