import type { Condition } from '../../model/condition.ts'

/** A condition, or what it comes to when nothing is left to ask (条件或定论): true holds always, false never. */
export type Formula = boolean | Condition

/** Holds where all of them hold. */
export function allOf(parts: readonly Formula[]): Formula {
  return combine(parts, 'all', false)
}

/** Holds where one of them holds. */
export function anyOf(parts: readonly Formula[]): Formula {
  return combine(parts, 'any', true)
}

/** Holds where it does not. */
export function not(formula: Formula): Formula {
  if (typeof formula === 'boolean') return !formula
  return formula.kind === 'not' ? formula.of : { kind: 'not', of: formula }
}

/** A 当 as a formula: one that is left out holds always. */
export function formulaOf(when: Condition | undefined): Formula {
  return when ?? true
}

/** 且 with `decisive` false, 或 with true; nested ones of the same kind are one, repeated parts stand once. */
function combine(parts: readonly Formula[], kind: 'all' | 'any', decisive: boolean): Formula {
  const kept = new Map<string, Condition>()
  for (const part of parts) {
    if (typeof part === 'boolean') {
      if (part === decisive) return decisive
      continue
    }
    for (const each of part.kind === kind ? part.of : [part]) kept.set(JSON.stringify(each), each)
  }
  const of = [...kept.values()]
  const [only] = of
  return only === undefined ? !decisive : of.length === 1 ? only : { kind, of }
}
