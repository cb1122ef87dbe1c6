import { assertNever } from '../base/assert-never.ts'
import { BUILT_IN_FACTS } from '../model/built-in-facts.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import type { FactType } from '../model/terms.ts'
import { comparedWith, printAmong, printCompared, printComparison } from './comparison-words.ts'
import { OPPOSITE_OPERATOR } from './opposite-operator.ts'
import { printFactValue } from './situation.ts'

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
      return `${condition.fact}${sayAmong(condition, saying)}`
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
      return `${of.fact}不${sayAmong(of, saying)}`
    case 'not':
      return say(of.of, saying)
    default:
      return `不是这样：${sayPart(of, saying)}`
  }
}

function sayComparison(
  { fact, operand }: Pick<Comparison, 'fact' | 'operand'>,
  operator: ComparisonOperator,
  saying: Saying,
): string {
  const value = valueWords(fact, operand, saying)
  return `${fact}${printComparison(operator, value, comparedWith(operand, factNamed(fact, saying)?.type))}`
}

function sayAmong({ fact, operands }: Extract<Condition, { readonly kind: 'oneOf' }>, saying: Saying): string {
  return printAmong(operands.map((operand) => valueWords(fact, operand, saying)))
}

function valueWords(fact: string, operand: Operand, saying: Saying): string {
  if (operand.kind === 'boolean') return `“${printFactValue(operand)}”`
  return printCompared(operand, factNamed(fact, saying)?.unit)
}

function factNamed(name: string, { scope }: Saying): ConditionScope['facts'][number] | undefined {
  return [...scope.facts, ...BUILT_IN_FACTS].find((fact) => fact.name === name)
}
