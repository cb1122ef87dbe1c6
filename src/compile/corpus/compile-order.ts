/** What is built on what, in an order in which it can be compiled (编译次序). */
export interface CompileOrder<T> {
  /** Each item after all that it builds on. */
  readonly order: readonly T[]
  /** Loops: each item builds on the next, and the last on the first. */
  readonly loops: readonly (readonly T[])[]
}

/**
 * Orders items so that what others build on comes first. A loop is cut where it comes back to the item at which it was
 * entered; items are entered as listed, so that the same items in the same order are always cut in the same place.
 */
export function orderByNeed<T>(items: readonly T[], needsOf: (item: T) => readonly T[]): CompileOrder<T> {
  const order: T[] = []
  const loops: T[][] = []
  const done = new Set<T>()
  for (const item of items) {
    if (done.has(item)) continue
    const needs = needsOf(item)
    if (needs.some((need) => !done.has(need))) visit(item, needs, needsOf, { order, loops, done })
    else {
      done.add(item)
      order.push(item)
    }
  }
  return { order, loops }
}

interface Visit<T> {
  readonly order: T[]
  readonly loops: T[][]
  readonly done: Set<T>
}

/** Orders an item and what it builds on, depth first. */
function visit<T>(
  item: T,
  needs: readonly T[],
  needsOf: (item: T) => readonly T[],
  { order, loops, done }: Visit<T>,
): void {
  const path = [{ item, needs, next: 0 }]
  const open = new Map([[item, 0]])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    if (top.next === top.needs.length) {
      open.delete(top.item)
      done.add(top.item)
      order.push(top.item)
      path.pop()
      continue
    }
    const need = top.needs[top.next++]
    if (need === undefined || done.has(need)) continue
    const place = open.get(need)
    if (place !== undefined) {
      loops.push(path.slice(place).map((step) => step.item))
      continue
    }
    open.set(need, path.length)
    path.push({ item: need, needs: needsOf(need), next: 0 })
  }
}
