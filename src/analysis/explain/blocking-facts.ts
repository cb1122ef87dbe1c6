import { assertNever } from '../../base/assert-never.ts'
import type { Evaluator, Truth } from '../../graph/evaluate-condition.ts'
import type { Requirement } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'
import { factsOf } from './trace-condition.ts'

/** What the search for facts that stand in the way needs of a case. */
interface Standing {
  readonly evaluator: Evaluator
  readonly definitionOf: (situation: string) => Condition | undefined
  readonly judgements: ReadonlyMap<string, boolean>
}

/**
 * Facts that stand in the way of a condition of acceptance (挡住的信息): as long as none of them changes, or is told, the
 * condition is not met, whatever becomes of all others. Undefined where the condition is met, or left to a person.
 */
export function blockingFacts(requirement: Requirement, standing: Standing): ReadonlySet<string> | undefined {
  const { rule, when, except, name } = requirement
  const { evaluator } = standing
  const answer = standing.judgements.get(name)
  const byRule = rule !== undefined && evaluator.truthOf(rule) !== 'yes'
  if (!byRule && answer !== false) return undefined
  const conditions = [...(when === undefined ? [] : [when]), ...except.map((of): Condition => ({ kind: 'not', of }))]
  if (conditions.some((condition) => evaluator.truthOf(condition) === 'no')) return undefined
  const blocking = conditions.map((condition) => keeping(condition, 'no', standing))
  // A person's 不符合 stands, whatever the rule says.
  if (byRule && answer !== false) blocking.push(keeping(rule, 'yes', standing))
  return new Set(blocking.flat())
}

/** A small set of facts that by itself keeps a condition from the wanted truth. */
function keeping(root: Condition, wanted: Truth, { evaluator, definitionOf }: Standing): readonly string[] {
  const entered = new Set<string>()
  return visit(root, wanted)

  function visit(condition: Condition, truth: Truth): readonly string[] {
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const opposed = condition.of.filter((part) => evaluator.truthOf(part) !== truth)
        const sets = opposed.map((part) => visit(part, truth))
        const oneIsEnough = (condition.kind === 'all') === (truth === 'yes')
        return oneIsEnough ? smallest(sets) : [...new Set(sets.flat())]
      }
      case 'not':
        return visit(condition.of, truth === 'yes' ? 'no' : 'yes')
      case 'situation': {
        const definition = definitionOf(condition.situation)
        if (definition === undefined || entered.has(condition.situation)) return []
        entered.add(condition.situation)
        const found = visit(definition, truth)
        entered.delete(condition.situation)
        return found
      }
      case 'fact':
      case 'compare':
      case 'oneOf':
        return factsOf(condition)
      default:
        return assertNever(condition)
    }
  }
}

function smallest(sets: readonly (readonly string[])[]): readonly string[] {
  return sets.reduce((least, set) => (set.length < least.length ? set : least), sets[0] ?? [])
}
