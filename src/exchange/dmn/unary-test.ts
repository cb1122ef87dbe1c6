import type { Condition } from '../../model/condition.ts'
import { type FeelScope, printFeel, printFeelOperand } from '../feel/print-feel.ts'

const BOUNDS = { ge: '>= ', gt: '> ', le: '<= ', lt: '< ' } as const

/**
 * What a cell of a decision table says of its column (单元格的判断): >= 50, [50..150), "新设","变更". What has no such short form is
 * an expression over `?`, the value of the column.
 */
export function printUnaryTest(condition: Condition, column: string, scope: FeelScope): string {
  return shortTest(condition, column, scope) ?? printFeel(condition, withColumn(column, scope))
}

function shortTest(condition: Condition, column: string, scope: FeelScope): string | undefined {
  switch (condition.kind) {
    case 'fact':
    case 'situation':
      return nameIn(condition) === column ? 'true' : undefined
    case 'not':
      return nameIn(condition.of) === column ? 'false' : undefined
    case 'oneOf':
      return condition.fact === column && condition.operands.every(isPlain)
        ? condition.operands.map((operand) => printFeelOperand(operand, scope)).join(',')
        : undefined
    case 'compare': {
      const { fact, operator, operand } = condition
      if (fact !== column || !isPlain(operand)) return undefined
      const value = printFeelOperand(operand, scope)
      return operator === 'eq' ? value : operator === 'ne' ? `not(${value})` : `${BOUNDS[operator]}${value}`
    }
    default:
      return rangeTest(condition, column, scope)
  }
}

/** 50以上不满150 is [50..150). */
function rangeTest(condition: Condition, column: string, scope: FeelScope): string | undefined {
  if (condition.kind !== 'all' || condition.of.length !== 2) return undefined
  const bounds = condition.of.map((part) =>
    part.kind === 'compare' && part.fact === column && isPlain(part.operand) ? part : undefined,
  )
  const low = bounds.find((bound) => bound?.operator === 'ge' || bound?.operator === 'gt')
  const high = bounds.find((bound) => bound?.operator === 'le' || bound?.operator === 'lt')
  if (low === undefined || high === undefined) return undefined
  const [from, to] = [printFeelOperand(low.operand, scope), printFeelOperand(high.operand, scope)]
  return `${low.operator === 'ge' ? '[' : '('}${from}..${to}${high.operator === 'le' ? ']' : ')'}`
}

function nameIn(condition: Condition): string | undefined {
  return condition.kind === 'fact' ? condition.fact : condition.kind === 'situation' ? condition.situation : undefined
}

/** A value that stands for itself, of a type that FEEL has. */
function isPlain({ kind }: { readonly kind: string }): boolean {
  return kind !== 'fact' && kind !== 'shifted' && kind !== 'duration'
}

function withColumn(column: string, scope: FeelScope): FeelScope {
  return { ...scope, names: new Map([...scope.names, [column, '?']]) }
}
