import {
  add,
  compare,
  ONE,
  parseRational,
  printRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../base/rational.ts'
import { parseCivilDate, printCivilDate } from '../calendar/civil-date.ts'
import type { ComparisonOperator } from '../model/condition.ts'
import { holds } from './evaluate-condition.ts'
import { compareAmounts, type FactValue, orderOf, unorderedKey } from './fact-value.ts'

/** A domain cut at more constants than this is not told apart: each condition would have to name all of its cells. */
const MAX_CONSTANTS = 1000

/** One piece of a fact's domain within which no condition of the matter tells values apart (取值区段). */
interface Cell {
  /** Where the cell lies among the constants: 2i is the gap below constant i, 2i + 1 constant i itself. Unordered: its index. */
  readonly place: number
  /** A value of the cell; absent in the cell of everything that is not mentioned. */
  readonly example: FactValue | undefined
}

/** The domain of a fact, cut at the constants that it is compared with (取值范围的划分). */
export interface CutDomain {
  /** True where the cells follow each other from the least to the greatest. */
  readonly ordered: boolean
  readonly cells: readonly Cell[]
  /** The cells in which `fact operator constant` holds; undefined where the operator makes no sense here. */
  readonly where: (operator: ComparisonOperator, constant: FactValue) => readonly boolean[] | undefined
  /** The index of the cell that holds a value; undefined for a value of another kind. */
  readonly cellOf: (value: FactValue) => number | undefined
}

/** Cuts an unordered domain: each option a cell, and one for everything else where the list is not closed. */
export function cutUnordered(values: readonly FactValue[], closed: boolean): CutDomain {
  const places = new Map<string, number>()
  const cells: Cell[] = []
  for (const example of values) {
    const key = unorderedKey(example)
    if (key === undefined || places.has(key)) continue
    places.set(key, cells.length)
    cells.push({ place: cells.length, example })
  }
  if (!closed) cells.push({ place: cells.length, example: undefined })
  return {
    ordered: false,
    cells,
    where: (operator, constant) => {
      const same = places.get(unorderedKey(constant) ?? '')
      const inside = cells.map(({ place }) => holds(operator, place === same ? 0 : 'different'))
      return inside.every((answer) => answer !== undefined) ? inside : undefined
    },
    cellOf: (value) => {
      const key = unorderedKey(value)
      return key === undefined ? undefined : (places.get(key) ?? (closed ? undefined : cells.length - 1))
    },
  }
}

/** Cuts an ordered domain (numbers, money, dates, durations of one unit) into the constants and the gaps between them. */
export function cutOrdered(constants: readonly FactValue[]): CutDomain {
  const sorted = sortConstants(constants)
  const places = new Map(sorted.map((constant, index) => [orderOf(constant)?.amount, index]))
  const cells: Cell[] = []
  for (let i = 0; i <= sorted.length; i++) {
    const constant = sorted[i]
    const between = valueBetween(sorted[i - 1], constant)
    if (between !== undefined) cells.push({ place: 2 * i, example: between })
    if (constant !== undefined) cells.push({ place: 2 * i + 1, example: constant })
  }
  return {
    ordered: true,
    cells,
    where: (operator, constant) => {
      if (sorted.length > MAX_CONSTANTS) return undefined
      // Nearly always the constant is spelled as it was collected; 1.0 for 1 is found by value.
      const index = places.get(orderOf(constant)?.amount) ?? sorted.findIndex((other) => order(other, constant) === 0)
      if (index < 0) return undefined
      const inside = cells.map(({ place }) => holds(operator, place - (2 * index + 1)))
      return inside.every((answer) => answer !== undefined) ? inside : undefined
    },
    cellOf: (value) => {
      const scale = orderOf(value)?.scale
      if (scale === undefined || sorted.some((constant) => orderOf(constant)?.scale !== scale)) return undefined
      const above = sorted.findIndex((constant) => order(value, constant) <= 0)
      const index = above < 0 ? sorted.length : above
      const constant = sorted[index]
      const place = constant !== undefined && order(value, constant) === 0 ? 2 * index + 1 : 2 * index
      const cell = cells.findIndex((candidate) => candidate.place === place)
      return cell < 0 ? undefined : cell
    },
  }
}

function sortConstants(constants: readonly FactValue[]): readonly FactValue[] {
  const sorted: FactValue[] = []
  for (const constant of [...constants].sort(order)) {
    const last = sorted.at(-1)
    if (last === undefined || order(last, constant) !== 0) sorted.push(constant)
  }
  return sorted
}

function order(a: FactValue, b: FactValue): number {
  const left = orderOf(a)?.amount ?? ''
  const right = orderOf(b)?.amount ?? ''
  if (a.kind !== 'date') return compareAmounts(left, right) ?? 0
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * A value strictly between two constants of one kind, either of which may be missing; undefined where there is none. The
 * language has no negative numbers: below zero there is nothing but days.
 */
function valueBetween(low: FactValue | undefined, high: FactValue | undefined): FactValue | undefined {
  const model = low ?? high
  if (model?.kind === 'date') return dateBetween(low, high)
  if (model === undefined) return undefined
  const [from, to] = [amountOf(low), amountOf(high)]
  if (from === undefined && to !== undefined && compare(to, ZERO) <= 0) return undefined
  const amount = amountBetween(from, to)
  if (model.kind === 'money') return { kind: 'money', amountFen: amount }
  if (model.kind !== 'duration') return { kind: 'number', amount }
  const { unit } = model.duration
  if (unit === 'instant' || unit === 'unlimited') return undefined
  return { kind: 'duration', duration: { unit, amount } }
}

function amountOf(value: FactValue | undefined): Rational | undefined {
  return value && parseRational(orderOf(value)?.amount ?? '')
}

/** A natural choice: a whole number near the bound where one fits, else the middle; never negative. */
function amountBetween(low: Rational | undefined, high: Rational | undefined): string {
  if (high === undefined) return printRational(add(floor(low ?? ZERO), ONE))
  if (low === undefined) {
    const before = subtract(high, ONE)
    return printRational(compare(before, ZERO) < 0 ? ZERO : before)
  }
  const middle = rational(low.num * high.den + high.num * low.den, 2n * low.den * high.den)
  const whole = floor(middle)
  return printRational(compare(whole, low) > 0 ? whole : middle)
}

function floor(value: Rational): Rational {
  const quotient = value.num / value.den
  return rational(value.num < 0n && quotient * value.den !== value.num ? quotient - 1n : quotient)
}

function dateBetween(low: FactValue | undefined, high: FactValue | undefined): FactValue | undefined {
  const from = low?.kind === 'date' ? parseCivilDate(low.date) : undefined
  const to = high?.kind === 'date' ? parseCivilDate(high.date) : undefined
  const first = from?.ok === true ? from.value + 1 : undefined
  const last = to?.ok === true ? to.value - 1 : undefined
  const day = first ?? last
  if (day === undefined || (first !== undefined && last !== undefined && first > last)) return undefined
  const date = printCivilDate(day)
  return parseCivilDate(date).ok ? { kind: 'date', date } : undefined
}
