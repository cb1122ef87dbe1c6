/** Columns swept at a time, so that 10,000 activities need a megabyte and not a square. */
const WORDS = 32

/**
 * Leaves out every predecessor that another predecessor already waits for (传递约简). Activities come in an order in which
 * predecessors are first. What is reached only through a `soft` activity, an order that may be given up, does not count.
 * Literature: Aho, Garey, Ullman 1972.
 */
export function reduceTransitively(
  predecessors: readonly (readonly number[])[],
  isSoft: (activity: number) => boolean,
): readonly (readonly number[])[] {
  const size = predecessors.length
  const redundant = predecessors.map((list) => new Set<number>(list.length > 1 ? [] : undefined))
  const reached = new Int32Array(size * WORDS)
  for (let first = 0; first < size; first += WORDS * 32) {
    const end = Math.min(size, first + WORDS * 32)
    reached.fill(0)
    // Row v holds, of the columns first…end, the activities that come before v.
    for (let v = first; v < size; v++) {
      for (const u of predecessors[v] ?? []) {
        if (isSoft(u)) continue
        for (let word = 0; word < WORDS; word++) {
          reached[v * WORDS + word] = (reached[v * WORDS + word] ?? 0) | (reached[u * WORDS + word] ?? 0)
        }
      }
      for (const u of predecessors[v] ?? []) {
        if (u < first || u >= end) continue
        if (hasBit(reached, v, u - first)) redundant[v]?.add(u)
      }
      for (const u of predecessors[v] ?? []) {
        if (u >= first && u < end) setBit(reached, v, u - first)
      }
    }
  }
  return predecessors.map((list, v) => list.filter((u) => redundant[v]?.has(u) !== true))
}

function hasBit(rows: Int32Array, row: number, column: number): boolean {
  return (((rows[row * WORDS + (column >> 5)] ?? 0) >> (column & 31)) & 1) === 1
}

function setBit(rows: Int32Array, row: number, column: number): void {
  const at = row * WORDS + (column >> 5)
  rows[at] = (rows[at] ?? 0) | (1 << (column & 31))
}
