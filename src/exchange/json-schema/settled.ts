import type { Evaluator } from '../../graph/evaluate-condition.ts'
import type { Condition } from '../../model/condition.ts'

/**
 * What makes a question needless (不必再问的情形): a condition that is decided, or some or all of several such. Parts are shared, so
 * that a long chain of branches stays small.
 */
export type Settled =
  | { readonly kind: 'sure' }
  | { readonly kind: 'truth'; readonly condition: Condition; readonly is: 'yes' | 'no' }
  | { readonly kind: 'any' | 'every'; readonly of: readonly Settled[] }

/** Settled by any of these; undefined parts never settle anything. */
export function settledByAny(parts: readonly (Settled | undefined)[]): Settled | undefined {
  const of = parts.filter((part) => part !== undefined)
  const sure = of.find(({ kind }) => kind === 'sure')
  return sure ?? (of.length > 1 ? { kind: 'any', of } : of[0])
}

/** Settled by all of these together; undefined where one of them never is. */
export function settledByEvery(parts: readonly (Settled | undefined)[]): Settled | undefined {
  const of = parts.filter((part) => part !== undefined)
  if (of.length < parts.length) return undefined
  const [first, ...others] = of.filter(({ kind }) => kind !== 'sure')
  return first === undefined
    ? { kind: 'sure' }
    : others.length === 0
      ? first
      : { kind: 'every', of: [first, ...others] }
}

/** Tells for one case what is settled; each part is looked at once. */
export function createSettling({ truthOf }: Evaluator): (settled: Settled | undefined) => boolean {
  const known = new Map<Settled, boolean>()
  return isSettled

  function isSettled(settled: Settled | undefined): boolean {
    if (settled === undefined) return false
    const before = known.get(settled)
    if (before !== undefined) return before
    const answer = judge(settled)
    known.set(settled, answer)
    return answer
  }

  function judge(settled: Settled): boolean {
    if (settled.kind === 'sure') return true
    if (settled.kind === 'truth') return truthOf(settled.condition) === settled.is
    return settled.kind === 'any' ? settled.of.some(isSettled) : settled.of.every(isSettled)
  }
}
