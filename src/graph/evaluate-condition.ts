import { assertNever } from '../base/assert-never.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import { compareValues, type Facts, type FactValue } from './fact-value.ts'
import type { FlowSituation } from './flow-graph.ts'
import { shiftDate } from './shifted-date.ts'

/** 是, 否 or 待定. 待定 is never taken for 否. */
export type Truth = 'yes' | 'no' | 'unknown'

/** Conditions nested deeper than this count as 待定, so that no text can exhaust the stack. */
const MAX_DEPTH = 400

/** Evaluates the conditions of one matter for one case. Named situations are evaluated once. */
export interface Evaluator {
  /** 是, 否 or 待定 by the strong three-valued logic: 否 且 待定 is 否, 是 或 待定 is 是. */
  readonly truthOf: (condition: Condition) => Truth
  /** The facts that a 待定 condition still waits for, in the order they are read; empty where it is decided. */
  readonly neededFor: (condition: Condition) => readonly string[]
}

/** What each operator asks of the comparison's outcome. */
const OPERATORS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  ge: (order) => order >= 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  lt: (order) => order < 0,
}

/** Whether `left operator right` holds, given how left compares with right; undefined where the operator makes no sense. */
export function holds(operator: ComparisonOperator, outcome: number | 'different'): boolean | undefined {
  if (outcome !== 'different') return OPERATORS[operator](outcome)
  return operator === 'eq' ? false : operator === 'ne' ? true : undefined
}

/** Prepares the evaluation of conditions (条件求值) with what is known of a case. */
export function createEvaluator(situations: readonly FlowSituation[], facts: Facts): Evaluator {
  const definitions = new Map(situations.map(({ name, when }) => [name, when]))
  const known = new Map<string, Truth>()

  function truth(condition: Condition, depth: number): Truth {
    if (depth > MAX_DEPTH) return 'unknown'
    switch (condition.kind) {
      case 'all':
        return combine(condition.of, 'no', depth)
      case 'any':
        return combine(condition.of, 'yes', depth)
      case 'not': {
        const inner = truth(condition.of, depth + 1)
        return inner === 'unknown' ? inner : inner === 'yes' ? 'no' : 'yes'
      }
      case 'fact':
        return compareFact(condition.fact, 'eq', { kind: 'boolean', value: true })
      case 'situation':
        return situationTruth(condition.situation, depth)
      case 'compare':
        return compareFact(condition.fact, condition.operator, condition.operand)
      case 'oneOf':
        return condition.operands.reduce<Truth>(
          (sum, operand) => either(sum, compareFact(condition.fact, 'eq', operand)),
          'no',
        )
      default:
        return assertNever(condition)
    }
  }

  /** The truth of 且 (decided by a 否) or 或 (decided by a 是). */
  function combine(conditions: readonly Condition[], decisive: 'yes' | 'no', depth: number): Truth {
    let open = false
    for (const condition of conditions) {
      const value = truth(condition, depth + 1)
      if (value === decisive) return decisive
      open ||= value === 'unknown'
    }
    return open ? 'unknown' : decisive === 'yes' ? 'no' : 'yes'
  }

  function situationTruth(name: string, depth: number): Truth {
    const before = known.get(name)
    if (before !== undefined) return before
    const definition = definitions.get(name)
    if (definition === undefined) return 'unknown'
    // A situation that refers to itself stays 待定 while it is being evaluated, and so does not run in circles.
    known.set(name, 'unknown')
    const value = truth(definition, depth + 1)
    known.set(name, value)
    return value
  }

  function compareFact(fact: string, operator: ComparisonOperator, operand: Operand): Truth {
    const left = facts.get(fact)
    const right = valueBehind(operand)
    if (left === undefined || right === undefined) return 'unknown'
    const outcome = compareValues(left, right)
    const answer = outcome === undefined ? undefined : holds(operator, outcome)
    return answer === undefined ? 'unknown' : answer ? 'yes' : 'no'
  }

  function valueBehind(operand: Operand): FactValue | undefined {
    if (operand.kind === 'fact') return facts.get(operand.fact)
    if (operand.kind !== 'shifted') return operand
    const base = operand.fact === undefined ? undefined : facts.get(operand.fact)
    const date = base?.kind === 'date' ? base.date : operand.date
    const shifted = date === undefined ? undefined : shiftDate(date, operand.direction, operand.duration)
    return shifted === undefined ? undefined : { kind: 'date', date: shifted }
  }

  function collectNeeded(condition: Condition, needed: Set<string>, visited: Set<string>, depth: number): void {
    if (depth > MAX_DEPTH || truth(condition, depth) !== 'unknown') return
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) collectNeeded(part, needed, visited, depth + 1)
        return
      case 'not':
        collectNeeded(condition.of, needed, visited, depth + 1)
        return
      case 'situation': {
        const definition = definitions.get(condition.situation)
        if (definition === undefined || visited.has(condition.situation)) return
        visited.add(condition.situation)
        collectNeeded(definition, needed, visited, depth + 1)
        return
      }
      case 'fact':
        needed.add(condition.fact)
        return
      case 'compare':
        addUnknown([condition.operand], condition.fact, needed)
        return
      case 'oneOf':
        addUnknown(condition.operands, condition.fact, needed)
        return
      default:
        assertNever(condition)
    }
  }

  function addUnknown(operands: readonly Operand[], fact: string, needed: Set<string>): void {
    if (!facts.has(fact)) needed.add(fact)
    for (const operand of operands) {
      if ('fact' in operand && !facts.has(operand.fact)) needed.add(operand.fact)
    }
  }

  return {
    truthOf: (condition) => truth(condition, 0),
    neededFor: (condition) => {
      const needed = new Set<string>()
      collectNeeded(condition, needed, new Set(), 0)
      return [...needed]
    },
  }
}

function either(a: Truth, b: Truth): Truth {
  if (a === 'yes' || b === 'yes') return 'yes'
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'no'
}
