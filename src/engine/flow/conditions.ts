import { createEvaluator, type Truth } from '../../graph/evaluate-condition.ts'
import type { FlowSituation } from '../../graph/flow-graph.ts'
import type { Condition } from '../../model/condition.ts'
import type { FactRecord } from '../parts.ts'
import { type Check, compileCondition, readingOf, type SituationSlot } from './compile-condition.ts'

/** The conditions of one matter, each compiled once (编译后的条件集). */
export interface CompiledConditions {
  readonly compiled: (condition: Condition) => Check
  readonly truthOf: (condition: Condition, facts: FactRecord) => Truth
  /** The facts that a 待定 condition waits for, in the order they are read. */
  readonly neededFor: (condition: Condition, facts: FactRecord) => readonly string[]
}

/** Compiles the situations of a matter, and each condition when it is first asked for. */
export function compileConditions(situations: readonly FlowSituation[]): CompiledConditions {
  const slots = new Map(situations.map(({ name }, place): [string, SituationSlot] => [name, { place }]))
  for (const { name, when } of situations) {
    const slot = slots.get(name)
    if (slot !== undefined) slot.check = compileCondition(when, slots)
  }
  const checks = new WeakMap<Condition, Check>()

  function compiled(condition: Condition): Check {
    const before = checks.get(condition)
    if (before !== undefined) return before
    const check = compileCondition(condition, slots)
    checks.set(condition, check)
    return check
  }

  return {
    compiled,
    truthOf: (condition, facts) => compiled(condition)(readingOf(facts)),
    // Asked only for what is blocked, so the tree is walked as it stands.
    neededFor: (condition, facts) => createEvaluator(situations, new Map(Object.entries(facts))).neededFor(condition),
  }
}
