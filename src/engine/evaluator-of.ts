import type { Evaluator } from '../graph/evaluate-condition.ts'
import type { CaseDefinition } from './flow/definition.ts'
import type { FactRecord } from './parts.ts'

/** What the conditions of a matter come to for these facts (按填写的信息求值), by the compiled conditions of the definition. */
export function evaluatorOf({ truthOf, neededFor }: CaseDefinition, facts: FactRecord): Evaluator {
  return {
    truthOf: (condition) => truthOf(condition, facts),
    neededFor: (condition) => neededFor(condition, facts),
  }
}
