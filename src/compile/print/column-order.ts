/**
 * The columns of a table whose rows each say only some of them (列序): an order in which every row keeps its own, as far as
 * there is one, and otherwise the order of first mention. A column that a row says twice counts as two.
 */
export function orderColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const open = new Set(rows.flat())
  const before = new Map<string, Set<string>>([...open].map((column) => [column, new Set()]))
  for (const row of rows) {
    for (const [index, column] of row.entries()) {
      const earlier = row[index - 1]
      if (earlier !== undefined) before.get(column)?.add(earlier)
    }
  }
  const ordered: string[] = []
  while (open.size > 0) {
    const [first = ''] = open
    const free = [...open].find((column) => [...(before.get(column) ?? [])].every((other) => !open.has(other)))
    const next = free ?? first
    open.delete(next)
    ordered.push(next)
  }
  return ordered
}
