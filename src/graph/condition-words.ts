import { assertNever } from '../base/assert-never.ts'
import { printDuration } from '../calendar/duration.ts'
import { BUILT_IN_FACTS } from '../model/built-in-facts.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import type { FactType } from '../model/terms.ts'
import { OPPOSITE_OPERATOR } from './opposite-operator.ts'
import { printDate, printFactValue } from './situation.ts'

/** What the words of a condition rest on: the types and units of its facts, and what its situations mean. */
export interface ConditionScope {
  readonly facts: readonly {
    readonly name: string
    readonly type?: FactType | undefined
    readonly unit?: string | undefined
  }[]
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
    case 'any':
      return phrasesOf(condition, saying).join(JOINTS[condition.kind])
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

type Joined = Extract<Condition, { readonly kind: 'all' | 'any' }>
type Comparison = Extract<Condition, { readonly kind: 'compare' }>

const JOINTS = { all: '，并且', any: '，或者' } as const

function sayPart(part: Condition, saying: Saying): string {
  if (part.kind !== 'all' && part.kind !== 'any') return say(part, saying)
  const phrases = phrasesOf(part, saying)
  return phrases.length > 1 ? `（${phrases.join(JOINTS[part.kind])}）` : phrases.join('')
}

/** What 且 or 或 joins, each in words: the same joint inside needs no brackets, and the two ends of a range are one phrase. */
function phrasesOf({ kind, of }: Joined, saying: Saying): readonly string[] {
  const parts = of.flatMap(function flat(part): readonly Condition[] {
    return part.kind === kind ? part.of.flatMap(flat) : [part]
  })
  const ranges = kind === 'all' ? rangesAmong(parts) : new Map<Condition, Comparison>()
  const ends = new Set<Condition>(ranges.values())
  return parts.flatMap((part) => {
    const high = ranges.get(part)
    if (high === undefined) return ends.has(part) ? [] : [sayPart(part, saying)]
    const from = say(part, saying)
    return [`${from}、${sayComparison(high, high.operator, saying).slice(high.fact.length)}`]
  })
}

/** By its low end the high end of each range: 50平方米以上, 不满150平方米. Where a fact has several there is none. */
function rangesAmong(parts: readonly Condition[]): ReadonlyMap<Condition, Comparison> {
  const bounds = parts.filter((part) => part.kind === 'compare')
  const only = (fact: string, operators: readonly ComparisonOperator[]) => {
    const [first, ...others] = bounds.filter((each) => each.fact === fact && operators.includes(each.operator))
    return others.length === 0 ? first : undefined
  }
  return new Map(
    [...new Set(bounds.map(({ fact }) => fact))].flatMap((fact) => {
      const [low, high] = [only(fact, ['ge', 'gt']), only(fact, ['le', 'lt'])]
      return low === undefined || high === undefined ? [] : [[low, high] as const]
    }),
  )
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
  { fact, operand }: Pick<Comparison, 'fact' | 'operand'>,
  operator: ComparisonOperator,
  saying: Saying,
): string {
  const isDate = operand.kind === 'date' || operand.kind === 'shifted' || factNamed(fact, saying)?.type === 'date'
  const words = isDate ? DATES : operand.kind === 'fact' ? OTHERS : AMOUNTS
  return `${fact}${words[operator](valueWords(fact, operand, saying))}`
}

function listed(fact: string, operands: readonly Operand[], saying: Saying): string {
  return operands.map((operand) => valueWords(fact, operand, saying)).join('、')
}

function valueWords(fact: string, operand: Operand, saying: Saying): string {
  if (operand.kind === 'boolean') return `“${printFactValue(operand)}”`
  if (operand.kind === 'fact') return `“${operand.fact}”`
  if (operand.kind === 'shifted') {
    const base = operand.fact === undefined ? printDate(operand.date ?? '') : `“${operand.fact}”`
    return `${base}${operand.direction === 'later' ? '后' : '前'}${printDuration(operand.duration)}`
  }
  const unit = operand.kind === 'number' ? (factNamed(fact, saying)?.unit ?? '') : ''
  return `${printFactValue(operand)}${unit}`
}

function factNamed(name: string, { scope }: Saying): ConditionScope['facts'][number] | undefined {
  return [...scope.facts, ...BUILT_IN_FACTS].find((fact) => fact.name === name)
}
