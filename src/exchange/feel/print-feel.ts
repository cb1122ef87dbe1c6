import { assertNever } from '../../base/assert-never.ts'
import { yuanOf } from '../../base/yuan.ts'
import type { Duration } from '../../calendar/duration.ts'
import type { Situation } from '../../model/application.ts'
import type { ComparisonOperator, Condition, Operand } from '../../model/condition.ts'
import type { FeelNames } from './feel-names.ts'

/** What the names in a condition mean. */
export interface FeelScope {
  readonly names: FeelNames
  readonly situations: readonly Pick<Situation, 'name' | 'when'>[]
  /** The names of situations that are decided elsewhere; the others are written out. */
  readonly decided?: FeelNames
  /** Facts may be null, and then what rests on them is null too: 待定 is never taken for 否. */
  readonly isOpen?: true
}

const OPERATORS: Readonly<Record<ComparisonOperator, string>> = {
  eq: '=',
  ne: '!=',
  ge: '>=',
  le: '<=',
  gt: '>',
  lt: '<',
}

/** Conditions nested deeper than this are not written out. */
const MAX_DEPTH = 400

/**
 * A condition as an expression of FEEL (条件的FEEL写法), situations written out. Unless the scope is open, facts must be known: of an
 * unknown one FEEL says 否 where we say 待定. A 金额 is a number of 元, a 时长 a context of its `amount` and `unit`: FEEL knows no 工作日.
 */
export function printFeel(condition: Condition, scope: FeelScope): string {
  return print(condition, scope, new Set(), 0)
}

function print(condition: Condition, scope: FeelScope, within: ReadonlySet<string>, depth: number): string {
  if (depth > MAX_DEPTH) return 'null'
  switch (condition.kind) {
    case 'all':
    case 'any':
      return joined(
        condition.of.map((part) => print(part, scope, within, depth + 1)),
        condition.kind === 'all' ? 'and' : 'or',
      )
    case 'not':
      return `not(${print(condition.of, scope, within, depth + 1)})`
    case 'fact':
      return scope.isOpen ? nameOf(condition.fact, scope) : `${nameOf(condition.fact, scope)} = true`
    case 'situation': {
      const elsewhere = scope.decided?.get(condition.situation)
      if (elsewhere !== undefined) return elsewhere
      const meaning = scope.situations.find(({ name }) => name === condition.situation)
      // What means itself is never decided.
      if (meaning === undefined || within.has(meaning.name)) return 'null'
      return `(${print(meaning.when, scope, new Set([...within, meaning.name]), depth + 1)})`
    }
    case 'compare':
      return printComparison(condition.fact, condition.operator, condition.operand, scope)
    case 'oneOf':
      return joined(
        condition.operands.map((operand) => printComparison(condition.fact, 'eq', operand, scope)),
        'or',
      )
    default:
      return assertNever(condition)
  }
}

/** Nothing to hold holds; of nothing none holds. */
function joined(parts: readonly string[], word: 'and' | 'or'): string {
  if (parts.length === 0) return word === 'and' ? 'true' : 'false'
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${word} `)})`
}

function nameOf(fact: string, { names }: FeelScope): string {
  return names.get(fact) ?? 'null'
}

function printComparison(fact: string, operator: ComparisonOperator, operand: Operand, scope: FeelScope): string {
  const left = nameOf(fact, scope)
  const sign = OPERATORS[operator]
  if (operand.kind !== 'duration') {
    const right = printFeelOperand(operand, scope)
    const comparison = `${left} ${sign} ${right}`
    // Null is less than nothing, but equal to null.
    if (!scope.isOpen || (operator !== 'eq' && operator !== 'ne')) return comparison
    const unknown = 'fact' in operand ? `${left} = null or ${right} = null` : `${left} = null`
    return `(if ${unknown} then null else ${comparison})`
  }
  // Without a calendar 工作日 and 自然日 do not compare: neither 是 nor 否.
  const { duration } = operand
  const comparison =
    'amount' in duration
      ? `if ${left}.unit = ${quote(duration.unit)} then ${left}.amount ${sign} ${duration.amount} else null`
      : `${left}.unit ${sign} ${quote(duration.unit)}`
  // Engines complain of what is asked of null, though its answer is null.
  return scope.isOpen ? `(if ${left} = null then null else ${comparison})` : `(${comparison})`
}

/** A value, another fact or a moved date as FEEL writes it. */
export function printFeelOperand(operand: Operand, scope: FeelScope): string {
  switch (operand.kind) {
    case 'number':
      return operand.amount
    case 'money':
      return yuanOf(operand.amountFen) ?? 'null'
    case 'boolean':
      return String(operand.value)
    case 'option':
      return quote(operand.option)
    case 'text':
      return quote(operand.text)
    case 'date':
      return `date(${quote(operand.date)})`
    case 'duration': {
      const { duration } = operand
      const amount = 'amount' in duration ? duration.amount : '0'
      return `{ unit: ${quote(duration.unit)}, amount: ${amount} }`
    }
    case 'fact':
      return nameOf(operand.fact, scope)
    case 'shifted': {
      const period = printPeriod(operand.duration)
      if (period === undefined) return 'null'
      const base = operand.fact === undefined ? `date(${quote(operand.date ?? '')})` : nameOf(operand.fact, scope)
      return `${base} ${operand.direction === 'later' ? '+' : '-'} duration(${quote(period)})`
    }
    default:
      return assertNever(operand)
  }
}

/** Whole 自然日, 月 and 年 only: FEEL has no working calendar. */
function printPeriod(duration: Duration): string | undefined {
  if (!('amount' in duration) || !/^\d{1,6}$/.test(duration.amount)) return undefined
  if (duration.unit === 'calendarDay') return `P${duration.amount}D`
  if (duration.unit === 'month') return `P${duration.amount}M`
  return duration.unit === 'year' ? `P${duration.amount}Y` : undefined
}

/** What texts of FEEL cannot hold as it is. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

function quote(text: string): string {
  return `"${text.replace(/[\\"\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter)}"`
}
