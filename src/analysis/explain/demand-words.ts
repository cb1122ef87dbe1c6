import type { CutDomain } from '../../graph/fact-cells.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import { printFactValue, printOperand } from '../../graph/situation.ts'
import { printCells } from '../../graph/situation-words.ts'
import type { ComparisonOperator, Operand } from '../../model/condition.ts'
import type { ExplainedCase } from './explained-case.ts'

/** Writes a value with the unit that its fact is counted in (填写值的写法): 80平方米. */
export function printMeasured(value: FactValue, unit: string | undefined): string {
  return `${printFactValue(value)}${value.kind === 'number' ? (unit ?? '') : ''}`
}

/** How an operator asks for a value that has an order (以上、以下含本数，不满、超过不含本数). */
const AMOUNT_WORDS: Readonly<Record<ComparisonOperator, (value: string) => string>> = {
  eq: (value) => `为${value}`,
  ne: (value) => `不为${value}`,
  ge: (value) => `${value}以上`,
  le: (value) => `${value}以下`,
  gt: (value) => `超过${value}`,
  lt: (value) => `不满${value}`,
}

/** The same for what 以上 would read strangely behind: a day, another fact. */
const DATE_WORDS: typeof AMOUNT_WORDS = {
  ...AMOUNT_WORDS,
  ge: (value) => `不早于${value}`,
  le: (value) => `不晚于${value}`,
  gt: (value) => `晚于${value}`,
  lt: (value) => `早于${value}`,
}
const FACT_WORDS: typeof AMOUNT_WORDS = {
  eq: (value) => `等于${value}`,
  ne: (value) => `不等于${value}`,
  ge: (value) => `不低于${value}`,
  le: (value) => `不超过${value}`,
  gt: (value) => `超过${value}`,
  lt: (value) => `低于${value}`,
}

/** What a comparison asks of a fact, in words (要求的说法): 150平方米以上, 为是, 不低于【注册资本】. */
export function printDemand(
  fact: string,
  operator: ComparisonOperator,
  operand: Operand,
  { declared }: Pick<ExplainedCase, 'declared'>,
): string {
  const type = declared.get(fact)?.type
  const isDate = operand.kind === 'date' || operand.kind === 'shifted' || type === 'date'
  const words = isDate ? DATE_WORDS : operand.kind === 'fact' ? FACT_WORDS : AMOUNT_WORDS
  return words[operator](printRight(fact, operand, declared))
}

/** What 属于 asks of a fact. */
export function printOneOf(
  fact: string,
  operands: readonly Operand[],
  { declared }: Pick<ExplainedCase, 'declared'>,
): string {
  const listed = operands.map((operand) => printRight(fact, operand, declared))
  return listed.length === 1 ? `为${listed[0] ?? ''}` : `为${listed.join('、')}之一`
}

function printRight(fact: string, operand: Operand, declared: ExplainedCase['declared']): string {
  if (operand.kind === 'fact' || operand.kind === 'shifted') return printOperand(operand)
  return printMeasured(operand, declared.get(fact)?.unit)
}

/** More words than this are told by what is left out. */
const MOST_LISTED = 5

/** The values that would do (可以是什么): 150平方米以上; words one by one where they are few, for people to choose from. */
export function printWanted(domain: CutDomain, inside: readonly boolean[], unit: string | undefined): string {
  const chosen = domain.cells.filter((_, cell) => inside[cell] === true).map(({ example }) => example)
  const named = chosen.flatMap((example) => (example === undefined ? [] : [printMeasured(example, unit)]))
  const isListed = !domain.ordered && named.length === chosen.length && named.length <= MOST_LISTED
  return isListed ? `为${named.join('或')}` : printCells(domain, inside, unit)
}
