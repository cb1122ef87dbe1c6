import { isKeyOf } from '../../../../base/keys-of.ts'
import type { Condition } from '../../../../model/condition.ts'
import { plainName } from './plain-text.ts'

/** What a condition of somebody else's says, and what it takes the names in it for (外来的条件). */
export interface ForeignCondition {
  readonly condition: Condition
  readonly facts: readonly {
    readonly name: string
    readonly type: 'boolean' | 'number' | 'option'
    readonly option?: string
  }[]
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_.]*`
const COMPARISON = new RegExp(
  String.raw`^(${NAME})\s*(==|=|!=|>=|<=|>|<)\s*(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?)|(true|false))$`,
  'u',
)
const ALONE = new RegExp(String.raw`^(!|not\s*\(\s*|not\s+)?(${NAME})\s*\)?$`, 'u')

const OPERATORS = { '==': 'eq', '=': 'eq', '!=': 'ne', '>=': 'ge', '<=': 'le', '>': 'gt', '<': 'lt' } as const

/**
 * Reads what conditions mostly are: comparisons of a variable with a value, joined by 且 or 或. Undefined for anything else, which
 * a person then decides.
 */
export function readCondition(text: string): ForeignCondition | undefined {
  const inner = text
    .trim()
    .replace(/^[$#]\{([\s\S]*)\}$/, '$1')
    .replace(/^=(?!=)/, '')
    .trim()
  if (inner === '' || inner.length > 500) return undefined
  for (const [kind, mark] of [
    ['any', /\s+or\s+|\s*\|\|\s*/],
    ['all', /\s+and\s+|\s*&&\s*/],
  ] as const) {
    const pieces = inner.split(mark)
    if (pieces.length < 2) continue
    const read = pieces.map(readCondition)
    const known = read.filter((each) => each !== undefined)
    if (known.length < read.length) return undefined
    return {
      condition: { kind, of: known.map(({ condition }) => condition) },
      facts: known.flatMap(({ facts }) => facts),
    }
  }
  return readComparison(inner)
}

function readComparison(text: string): ForeignCondition | undefined {
  const [, name = '', sign = '', double, single, number, truth] = COMPARISON.exec(text) ?? []
  const fact = plainName(name)
  const word = double ?? single
  if (fact === '') return readAlone(text)
  const operator = isKeyOf(OPERATORS, sign) ? OPERATORS[sign] : 'eq'
  if (number !== undefined) {
    const amount = number
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '')
    return {
      condition: { kind: 'compare', fact, operator, operand: { kind: 'number', amount } },
      facts: [{ name: fact, type: 'number' }],
    }
  }
  if (operator !== 'eq' && operator !== 'ne') return undefined
  if (truth !== undefined) return booleanOf(fact, (truth === 'true') === (operator === 'eq'))
  const option = plainName(word ?? '')
  if (option === '') return undefined
  return {
    condition: { kind: 'compare', fact, operator, operand: { kind: 'option', option } },
    facts: [{ name: fact, type: 'option', option }],
  }
}

function readAlone(text: string): ForeignCondition | undefined {
  const [, negation, name = ''] = ALONE.exec(text) ?? []
  const fact = plainName(name)
  return fact === '' || fact === 'true' || fact === 'false' ? undefined : booleanOf(fact, negation === undefined)
}

function booleanOf(fact: string, wanted: boolean): ForeignCondition {
  const own: Condition = { kind: 'fact', fact }
  return { condition: wanted ? own : { kind: 'not', of: own }, facts: [{ name: fact, type: 'boolean' }] }
}
