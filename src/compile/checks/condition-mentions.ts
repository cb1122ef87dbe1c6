import { assertNever } from '../../base/assert-never.ts'
import type { Situation } from '../../model/application.ts'
import type { Condition, Operand } from '../../model/condition.ts'

/** What a condition rests on, directly and through the situations that it mentions (条件涉及的名称). */
export interface Mentions {
  readonly facts: ReadonlySet<string>
  readonly situations: ReadonlySet<string>
}

/** What each situation means, by name. */
type Definitions = ReadonlyMap<string, Condition>

/** The situations of a matter, for {@link mentionsIn}. */
export function definitionsOf(situations: readonly Situation[]): Definitions {
  return new Map(situations.map(({ name, when }) => [name, when]))
}

/** Collects the facts and situations that a condition rests on. */
export function mentionsIn(condition: Condition, situations: Definitions): Mentions {
  const facts = new Set<string>()
  const mentioned = new Set<string>()
  // Walked as a list, since situations may build on each other to any depth.
  const open: Condition[] = [condition]
  for (const part of open) {
    switch (part.kind) {
      case 'all':
      case 'any':
        open.push(...part.of)
        break
      case 'not':
        open.push(part.of)
        break
      case 'situation': {
        const definition = situations.get(part.situation)
        if (definition !== undefined && !mentioned.has(part.situation)) open.push(definition)
        mentioned.add(part.situation)
        break
      }
      case 'fact':
        facts.add(part.fact)
        break
      case 'compare':
        addFacts(part.fact, [part.operand], facts)
        break
      case 'oneOf':
        addFacts(part.fact, part.operands, facts)
        break
      default:
        assertNever(part)
    }
  }
  return { facts, situations: mentioned }
}

function addFacts(fact: string, operands: readonly Operand[], facts: Set<string>): void {
  facts.add(fact)
  for (const operand of operands) {
    if ('fact' in operand) facts.add(operand.fact)
  }
}
