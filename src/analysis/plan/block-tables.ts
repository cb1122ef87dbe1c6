import type { BlockTree } from './block-tree.ts'
import { addTimes } from './problem.ts'
import { advance, costWithin, createTableMaker, EMPTY, splitCost, type Table, type TablePoint } from './table.ts'

/** What a block takes beside the pairs of its corners. */
const BLOCK_WORK = 100

/** The table of what takes no time and costs nothing. */
const NOTHING: Table = { times: [0], costs: [0] }

/** The tables of a block tree and what the cheapest way through chooses (动态规划). */
export interface BlockTables {
  /** Begins anew with the shortest time of every leaf; false when even these miss the deadline. */
  limit(shortestOf: (activity: number) => number): boolean
  /** Fills the tables: at first all, then those that hold a leaf for which `changes`. Answers the least cost. */
  fill(pointsOf: (leaf: number, activity: number) => readonly TablePoint[]): number
  /** Tells for each leaf the cost at which the cheapest way through, and among these the fastest, takes it. */
  trace(take: (leaf: number, activity: number, cost: number) => void): void
  /**
   * Tells for each leaf what everything else costs at least, given the time that the leaf takes. Not for networks with
   * orders that may be given up.
   */
  lookAround(look: (leaf: number, activity: number, restWith: (time: number) => number) => void): void
  /** Steps of work so far, about as long each: the same on every machine. */
  work(): number
  /** The table of the whole network. */
  root(): Table
}

/**
 * The dynamic programme over the block tree: from the leaves up in the order of the list, without recursion.
 * Each table spans only what the rest of the network at its fastest leaves of the deadline.
 */
export function createBlockTables(
  { blocks }: BlockTree,
  deadline: number,
  changes: (activity: number) => boolean,
): BlockTables {
  const maker = createTableMaker()
  const least = new Float64Array(blocks.length)
  const limits = new Float64Array(blocks.length)
  const targets = new Float64Array(blocks.length)
  const tables: Table[] = blocks.map(() => EMPTY)
  const changing: boolean[] = []
  for (const block of blocks) {
    if (block.kind === 'constant') changing.push(false)
    else if (block.kind === 'leaf') changing.push(changes(block.activity))
    else changing.push(changing[block.first] === true || changing[block.second] === true)
  }
  const top = blocks.length - 1
  let filled = false
  let work = 0
  return {
    limit(shortestOf) {
      filled = false
      for (const [at, block] of blocks.entries()) {
        if (block.kind === 'leaf') least[at] = shortestOf(block.activity)
        else if (block.kind === 'constant') least[at] = block.least
        else {
          const [a, b] = [least[block.first] ?? 0, least[block.second] ?? 0]
          least[at] = block.kind === 'series' ? addTimes(a, b) : Math.max(a, b)
        }
      }
      limits[top] = deadline
      for (let at = top; at >= 0; at--) {
        const block = blocks[at]
        if (block?.kind !== 'series' && block?.kind !== 'parallel') continue
        const limit = limits[at] ?? 0
        const inSeries = block.kind === 'series'
        limits[block.first] = inSeries ? limit - (least[block.second] ?? 0) : limit
        limits[block.second] = inSeries ? limit - (least[block.first] ?? 0) : limit
      }
      return (least[top] ?? 0) <= deadline
    },
    fill(pointsOf) {
      for (const [at, block] of blocks.entries()) {
        if (filled && changing[at] !== true) continue
        const limit = limits[at] ?? 0
        if (block.kind === 'constant') tables[at] = maker.of([{ time: block.least, cost: 0 }], Number.POSITIVE_INFINITY)
        else if (block.kind === 'leaf') tables[at] = maker.of(pointsOf(at, block.activity), limit)
        else {
          const [first, second] = [tables[block.first] ?? EMPTY, tables[block.second] ?? EMPTY]
          tables[at] = maker[block.kind](first, second, limit)
          work += BLOCK_WORK + (block.kind === 'series' ? first.times.length * second.times.length : 0)
        }
      }
      filled = true
      return tables[top]?.costs.at(-1) ?? Number.POSITIVE_INFINITY
    },
    trace(take) {
      targets[top] = tables[top]?.costs.at(-1) ?? 0
      for (let at = top; at >= 0; at--) {
        const block = blocks[at]
        const target = targets[at] ?? 0
        if (block?.kind === 'leaf') take(at, block.activity, target)
        else if (block?.kind === 'series' || block?.kind === 'parallel') {
          const [a, b] = [tables[block.first] ?? EMPTY, tables[block.second] ?? EMPTY]
          const [first, second] = splitCost(a, b, target, block.kind)
          targets[block.first] = first
          targets[block.second] = second
        }
      }
    },
    lookAround(look) {
      const rests: Table[] = []
      rests[top] = NOTHING
      for (let at = top; at >= 0; at--) {
        const [block, rest, limit] = [blocks[at], rests[at] ?? EMPTY, limits[at] ?? 0]
        if (block?.kind === 'leaf') look(at, block.activity, (time) => costWithin(rest, limit - time))
        if (block?.kind !== 'series' && block?.kind !== 'parallel') continue
        const { kind, first, second } = block
        const restBeside = (own: number, other: number) => {
          const table = tables[other] ?? EMPTY
          if (kind === 'parallel') return maker.beside(rest, table, limit)
          // Limits already count the other at its shortest; what it takes more is taken of the block.
          return maker.series(rest, advance(table, least[other] ?? 0), (limits[own] ?? 0) - (least[own] ?? 0))
        }
        rests[first] = restBeside(first, second)
        rests[second] = restBeside(second, first)
      }
    },
    work: () => work,
    root: () => tables[top] ?? EMPTY,
  }
}
