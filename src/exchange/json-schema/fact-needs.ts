import { assertNever } from '../../base/assert-never.ts'
import type { Situation } from '../../model/application.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import { type Settled, settledByAny, settledByEvery } from './settled.ts'

/** A place where something is asked for (问到的地方). */
interface Asking {
  readonly unless: Settled | undefined
  /** The situation in whose definition it stands: asked for only while that is. */
  readonly inside: string | undefined
}

/** Collects where conditions ask for facts (信息用在哪里). */
export interface NeedsCollector {
  /** Adds a condition that counts unless something else is settled. */
  readonly ask: (condition: Condition | undefined, unless?: Settled) => void
  /** By fact: what makes it needless; undefined where only its answer does. Facts that nothing asks for are not there. */
  readonly needs: () => ReadonlyMap<string, Settled | undefined>
}

/** Conditions nested deeper are 待定 for ever, as they are when they are evaluated. */
const MAX_DEPTH = 400

/** A collector that has no condition yet (开始收集); `situations` say what the names in conditions mean. */
export function createNeedsCollector(situations: readonly Situation[]): NeedsCollector {
  const definitions = new Map(situations.map(({ name, when }) => [name, when]))
  const ofFacts = new Map<string, Asking[]>()
  const ofSituations = new Map<string, Asking[]>()
  const opened = new Set<string>()

  return {
    ask: (condition, unless) => {
      if (condition !== undefined) walk(condition, unless, undefined, new Set(), 0)
    },
    needs: () => {
      const settled = new Map<string, Settled | undefined>()
      return new Map([...ofFacts].map(([fact, askings]) => [fact, settledByEvery(askings.map(settledAt))]))

      function settledAt({ unless, inside }: Asking): Settled | undefined {
        return inside === undefined ? unless : settledByAny([unless, settledIn(inside)])
      }

      function settledIn(situation: string): Settled | undefined {
        if (!settled.has(situation)) {
          settled.set(situation, settledByEvery((ofSituations.get(situation) ?? []).map(settledAt)))
        }
        return settled.get(situation)
      }
    },
  }

  /** `around` are the situations whose definitions are being walked: one that means itself is not walked again. */
  function walk(
    condition: Condition,
    unless: Settled | undefined,
    inside: string | undefined,
    around: ReadonlySet<string>,
    depth: number,
  ): void {
    if (depth > MAX_DEPTH) return
    const found = (fact: string, but: Settled | undefined = unless) => add(ofFacts, fact, { unless: but, inside })
    switch (condition.kind) {
      case 'all':
      case 'any': {
        const decided: Settled = { kind: 'truth', condition, is: condition.kind === 'all' ? 'no' : 'yes' }
        // A single part is decided by itself alone.
        const but = condition.of.length > 1 ? settledByAny([unless, decided]) : unless
        for (const part of condition.of) walk(part, but, inside, around, depth + 1)
        return
      }
      case 'not':
        walk(condition.of, unless, inside, around, depth + 1)
        return
      case 'fact':
        found(condition.fact)
        return
      case 'situation':
        reference(condition.situation, unless, inside, around, depth)
        return
      case 'compare':
        found(condition.fact)
        for (const fact of factsBehind([condition.operand])) found(fact)
        return
      case 'oneOf': {
        found(condition.fact)
        const but = settledByAny([unless, { kind: 'truth', condition, is: 'yes' }])
        for (const fact of factsBehind(condition.operands)) found(fact, but)
        return
      }
      default:
        assertNever(condition)
    }
  }

  function reference(
    name: string,
    unless: Settled | undefined,
    inside: string | undefined,
    around: ReadonlySet<string>,
    depth: number,
  ): void {
    const definition = definitions.get(name)
    if (definition === undefined || around.has(name)) return
    add(ofSituations, name, { unless, inside })
    if (opened.has(name)) return
    opened.add(name)
    walk(definition, undefined, name, new Set([...around, name]), depth + 1)
  }
}

function factsBehind(operands: readonly Operand[]): readonly string[] {
  return operands.flatMap((operand) => ('fact' in operand ? [operand.fact] : []))
}

function add(askings: Map<string, Asking[]>, name: string, asking: Asking): void {
  const before = askings.get(name)
  if (before === undefined) askings.set(name, [asking])
  else before.push(asking)
}
