/** What a measure saves on one part of a chain (节省): of several measures on the same part only the best counts. */
interface PartSaving {
  readonly measure: number
  readonly part: number
  readonly saving: number
}

/** One line of the account (账目): the measures taken must save at least `need` between them, part by part. */
export interface SavingRow {
  readonly need: number
  readonly savings: readonly PartSaving[]
}

/** Which measures to take at least cost (最省的一组). Whole numbers no larger than {@link LARGEST_NUMBER} only. */
export interface CoverProblem {
  readonly costs: readonly number[]
  /** By measure: those that must be taken with it. */
  readonly requires: readonly (readonly number[])[]
  /** By measure: those that cannot be taken beside it. Both sides are listed. */
  readonly excludes: readonly (readonly number[])[]
  readonly rows: readonly SavingRow[]
}

/** The cheapest choice; `lowerBound` is below `cost` only where the search was broken off. */
export interface Cover {
  readonly chosen: readonly number[]
  readonly cost: number
  readonly lowerBound: number
}

/** Sums of some thousand such numbers are still exact. */
export const LARGEST_NUMBER = 2 ** 40

/** Nodes of the search after which the best choice so far is answered with its bound. */
const MOST_NODES = 100_000

const OPEN = 0
const TAKEN = 1
const LEFT = -1

/**
 * The cheapest set of measures that satisfies every row, by branch and bound: each row by itself gives a bound (its
 * fractional knapsack), rows about different measures add up. Undefined when no set satisfies them all.
 */
export function cheapestCover(problem: CoverProblem): Cover | undefined {
  const { costs, requires, excludes } = problem
  const rows = problem.rows.map(measureRow)
  const requiredBy = costs.map((): number[] => [])
  requires.forEach((others, measure) => {
    for (const other of others) requiredBy[other]?.push(measure)
  })
  const state = new Int8Array(costs.length)
  let spent = 0
  let best: { readonly chosen: readonly number[]; readonly cost: number } | undefined
  let nodes = 0
  let openBound = Number.POSITIVE_INFINITY

  /** Decides a measure with all that follows from it; false where that contradicts what is decided. */
  function decide(measure: number, value: number, trail: number[]): boolean {
    const waiting = [[measure, value] as const]
    for (const [next, wanted] of waiting) {
      if (state[next] === wanted) continue
      if (state[next] !== OPEN) return false
      state[next] = wanted
      trail.push(next)
      if (wanted === LEFT) {
        for (const other of requiredBy[next] ?? []) waiting.push([other, LEFT])
        continue
      }
      spent += costs[next] ?? 0
      for (const other of requires[next] ?? []) waiting.push([other, TAKEN])
      for (const other of excludes[next] ?? []) waiting.push([other, LEFT])
    }
    return true
  }

  function undo(trail: readonly number[]): void {
    for (const measure of trail) {
      if (state[measure] === TAKEN) spent -= costs[measure] ?? 0
      state[measure] = OPEN
    }
  }

  /**
   * What the rows still cost at least, and the measure to decide next; undefined where a row is out of reach or costs
   * too much. The row that says so is asked first the next time.
   */
  function look(): { readonly cost: number; readonly next: number | undefined } | undefined {
    const limit = best === undefined ? Number.POSITIVE_INFINITY : best.cost - spent
    const unmet: RowBound[] = []
    for (const [at, row] of rows.entries()) {
      const bound = boundOf(row, state, costs)
      if (bound === undefined || bound.cost >= limit) {
        rows.splice(at, 1)
        rows.unshift(row)
        return undefined
      }
      if (bound.members.length > 0) unmet.push(bound)
    }
    unmet.sort((a, b) => b.cost - a.cost || a.members.length - b.members.length)
    const used = new Set<number>()
    let cost = 0
    for (const bound of unmet) {
      if (bound.members.some((measure) => used.has(measure))) continue
      for (const measure of bound.members) used.add(measure)
      cost += bound.cost
    }
    return cost >= limit ? undefined : { cost, next: unmet[0]?.members[0] }
  }

  function search(): void {
    const ahead = look()
    if (ahead === undefined) return
    if (ahead.next === undefined) {
      best = { chosen: [...state.keys()].filter((measure) => state[measure] === TAKEN), cost: spent }
      return
    }
    if (nodes >= MOST_NODES && best !== undefined) {
      openBound = Math.min(openBound, spent + ahead.cost)
      return
    }
    nodes++
    for (const value of [TAKEN, LEFT]) {
      const trail: number[] = []
      if (decide(ahead.next, value, trail)) search()
      undo(trail)
    }
  }

  search()
  if (best === undefined) return undefined
  return { ...best, lowerBound: Math.min(openBound, best.cost) }
}

/** A row with what each of its measures saves, measure by measure. */
interface MeasureRow {
  readonly need: number
  readonly measures: readonly { readonly measure: number; readonly parts: readonly PartSaving[] }[]
  /** What the measures taken save on each part; written anew each time the row is looked at. */
  readonly saved: Float64Array
}

function measureRow({ need, savings }: SavingRow): MeasureRow {
  const byMeasure = new Map<number, PartSaving[]>()
  let parts = 0
  for (const saving of savings) {
    const own = byMeasure.get(saving.measure)
    if (own === undefined) byMeasure.set(saving.measure, [saving])
    else own.push(saving)
    parts = Math.max(parts, saving.part + 1)
  }
  const measures = [...byMeasure].map(([measure, own]) => ({ measure, parts: own }))
  return { need, measures, saved: new Float64Array(parts) }
}

interface RowBound {
  readonly cost: number
  /** The open measures that could still save something, the best value first; none where the row is satisfied. */
  readonly members: readonly number[]
}

const MET: RowBound = { cost: 0, members: [] }

/**
 * What a row costs at least from here: open measures by the price of what they add to those taken, the last one in part.
 * Undefined where even all of them do not save enough.
 */
function boundOf(
  { need, measures, saved }: MeasureRow,
  state: Int8Array,
  costs: readonly number[],
): RowBound | undefined {
  saved.fill(0)
  for (const { measure, parts } of measures) {
    if (state[measure] !== TAKEN) continue
    for (const { part, saving } of parts) saved[part] = Math.max(saved[part] ?? 0, saving)
  }
  let rest = need
  for (const saving of saved) rest -= saving
  if (rest <= 0) return MET
  const open: { readonly measure: number; readonly gain: number; readonly price: number }[] = []
  let reach = 0
  for (const { measure, parts } of measures) {
    if (state[measure] !== OPEN) continue
    let gain = 0
    for (const { part, saving } of parts) gain += Math.max(0, saving - (saved[part] ?? 0))
    reach += gain
    if (gain > 0) open.push({ measure, gain: Math.min(gain, rest), price: costs[measure] ?? 0 })
  }
  if (reach < rest) return undefined
  open.sort((a, b) => a.price * b.gain - b.price * a.gain || a.measure - b.measure)
  let cost = 0
  for (const { gain, price } of open) {
    if (gain >= rest) return { cost: cost + partOf(price, rest, gain), members: open.map(({ measure }) => measure) }
    cost += price
    rest -= gain
  }
  return undefined
}

/** The part of a price, rounded up; a hair is taken off first, so that no rounding makes the bound too high. */
function partOf(price: number, rest: number, gain: number): number {
  return Math.ceil(((price * rest) / gain) * (1 - 2 ** -40))
}
