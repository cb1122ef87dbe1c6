/** A row of a relaxation: the values times their gains must come to at least `need`. Whole numbers. */
export interface LinearRow {
  readonly need: number
  /** By variable; may be negative. */
  readonly gains: Float64Array
}

/** What a relaxation comes to. Floats: a guess that whoever builds on it checks in whole numbers. */
interface Relaxed {
  /** False where no values satisfy the rows; the weights then say why. */
  readonly feasible: boolean
  /** By variable, from 0 to 1. */
  readonly values: Float64Array
  /** By row: what a unit of its need is worth. */
  readonly weights: Float64Array
}

/** The cheapest values between 0 and 1 that satisfy rows; rows may be added one by one. */
export interface Relaxation {
  readonly rows: readonly LinearRow[]
  add(row: LinearRow): void
  solve(): Relaxed
}

const TINY = 1e-9
/** Pivots after which a guess is good enough. */
const MOST_PIVOTS = 200

/**
 * The bounded dual simplex method in the form of a dictionary (线性松弛): every variable outside the basis is 0, and a value
 * that should be 1 is counted down from there.
 * Literature: Lemke, "The dual method of solving the linear programming problem", 1954; Chvátal, Linear Programming, 1983.
 */
export function createRelaxation(costs: readonly number[]): Relaxation {
  const size = costs.length
  const rows: LinearRow[] = []
  /** By row of the dictionary: the basic variable is its constant and its coefficients times the variables outside. */
  const table: Float64Array[] = []
  const constants: number[] = []
  /** Variables below `size` are the values; those from there on what each row has beyond its need. */
  const basic: number[] = []
  const outside = Int32Array.from({ length: size }, (_, at) => at)
  const prices = Float64Array.from(costs)
  const countedDown = new Uint8Array(size)

  function add(row: LinearRow): void {
    const own = new Float64Array(size)
    let constant = -row.need
    const gainOf = (variable: number) => {
      const gain = variable < size ? (row.gains[variable] ?? 0) : 0
      if (countedDown[variable] !== 1) return gain
      constant += gain
      return -gain
    }
    for (let j = 0; j < size; j++) own[j] = gainOf(outside[j] ?? 0)
    for (const [i, variable] of basic.entries()) {
      const gain = gainOf(variable)
      if (gain === 0) continue
      constant += gain * (constants[i] ?? 0)
      addTo(own, table[i] ?? own, gain)
    }
    basic.push(size + rows.length)
    rows.push(row)
    table.push(own)
    constants.push(constant)
  }

  /** The row of the variable that is furthest out of its bounds, turned so that it is below 0; −1 where all are within. */
  function leavingRow(): number {
    let [found, worst, over] = [-1, -TINY, false]
    for (const [i, value] of constants.entries()) {
      const room = (basic[i] ?? 0) < size ? 1 - value : 0
      if (Math.min(value, room) >= worst) continue
      over = room < value
      worst = Math.min(value, room)
      found = i
    }
    const row = table[found]
    if (over && row !== undefined) {
      const variable = basic[found] ?? 0
      countedDown[variable] = 1 - (countedDown[variable] ?? 0)
      constants[found] = worst
      for (let j = 0; j < size; j++) row[j] = -(row[j] ?? 0)
    }
    return found
  }

  /** The variable outside that costs least for what it mends of the row; among equals the one that mends most. */
  function enteringColumn(row: Float64Array): number {
    let [found, least, steepest] = [-1, Number.POSITIVE_INFINITY, 0]
    for (let j = 0; j < size; j++) {
      const slope = row[j] ?? 0
      if (slope <= TINY) continue
      const ratio = Math.max(0, prices[j] ?? 0) / slope
      if (ratio > least + TINY || (ratio > least - TINY && slope <= steepest)) continue
      found = j
      least = Math.min(least, ratio)
      steepest = slope
    }
    return found
  }

  function pivot(at: number, row: Float64Array, column: number): void {
    const factor = 1 / (row[column] ?? 1)
    for (let j = 0; j < size; j++) row[j] = -(row[j] ?? 0) * factor
    row[column] = factor
    const constant = -(constants[at] ?? 0) * factor
    constants[at] = constant
    const entering = outside[column] ?? 0
    outside[column] = basic[at] ?? 0
    basic[at] = entering
    for (const [i, other] of table.entries()) {
      const share = other[column] ?? 0
      if (i === at || share === 0) continue
      other[column] = 0
      addTo(other, row, share)
      constants[i] = (constants[i] ?? 0) + share * constant
    }
    const price = prices[column] ?? 0
    prices[column] = 0
    addTo(prices, row, price)
  }

  function solve(): Relaxed {
    for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
      const at = leavingRow()
      const row = table[at]
      if (row === undefined) break
      const column = enteringColumn(row)
      if (column < 0) return { feasible: false, values: valuesNow(), weights: weightsBy(row, -1, basic[at] ?? 0) }
      pivot(at, row, column)
    }
    return { feasible: true, values: valuesNow(), weights: weightsBy(prices, 1, 0) }
  }

  function valuesNow(): Float64Array {
    const values = Float64Array.from(countedDown)
    for (const [i, variable] of basic.entries()) {
      if (variable >= size) continue
      const value = Math.min(1, Math.max(0, constants[i] ?? 0))
      values[variable] = countedDown[variable] === 1 ? 1 - value : value
    }
    return values
  }

  function weightsBy(line: Float64Array, sign: number, own: number): Float64Array {
    const weights = new Float64Array(rows.length)
    for (const [j, variable] of outside.entries()) {
      if (variable >= size) weights[variable - size] = Math.max(0, sign * (line[j] ?? 0))
    }
    if (own >= size) weights[own - size] = 1
    return weights
  }

  return { rows, add, solve }
}

function addTo(sum: Float64Array, line: Float64Array, times: number): void {
  for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] ?? 0) + times * (line[j] ?? 0)
}
