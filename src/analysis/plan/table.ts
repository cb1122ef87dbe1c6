import { addTimes, DROPPED } from './problem.ts'

/**
 * The table "least cost to get through within t" of a block (最省费用表), kept as the corners of the step function: times
 * rise, costs fall. It is the block's frontier of cost and time, and empty when the limit cannot be met.
 */
export interface Table {
  readonly times: readonly number[]
  readonly costs: readonly number[]
}

/** One way through: its time and its cost. */
export interface TablePoint {
  readonly time: number
  readonly cost: number
}

export const EMPTY: Table = { times: [], costs: [] }

/** Corners kept of one table. */
const MOST_CORNERS = 1 << 16

/** Pairs of corners that two tables in series may make; of the shorter table no more are kept than that allows. */
const MOST_PAIRS = 1 << 24

/** Up to so many cells the corners of a series are found in an array over time, else by sorting. */
const MOST_CELLS = 1 << 22

/** The operations on tables, with the memory that they share. */
export interface TableMaker {
  /** The cheapest of the points given by rising time. */
  of(points: Iterable<TablePoint>, limit: number): Table
  /** One block after the other (串联): least sums of cost over all ways to divide the time. */
  series(a: Table, b: Table, limit: number): Table
  /** Both blocks side by side (并联): each has the whole time. */
  parallel(a: Table, b: Table, limit: number): Table
  /**
   * What the rest costs beside a block: `rest` is the table of the rest by the time it takes of `limit`, `beside` stands
   * parallel to the block and has what is left.
   */
  beside(rest: Table, beside: Table, limit: number): Table
}

/** Literature: Demeulemeester, Herroelen, Elmaghraby 1996, section 3. */
export function createTableMaker(): TableMaker {
  let cells = new Float64Array(1024).fill(Number.POSITIVE_INFINITY)
  let times: number[] = []
  let costs: number[] = []

  const start = () => {
    times = []
    costs = []
  }
  const put = (time: number, cost: number) => {
    const last = costs.length - 1
    if (last >= 0) {
      if (cost >= (costs[last] ?? 0)) return
      if (times[last] === time) {
        costs[last] = cost
        return
      }
    }
    times.push(time)
    costs.push(cost)
  }
  const finish = (): Table => thinned({ times, costs }, MOST_CORNERS)

  /** Adds each corner of `a` to the whole of `b` in an array over time: fast where the times lie close together. */
  const addDensely = (a: Table, b: Table, first: number, last: number) => {
    const size = last - first + 1
    if (cells.length < size) cells = new Float64Array(size * 2).fill(Number.POSITIVE_INFINITY)
    const [bTimes, bCosts] = [b.times, b.costs]
    const bFrom = bTimes[0] === DROPPED ? 1 : 0
    for (let i = a.times[0] === DROPPED ? 1 : 0; i < a.times.length; i++) {
      const offset = (a.times[i] ?? 0) - first
      const cost = a.costs[i] ?? 0
      for (let j = bFrom; j < bTimes.length; j++) {
        const at = offset + (bTimes[j] ?? 0)
        if (at >= size) break
        const sum = cost + (bCosts[j] ?? 0)
        if (sum < (cells[at] ?? 0)) cells[at] = sum
      }
    }
    for (let at = 0; at < size; at++) {
      const cost = cells[at] ?? Number.POSITIVE_INFINITY
      if (cost === Number.POSITIVE_INFINITY) continue
      put(first + at, cost)
      cells[at] = Number.POSITIVE_INFINITY
    }
  }

  /** Merges the second table once for each corner of the first: memory for the result alone, however far times lie apart. */
  const addSparsely = (few: Table, many: Table, limit: number) => {
    for (let i = few.times[0] === DROPPED ? 1 : 0; i < few.times.length; i++) {
      const [offset, price] = [few.times[i] ?? 0, few.costs[i] ?? 0]
      const { times: oldTimes, costs: oldCosts } = finish()
      start()
      let old = 0
      let next = many.times[0] === DROPPED ? 1 : 0
      for (;;) {
        const nextTime = offset + (many.times[next] ?? Number.POSITIVE_INFINITY)
        if (old < oldTimes.length && (oldTimes[old] ?? 0) <= nextTime) {
          put(oldTimes[old] ?? 0, oldCosts[old] ?? 0)
          old++
        } else if (nextTime <= limit) {
          put(nextTime, price + (many.costs[next] ?? 0))
          next++
        } else if (old === oldTimes.length) break
        else next = many.times.length
      }
    }
  }

  return {
    of(points, limit) {
      start()
      for (const { time, cost } of points) if (time <= limit) put(time, cost)
      return finish()
    },
    series(first, second, limit) {
      const few = first.times.length < second.times.length ? first : second
      const b = few === first ? second : first
      const a = thinned(few, Math.floor(MOST_PAIRS / (b.times.length + 1)))
      const [aSize, bSize] = [a.times.length, b.times.length]
      if (aSize === 0 || bSize === 0) return EMPTY
      start()
      // A block that holds a dropped order takes no time that counts, whatever comes before or after it.
      const dropped = Math.min(
        a.times[0] === DROPPED ? (a.costs[0] ?? 0) + (b.costs[bSize - 1] ?? 0) : Number.POSITIVE_INFINITY,
        b.times[0] === DROPPED ? (b.costs[0] ?? 0) + (a.costs[aSize - 1] ?? 0) : Number.POSITIVE_INFINITY,
      )
      if (dropped < Number.POSITIVE_INFINITY) put(DROPPED, dropped)
      const from = firstCounted(a) + firstCounted(b)
      const last = Math.min(limit, (a.times[aSize - 1] ?? 0) + (b.times[bSize - 1] ?? 0))
      if (from > last) return finish()
      const points = aSize * bSize
      if (last - from <= Math.min(MOST_CELLS, 64 + 8 * points)) addDensely(a, b, from, last)
      else addSparsely(a, b, limit)
      return finish()
    },
    parallel(a, b, limit) {
      const [aSize, bSize] = [a.times.length, b.times.length]
      if (aSize === 0 || bSize === 0) return EMPTY
      start()
      let i = 0
      let j = 0
      let time = Math.max(a.times[0] ?? 0, b.times[0] ?? 0)
      while (time <= limit) {
        while (i + 1 < aSize && (a.times[i + 1] ?? 0) <= time) i++
        while (j + 1 < bSize && (b.times[j + 1] ?? 0) <= time) j++
        put(time, (a.costs[i] ?? 0) + (b.costs[j] ?? 0))
        time = Math.min(a.times[i + 1] ?? Number.POSITIVE_INFINITY, b.times[j + 1] ?? Number.POSITIVE_INFINITY)
      }
      return finish()
    },
    beside(rest, { times: own, costs: prices }, limit) {
      start()
      let j = own.length - 1
      for (const [i, taken] of rest.times.entries()) {
        while (j >= 0 && (own[j] ?? 0) > limit - taken) j--
        if (j < 0) break
        put(taken, (rest.costs[i] ?? 0) + (prices[j] ?? 0))
      }
      return finish()
    },
  }
}

/** The least cost within a time; without limit where none is. */
export function costWithin({ times, costs }: Table, time: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return costs[low - 1] ?? Number.POSITIVE_INFINITY
}

/** The table of a block of which so much time is spent anyway. */
export function advance({ times, costs }: Table, by: number): Table {
  return { times: times.map((time) => time - by), costs }
}

/** The pair of corners whose costs add up to `cost` in the least time, for two blocks in series or side by side. */
export function splitCost(
  a: Table,
  b: Table,
  cost: number,
  join: 'series' | 'parallel',
): readonly [aCost: number, bCost: number] {
  let best = Number.POSITIVE_INFINITY
  let found: readonly [number, number] = [a.costs.at(-1) ?? 0, b.costs.at(-1) ?? 0]
  let j = b.costs.length - 1
  for (let i = 0; i < a.costs.length; i++) {
    const rest = cost - (a.costs[i] ?? 0)
    while (j >= 0 && (b.costs[j] ?? 0) < rest) j--
    if (j < 0) break
    if (b.costs[j] !== rest) continue
    const [aTime, bTime] = [a.times[i] ?? 0, b.times[j] ?? 0]
    const time = join === 'series' ? addTimes(aTime, bTime) : Math.max(aTime, bTime)
    if (time < best) {
      best = time
      found = [a.costs[i] ?? 0, rest]
    }
  }
  return found
}

/** A table of so many corners at most that is nowhere dearer: its costs are still lower bounds. */
function thinned(table: Table, most: number): Table {
  const { times, costs } = table
  if (times.length <= most) return table
  const group = Math.ceil(times.length / most)
  return {
    times: times.filter((_, i) => i % group === 0),
    costs: costs.filter((_, i) => i % group === group - 1 || i === costs.length - 1),
  }
}

/** The first corner that is not that of a dropped order. */
function firstCounted({ times }: Table): number {
  return times.find((time) => time !== DROPPED) ?? Number.POSITIVE_INFINITY
}
