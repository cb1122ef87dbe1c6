import { assertNever } from '../../base/assert-never.ts'
import { holds, type Truth } from '../../graph/evaluate-condition.ts'
import { compareValues, type FactValue } from '../../graph/fact-value.ts'
import { shiftDate } from '../../graph/shifted-date.ts'
import type { ComparisonOperator, Condition, Operand } from '../../model/condition.ts'
import type { FactRecord } from '../parts.ts'

/** One reading of the facts of a case (一次求值): what is known, and the situations that have been found out by now. */
export interface Reading {
  readonly facts: FactRecord
  /** By place of the situation in the graph. */
  readonly situations: (Truth | undefined)[]
}

/** A compiled condition (编译后的条件): a closure, so that it runs where text may not become code. */
export type Check = (reading: Reading) => Truth

/** Begins a reading of these facts. */
export function readingOf(facts: FactRecord): Reading {
  return { facts, situations: [] }
}

/** The value of a fact; names such as `constructor` are names like any other. */
export function factIn(facts: FactRecord, name: string): FactValue | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined
}

/** A situation as conditions refer to it: its place, and its own condition once that is compiled. */
export interface SituationSlot {
  readonly place: number
  check?: Check
}

/**
 * Compiles a condition (编译条件). It answers as `createEvaluator` of the graph does, without walking the tree or asking
 * what kind each part is.
 */
export function compileCondition(condition: Condition, slots: ReadonlyMap<string, SituationSlot>): Check {
  switch (condition.kind) {
    case 'all':
      return combination(condition.of, 'no', 'yes', slots)
    case 'any':
      return combination(condition.of, 'yes', 'no', slots)
    case 'not':
      return negation(compileCondition(condition.of, slots))
    case 'fact':
      return equality(condition.fact, { kind: 'boolean', value: true })
    case 'situation':
      return reference(slots.get(condition.situation))
    case 'compare':
      return condition.operator === 'eq' && condition.operand.kind !== 'fact' && condition.operand.kind !== 'shifted'
        ? equality(condition.fact, condition.operand)
        : comparison(condition.fact, condition.operator, condition.operand)
    case 'oneOf':
      return combine(
        condition.operands.map((operand) => comparison(condition.fact, 'eq', operand)),
        'yes',
        'no',
      )
    default:
      return assertNever(condition)
  }
}

function combination(
  of: readonly Condition[],
  decisive: Truth,
  otherwise: Truth,
  slots: ReadonlyMap<string, SituationSlot>,
): Check {
  return combine(
    of.map((part) => compileCondition(part, slots)),
    decisive,
    otherwise,
  )
}

/** 且 is decided by a 否, 或 by a 是. */
function combine(parts: readonly Check[], decisive: Truth, otherwise: Truth): Check {
  return (reading) => {
    let open = false
    for (const part of parts) {
      const truth = part(reading)
      if (truth === decisive) return decisive
      open ||= truth === 'unknown'
    }
    return open ? 'unknown' : otherwise
  }
}

function negation(inner: Check): Check {
  return (reading) => {
    const truth = inner(reading)
    return truth === 'unknown' ? truth : truth === 'yes' ? 'no' : 'yes'
  }
}

/** A situation is found out once a reading; while it is being found out it is 待定, so that none runs in circles. */
function reference(slot: SituationSlot | undefined): Check {
  if (slot === undefined) return () => 'unknown'
  return (reading) => {
    const known = reading.situations[slot.place]
    if (known !== undefined) return known
    reading.situations[slot.place] = 'unknown'
    const truth = slot.check?.(reading) ?? 'unknown'
    reading.situations[slot.place] = truth
    return truth
  }
}

/** 是否 and options, which most conditions ask for, need no scale to be compared on. */
function equality(fact: string, right: FactValue): Check {
  if (right.kind === 'boolean') {
    return ({ facts }) => {
      const left = factIn(facts, fact)
      return left?.kind !== 'boolean' ? 'unknown' : left.value === right.value ? 'yes' : 'no'
    }
  }
  if (right.kind === 'option') {
    return ({ facts }) => {
      const left = factIn(facts, fact)
      return left?.kind !== 'option' ? 'unknown' : left.option === right.option ? 'yes' : 'no'
    }
  }
  return comparison(fact, 'eq', right)
}

function comparison(fact: string, operator: ComparisonOperator, operand: Operand): Check {
  const valueBehind = compileOperand(operand)
  return ({ facts }) => {
    const left = factIn(facts, fact)
    if (left === undefined) return 'unknown'
    const right = valueBehind(facts)
    const outcome = right === undefined ? undefined : compareValues(left, right)
    const answer = outcome === undefined ? undefined : holds(operator, outcome)
    return answer === undefined ? 'unknown' : answer ? 'yes' : 'no'
  }
}

function compileOperand(operand: Operand): (facts: FactRecord) => FactValue | undefined {
  if (operand.kind === 'fact') return (facts) => factIn(facts, operand.fact)
  if (operand.kind !== 'shifted') return () => operand
  const { fact, date, direction, duration } = operand
  if (fact === undefined) {
    const value = dateValue(date === undefined ? undefined : shiftDate(date, direction, duration))
    return () => value
  }
  return (facts) => {
    const base = factIn(facts, fact)
    const from = base?.kind === 'date' ? base.date : date
    return dateValue(from === undefined ? undefined : shiftDate(from, direction, duration))
  }
}

function dateValue(date: string | undefined): FactValue | undefined {
  return date === undefined ? undefined : { kind: 'date', date }
}
