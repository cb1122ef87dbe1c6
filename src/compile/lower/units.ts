import { divide, multiply, parseRational, printRational, type Rational, rational } from '../../base/rational.ts'
import type { DurationSyntax } from '../../syntax/tree.ts'

/** What a money unit is worth. Unit: 分. */
const FEN_BY_UNIT: Readonly<Record<string, Rational>> = {
  分: rational(1),
  角: rational(10),
  元: rational(100),
  万元: rational(1_000_000),
  亿元: rational(10_000_000_000n),
}

type TimeUnit = Extract<DurationSyntax, { readonly amount: string }>['unit']

/** The words for units of time that 单位 may say, with what the parser calls them. */
const TIME_UNITS: Readonly<Record<string, readonly TimeUnit[]>> = {
  年: ['year'],
  月: ['month'],
  个月: ['month'],
  日: ['calendarDay', 'bareDay'],
  天: ['calendarDay', 'bareDay'],
  日历日: ['calendarDay', 'bareDay'],
  个日历日: ['calendarDay', 'bareDay'],
  自然日: ['calendarDay', 'bareDay'],
  个自然日: ['calendarDay', 'bareDay'],
  工作日: ['workday'],
  个工作日: ['workday'],
  小时: ['hour'],
  个小时: ['hour'],
  分钟: ['minute'],
}

/** An amount of money counted in a money unit: 100万元 in 万元 is `"100"`; undefined where 单位 is no money unit. */
export function amountInMoneyUnit(amountFen: string, unit: string | undefined): string | undefined {
  const worth = unit === undefined ? undefined : FEN_BY_UNIT[unit]
  const amount = parseRational(amountFen)
  return worth && amount && printRational(divide(amount, worth))
}

/** So much of a money unit. Unit: 分. Undefined where the word is no money unit. */
export function amountInFen(amount: string, unit: string | undefined): string | undefined {
  const worth = unit === undefined ? undefined : FEN_BY_UNIT[unit]
  const number = parseRational(amount)
  return worth && number && printRational(multiply(number, worth))
}

/** So much of a unit of time, by its word; undefined where the word is no unit of time. */
export function durationIn(amount: string, unit: string | undefined): DurationSyntax | undefined {
  if (unit === undefined) return undefined
  if (unit === '日' || unit === '天') return { unit: 'bareDay', amount }
  const [timeUnit] = TIME_UNITS[unit] ?? []
  return timeUnit && { unit: timeUnit, amount }
}

/** The units of time that a word of 单位 covers; none where it is no unit of time. */
export function timeUnitsOf(unit: string | undefined): readonly TimeUnit[] {
  return unit === undefined ? [] : (TIME_UNITS[unit] ?? [])
}
