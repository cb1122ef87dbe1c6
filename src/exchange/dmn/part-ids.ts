import { assertNever } from '../../base/assert-never.ts'
import type { Fact } from '../../model/application.ts'
import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'

/** The facts that conditions of a matter may speak of, those that every matter knows first. */
export function factsOf({ facts }: Matter): readonly Fact[] {
  return [...BUILT_IN_FACTS, ...facts]
}

/** The ids of facts and situations in the model (编号). */
export type PartIds = ReturnType<typeof partIds>

/** The ids of facts and situations, and of those that conditions speak of. */
export function partIds(matter: Matter) {
  const facts = new Map(factsOf(matter).map(({ name }, index) => [name, `fact_${index + 1}`]))
  const situations = new Map(matter.situations.map(({ name }, index) => [name, `situation_${index + 1}`]))
  const collect = (condition: Condition, found: Set<string>): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) collect(part, found)
        return
      case 'not':
        collect(condition.of, found)
        return
      case 'situation':
        found.add(situations.get(condition.situation) ?? '')
        return
      case 'fact':
        found.add(facts.get(condition.fact) ?? '')
        return
      case 'compare':
        addCompared(condition.fact, [condition.operand], found)
        return
      case 'oneOf':
        addCompared(condition.fact, condition.operands, found)
        return
      default:
        assertNever(condition)
    }
  }
  const addCompared = (fact: string, operands: readonly Operand[], found: Set<string>): void => {
    found.add(facts.get(fact) ?? '')
    for (const operand of operands) if ('fact' in operand) found.add(facts.get(operand.fact ?? '') ?? '')
  }
  return {
    fact: (name: string) => facts.get(name),
    situation: (name: string) => situations.get(name),
    behind: (conditions: readonly Condition[]): readonly string[] => {
      const found = new Set<string>()
      for (const condition of conditions) collect(condition, found)
      found.delete('')
      return [...found]
    },
  }
}
