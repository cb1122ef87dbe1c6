import type { Diagram, DiagramStore } from '../../graph/decision-diagram.ts'
import type { Aspect } from '../../graph/situation-classes.ts'
import { createFunctionStore, NOWHERE } from '../../graph/situation-function.ts'

/** The least and the most that there can be (多少到多少). */
export interface CountRange {
  readonly min: number
  readonly max: number
}

/**
 * The least and the most that aspects can come to together in a set of situations (合计的范围), exactly: what excludes each
 * other is never added up. Where that is too much to work out, bounds that hold all the same.
 */
export function countRange<Value>(
  store: DiagramStore,
  within: Diagram,
  aspects: readonly Aspect<Value>[],
  countOf: (value: Value) => number,
): CountRange {
  const max = largestSum(store, within, aspects, countOf)
  const least = largestSum(store, within, aspects, (value) => -countOf(value))
  return { min: least === 0 ? 0 : -least, max }
}

function largestSum<Value>(
  store: DiagramStore,
  within: Diagram,
  aspects: readonly Aspect<Value>[],
  countOf: (value: Value) => number,
): number {
  const functions = createFunctionStore(store)
  const possible = aspects.map(({ parts }) =>
    parts
      .map(({ situations, value }) => ({ situations: store.and(within, situations), count: countOf(value) }))
      .filter(({ situations }) => store.isSatisfiable(situations)),
  )
  const sum = possible
    .map((parts) =>
      parts.reduce(
        (either, { situations, count }) =>
          functions.larger(either, functions.step(situations, BigInt(count), undefined)),
        NOWHERE,
      ),
    )
    .reduce(functions.add, functions.step(within, 0n, undefined))
  const found = functions.maximum(sum)
  if (found !== undefined && !functions.isExhausted()) return Number(found)
  const bounds = possible.map((parts) => Math.max(...parts.map(({ count }) => count)))
  return bounds.filter(Number.isFinite).reduce((total, bound) => total + bound, 0)
}
