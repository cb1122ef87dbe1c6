import { type Decisions, OPEN, type OpenProblem } from './cover-problem.ts'
import { createRelaxation, type LinearRow } from './linear-relaxation.ts'
import type { RowState } from './row-state.ts'

/** What open measures cost at least, and how the cheapest mixture of them takes each. */
export interface CoverBound {
  /** Whole and exact; without limit where no open measures satisfy the rows. */
  readonly cost: number
  /** The open measures, and for each the part of it that is taken, from 0 to 1: a guess. */
  readonly open: readonly number[]
  readonly shares: Float64Array
  /** The rows that the bound rests on. */
  readonly rows: readonly number[]
}

/** Rows that a relaxation starts with, rows added at a time, and how often. */
const FIRST_ROWS = 8
const MORE_ROWS = 6
const MOST_ROUNDS = 20
/** A row is added where it is missed by more than this part of its need. */
const HAIR = 1e-6
/** Weights are counted in whole parts so fine that what is rounded off does not matter. */
const FINEST = 2 ** 30
const LARGEST_SUM = 2 ** 52

/**
 * What the open measures cost at least (下界): parts of measures may be taken; rows come in where the mixture misses them,
 * each cut to what it still needs and to the best measure of a part. The mixture is found with floats; then its weights are
 * rounded to whole numbers, and what these prove is added up exactly.
 *
 * @param hints rows to start with
 */
export function boundCover(
  problem: OpenProblem,
  decisions: Decisions,
  rows: readonly RowState[],
  hints: readonly number[],
): CoverBound {
  const open = [...decisions.keys()].filter((measure) => decisions[measure] === OPEN)
  const at = new Int32Array(decisions.length).fill(-1)
  for (const [variable, measure] of open.entries()) at[measure] = variable
  const costs = open.map((measure) => problem.costs[measure] ?? 0)
  const relaxation = createRelaxation(costs)
  const sources: number[] = []
  const put = (row: LinearRow, source: number) => {
    relaxation.add(row)
    sources.push(source)
  }
  const unmet = [...rows.keys()].filter((row) => (rows[row]?.rest ?? 0) > 0)
  const left = rows.map((row) => openRow(row, at, open.length))
  const hinted = hints.filter((row) => (rows[row]?.rest ?? 0) > 0)
  for (const source of hinted.length > 0 ? hinted : unmet.slice(-FIRST_ROWS)) {
    const row = left[source]
    if (row !== undefined) put(spread(row.whole, open.length), source)
  }
  let relaxed = relaxation.solve()
  for (let round = 0; round < MOST_ROUNDS && relaxed.feasible; round++) {
    const { values } = relaxed
    const missed: { readonly source: number; readonly row: SparseRow; readonly short: number }[] = []
    for (const source of unmet) {
      const row = left[source] && rowWithin(left[source], at, values)
      const short = row === undefined ? 0 : shortOf(row, values)
      if (row !== undefined && short > HAIR) missed.push({ source, row, short })
    }
    const links = linksMissed(problem, open, at, values)
    if (missed.length === 0 && links.length === 0) break
    missed.sort((a, b) => b.short - a.short)
    for (const { row, source } of missed.slice(0, MORE_ROWS)) put(spread(row, open.length), source)
    for (const row of links) put(row, -1)
    relaxed = relaxation.solve()
  }
  const { feasible, values, weights } = relaxed
  const used = [...new Set(sources.filter((source, row) => source >= 0 && (weights[row] ?? 0) > 0))]
  const cost = feasible ? costProved(relaxation.rows, weights, costs) : refuted(relaxation.rows, weights, costs)
  return { cost, open, shares: values, rows: used }
}

/** A row of which only the measures that count are listed. */
interface SparseRow {
  readonly need: number
  readonly variables: readonly number[]
  /** None counts for more than is needed. */
  readonly gains: readonly number[]
}

/** What is left of a row, and its parts on which several measures compete. */
interface OpenRow {
  readonly state: RowState
  readonly whole: SparseRow
  readonly shared: readonly RowState['parts'][number][]
}

function openRow(state: RowState, at: Int32Array, size: number): OpenRow | undefined {
  if (state.rest <= 0) return undefined
  return {
    state,
    whole: sparseRow(state.rest, state.parts, at, new Float64Array(size)),
    shared: state.parts.filter(({ gains }) => gains.length > 1),
  }
}

function sparseRow(need: number, parts: RowState['parts'], at: Int32Array, sums: Float64Array): SparseRow {
  const variables: number[] = []
  for (const { gains } of parts) {
    for (const { measure, gain } of gains) {
      const variable = at[measure] ?? 0
      if (sums[variable] === 0) variables.push(variable)
      sums[variable] = (sums[variable] ?? 0) + gain
    }
  }
  return { need, variables, gains: variables.map((variable) => Math.min(need, sums[variable] ?? 0)) }
}

/**
 * The row; for parts on which the values take more than the best measure could save, that much is taken off the need
 * instead. Undefined where nothing is left.
 */
function rowWithin({ state, whole, shared }: OpenRow, at: Int32Array, values: Float64Array): SparseRow | undefined {
  const full = shared.filter(({ gains, most }) => {
    let sum = 0
    for (const { measure, gain } of gains) sum += gain * (values[at[measure] ?? 0] ?? 0)
    return sum > most * (1 + HAIR)
  })
  if (full.length === 0) return whole
  const need = full.reduce((rest, { most }) => rest - most, state.rest)
  if (need <= 0) return undefined
  const parts = state.parts.filter((part) => !full.includes(part))
  return sparseRow(need, parts, at, new Float64Array(values.length))
}

/** By which part of its need the values miss a row. */
function shortOf({ need, variables, gains }: SparseRow, values: Float64Array): number {
  let rest = need
  for (let i = 0; i < variables.length; i++) rest -= (gains[i] ?? 0) * (values[variables[i] ?? 0] ?? 0)
  return rest / need
}

function spread({ need, variables, gains: own }: SparseRow, size: number): LinearRow {
  const gains = new Float64Array(size)
  for (const [i, variable] of variables.entries()) gains[variable] = own[i] ?? 0
  return { need, gains }
}

/** The conditions between measures that the values do not keep. */
function linksMissed(
  { requires, excludes }: OpenProblem,
  open: readonly number[],
  at: Int32Array,
  values: Float64Array,
): readonly LinearRow[] {
  const rows: LinearRow[] = []
  const put = (need: number, one: number, first: number, other: number, second: number) => {
    const gains = new Float64Array(open.length)
    gains[one] = first
    gains[other] = second
    rows.push({ need, gains })
  }
  for (const [one, measure] of open.entries()) {
    const value = values[one] ?? 0
    if (value <= HAIR) continue
    for (const required of requires[measure] ?? []) {
      const other = at[required] ?? -1
      if (other >= 0 && value > (values[other] ?? 0) + HAIR) put(0, one, -1, other, 1)
    }
    for (const excluded of excludes[measure] ?? []) {
      const other = at[excluded] ?? -1
      if (other > one && value + (values[other] ?? 0) > 1 + HAIR) put(-1, one, -1, other, -1)
    }
  }
  return rows
}

/** The least cost that the weights of rows prove, rounded up: costs are whole. */
function costProved(rows: readonly LinearRow[], weights: Float64Array, costs: readonly number[]): number {
  const total = costs.reduce((sum, cost) => sum + cost, 1)
  let grain = 1
  while (grain < FINEST && grain * 2 * total < LARGEST_SUM) grain *= 2
  return Math.max(0, Math.ceil(weighed(rows, weights, costs, grain, grain) / grain))
}

/** Without limit where the weights of rows prove that no values satisfy them; else nothing is proved. */
function refuted(rows: readonly LinearRow[], weights: Float64Array, costs: readonly number[]): number {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  return largest > 0 && weighed(rows, weights, costs, 2 ** 20 / largest, 0) > 0 ? Number.POSITIVE_INFINITY : 0
}

/**
 * The sum of the rows' needs times their weights, and of what each measure costs less than its gains times their weights
 * where that is below nothing: no choice of measures costs less. Whole numbers; 0 where they grow too large to be exact.
 */
function weighed(
  rows: readonly LinearRow[],
  weights: Float64Array,
  costs: readonly number[],
  scale: number,
  grain: number,
): number {
  let sum = 0
  let largest = 0
  const left = Float64Array.from(costs, (cost) => cost * grain)
  for (const [at, { need, gains }] of rows.entries()) {
    const weight = Math.floor((weights[at] ?? 0) * scale)
    if (weight === 0) continue
    sum += weight * need
    largest += Math.abs(weight * need)
    for (let j = 0; j < left.length; j++) {
      const rest = (left[j] ?? 0) - weight * (gains[j] ?? 0)
      left[j] = rest
      if (Math.abs(rest) > largest) largest = Math.abs(rest)
    }
  }
  for (const rest of left) {
    if (rest >= 0) continue
    sum += rest
    largest -= rest
  }
  return largest < LARGEST_SUM ? sum : 0
}
