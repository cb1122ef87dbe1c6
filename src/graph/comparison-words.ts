import { printDuration } from '../calendar/duration.ts'
import type { ComparisonOperator, Operand } from '../model/condition.ts'
import type { FactType } from '../model/terms.ts'
import { printDate, printMeasured } from './situation.ts'

/** What a fact is compared with, as far as the words depend on it. */
export type ComparedWith = 'amount' | 'date' | 'fact'

type Words = Readonly<Record<ComparisonOperator, (value: string) => string>>

/** 以上、以下含本数，不满、超过不含本数（民法典第一千二百五十九条）. */
const AMOUNTS: Words = {
  eq: (value) => `为${value}`,
  ne: (value) => `不为${value}`,
  ge: (value) => `${value}以上`,
  gt: (value) => `超过${value}`,
  le: (value) => `${value}以下`,
  lt: (value) => `不满${value}`,
}

const WORDS: Readonly<Record<ComparedWith, Words>> = {
  amount: AMOUNTS,
  date: {
    ...AMOUNTS,
    ge: (value) => `不早于${value}`,
    gt: (value) => `晚于${value}`,
    le: (value) => `不晚于${value}`,
    lt: (value) => `早于${value}`,
  },
  // 以上 behind the name of another fact would be read as part of it.
  fact: {
    eq: (value) => `等于${value}`,
    ne: (value) => `不等于${value}`,
    ge: (value) => `不小于${value}`,
    gt: (value) => `大于${value}`,
    le: (value) => `不大于${value}`,
    lt: (value) => `小于${value}`,
  },
}

/** Says how a fact compares with a value that is written already (比较的说法): 150平方米以上, 不早于2025年1月1日. */
export function printComparison(operator: ComparisonOperator, value: string, comparedWith: ComparedWith): string {
  return WORDS[comparedWith][operator](value)
}

/** What 属于 asks of a fact, by values that are written already (属于的说法): 为“甲”、“乙”之一, and 为“甲” where there is only one. */
export function printAmong(values: readonly string[]): string {
  return `为${values.join('、')}${values.length === 1 ? '' : '之一'}`
}

/** What a fact of this type is compared with. */
export function comparedWith({ kind }: Operand, type: FactType | undefined): ComparedWith {
  return kind === 'date' || kind === 'shifted' || type === 'date' ? 'date' : kind === 'fact' ? 'fact' : 'amount'
}

/** Writes the right side of a comparison in plain words (比较的另一边): 50平方米, “注册资本”, “到期日”前30个自然日. */
export function printCompared(operand: Operand, unit: string | undefined): string {
  if (operand.kind === 'fact') return `“${operand.fact}”`
  if (operand.kind !== 'shifted') return printMeasured(operand, unit)
  const base = operand.fact === undefined ? printDate(operand.date ?? '') : `“${operand.fact}”`
  return `${base}${operand.direction === 'later' ? '后' : '前'}${printDuration(operand.duration)}`
}
