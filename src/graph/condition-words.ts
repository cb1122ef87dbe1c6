import { assertNever } from '../base/assert-never.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import { OPPOSITE_OPERATOR } from './opposite-operator.ts'
import { printFactValue, printOperand } from './situation.ts'

/** What the words of a condition rest on: the units of its facts, and what its situations mean. */
export interface ConditionScope {
  readonly facts: readonly { readonly name: string; readonly unit?: string | undefined }[]
  readonly situations: readonly { readonly name: string; readonly when: Condition }[]
}

/**
 * Says a condition in plain words (条件的通俗说法), for people who do not know the language: 经营面积150平方米以上，并且主体业态为
 * “餐饮服务经营”. With `explain` every situation is told with what it means: 大型餐馆（经营面积150平方米以上）.
 */
export function printConditionWords(
  condition: Condition,
  scope: ConditionScope,
  { explain = false }: { readonly explain?: boolean } = {},
): string {
  return say(condition, { scope, explain, within: new Set() })
}

interface Saying {
  readonly scope: ConditionScope
  readonly explain: boolean
  /** The situations that are being told, so that one that means itself comes to an end. */
  readonly within: ReadonlySet<string>
}

function say(condition: Condition, saying: Saying): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => sayPart(part, saying)).join('，并且')
    case 'any':
      return condition.of.map((part) => sayPart(part, saying)).join('，或者')
    case 'not':
      return sayNegation(condition.of, saying)
    case 'fact':
      return `${condition.fact}为“是”`
    case 'situation':
      return `${condition.situation}${meaningOf(condition.situation, saying)}`
    case 'compare':
      return sayComparison(condition, condition.operator, saying)
    case 'oneOf':
      return `${condition.fact}为${listed(condition.fact, condition.operands, saying)}之一`
    default:
      return assertNever(condition)
  }
}

function sayPart(part: Condition, saying: Saying): string {
  const words = say(part, saying)
  return part.kind === 'all' || part.kind === 'any' ? `（${words}）` : words
}

function meaningOf(name: string, { scope, explain, within }: Saying): string {
  const meaning = scope.situations.find((each) => each.name === name)
  if (!explain || meaning === undefined || within.has(name)) return ''
  return `（${say(meaning.when, { scope, explain, within: new Set([...within, name]) })}）`
}

function sayNegation(of: Condition, saying: Saying): string {
  switch (of.kind) {
    case 'fact':
      return `${of.fact}为“否”`
    case 'situation':
      return `不属于${of.situation}${meaningOf(of.situation, saying)}`
    case 'compare':
      return sayComparison(of, OPPOSITE_OPERATOR[of.operator], saying)
    case 'oneOf':
      return `${of.fact}不是${listed(of.fact, of.operands, saying)}`
    case 'not':
      return say(of.of, saying)
    default:
      return `不是这样：${sayPart(of, saying)}`
  }
}

type Words = Readonly<Record<ComparisonOperator, (value: string) => string>>

/** 以上含本数，不满、超过不含本数. */
const AMOUNTS: Words = {
  eq: (value) => `为${value}`,
  ne: (value) => `不是${value}`,
  ge: (value) => `${value}以上`,
  gt: (value) => `超过${value}`,
  le: (value) => `不超过${value}`,
  lt: (value) => `不满${value}`,
}

const DATES: Words = {
  ...AMOUNTS,
  ge: (value) => `不早于${value}`,
  gt: (value) => `晚于${value}`,
  le: (value) => `不晚于${value}`,
  lt: (value) => `早于${value}`,
}

/** 以上 behind the name of another fact would be read as part of it. */
const OTHERS: Words = {
  ...AMOUNTS,
  ge: (value) => `不少于${value}`,
  gt: (value) => `大于${value}`,
  le: (value) => `不大于${value}`,
  lt: (value) => `小于${value}`,
}

function sayComparison(
  { fact, operand }: Extract<Condition, { readonly kind: 'compare' }>,
  operator: ComparisonOperator,
  saying: Saying,
): string {
  const words =
    operand.kind === 'fact' ? OTHERS : operand.kind === 'date' || operand.kind === 'shifted' ? DATES : AMOUNTS
  return `${fact}${words[operator](valueWords(fact, operand, saying))}`
}

function listed(fact: string, operands: readonly Operand[], saying: Saying): string {
  return operands.map((operand) => valueWords(fact, operand, saying)).join('、')
}

function valueWords(fact: string, operand: Operand, { scope }: Saying): string {
  if (operand.kind === 'boolean') return `“${printFactValue(operand)}”`
  if (operand.kind === 'fact') return `“${operand.fact}”`
  const unit = operand.kind === 'number' ? (scope.facts.find(({ name }) => name === fact)?.unit ?? '') : ''
  return `${printOperand(operand)}${unit}`
}
