/** What a measure saves on one part of a chain (节省): of several measures on the same part only the best counts. */
export interface PartSaving {
  readonly measure: number
  readonly part: number
  readonly saving: bigint
}

/** One line of the account (账目): the measures taken must save at least `need` between them, part by part. */
export interface SavingRow {
  readonly need: bigint
  readonly savings: readonly PartSaving[]
}

/** Which measures to take at least cost (最省的一组): whole numbers only. */
export interface CoverProblem {
  readonly costs: readonly bigint[]
  /** By measure: those that must be taken with it. */
  readonly requires: readonly (readonly number[])[]
  /** By measure: those that cannot be taken beside it. Both sides are listed. */
  readonly excludes: readonly (readonly number[])[]
  readonly rows: readonly SavingRow[]
}

/** The cheapest choice; `lowerBound` is below `cost` only where the search was broken off. */
export interface Cover {
  readonly chosen: readonly number[]
  readonly cost: bigint
  readonly lowerBound: bigint
}

/** Nodes of the search after which the best choice so far is answered with its bound. */
const MOST_NODES = 200_000

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
  let spent = 0n
  let best: { readonly chosen: readonly number[]; readonly cost: bigint } | undefined
  let nodes = 0
  let openBound: bigint | undefined

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
      spent += costs[next] ?? 0n
      for (const other of requires[next] ?? []) waiting.push([other, TAKEN])
      for (const other of excludes[next] ?? []) waiting.push([other, LEFT])
    }
    return true
  }

  function undo(trail: readonly number[]): void {
    for (const measure of trail) {
      if (state[measure] === TAKEN) spent -= costs[measure] ?? 0n
      state[measure] = OPEN
    }
  }

  /** What the rows still cost at least, and the measure to decide next; undefined where a row is out of reach. */
  function look(): { readonly cost: bigint; readonly next: number | undefined } | undefined {
    const open: RowBound[] = []
    for (const row of rows) {
      const bound = boundOf(row, state, costs)
      if (bound === undefined) return undefined
      if (bound.unmet) open.push(bound)
    }
    open.sort((a, b) => (a.cost === b.cost ? a.members.length - b.members.length : a.cost > b.cost ? -1 : 1))
    const used = new Set<number>()
    let cost = 0n
    for (const bound of open) {
      if (bound.members.some((measure) => used.has(measure))) continue
      for (const measure of bound.members) used.add(measure)
      cost += bound.cost
    }
    return { cost, next: open[0]?.next }
  }

  function search(): void {
    const ahead = look()
    if (ahead === undefined) return
    const bound = spent + ahead.cost
    if (best !== undefined && bound >= best.cost) return
    if (ahead.next === undefined) {
      best = { chosen: [...state.keys()].filter((measure) => state[measure] === TAKEN), cost: spent }
      return
    }
    if (nodes >= MOST_NODES && best !== undefined) {
      if (openBound === undefined || bound < openBound) openBound = bound
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
  const { cost, chosen } = best
  return { chosen, cost, lowerBound: openBound !== undefined && openBound < cost ? openBound : cost }
}

/** A row with what each of its measures saves, measure by measure. */
interface MeasureRow {
  readonly need: bigint
  readonly measures: readonly { readonly measure: number; readonly parts: readonly PartSaving[] }[]
  readonly parts: number
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
  return { need, measures: [...byMeasure].map(([measure, own]) => ({ measure, parts: own })), parts }
}

interface RowBound {
  readonly unmet: boolean
  readonly cost: bigint
  /** The open measures that could still save something on the row. */
  readonly members: readonly number[]
  readonly next: number | undefined
}

const MET: RowBound = { unmet: false, cost: 0n, members: [], next: undefined }

/**
 * What a row costs at least from here: open measures by the price of what they add to those taken, the last one in part.
 * Undefined where even all of them do not save enough.
 */
function boundOf(
  { need, measures, parts }: MeasureRow,
  state: Int8Array,
  costs: readonly bigint[],
): RowBound | undefined {
  const saved = new Array<bigint>(parts).fill(0n)
  for (const one of measures) {
    if (state[one.measure] !== TAKEN) continue
    for (const { part, saving } of one.parts) if (saving > (saved[part] ?? 0n)) saved[part] = saving
  }
  let rest = saved.reduce((left, saving) => left - saving, need)
  if (rest <= 0n) return MET
  const open: { readonly measure: number; readonly gain: bigint; readonly price: bigint }[] = []
  for (const { measure, parts: own } of measures) {
    if (state[measure] !== OPEN) continue
    let gain = 0n
    for (const { part, saving } of own) if (saving > (saved[part] ?? 0n)) gain += saving - (saved[part] ?? 0n)
    if (gain > 0n) open.push({ measure, gain: gain < rest ? gain : rest, price: costs[measure] ?? 0n })
  }
  open.sort((a, b) => {
    const difference = a.price * b.gain - b.price * a.gain
    return difference === 0n ? a.measure - b.measure : difference < 0n ? -1 : 1
  })
  const members = open.map(({ measure }) => measure)
  let cost = 0n
  for (const { gain, price } of open) {
    if (gain >= rest) return { unmet: true, cost: cost + (price * rest + gain - 1n) / gain, members, next: members[0] }
    cost += price
    rest -= gain
  }
  return undefined
}
