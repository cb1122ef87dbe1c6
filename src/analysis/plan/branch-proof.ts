import type { Rational } from '../../base/rational.ts'
import type { WeightedChain } from './chain-bound.ts'
import { orderKey, type Settled } from './relaxed-network.ts'

/** What two halves of a branch differ in (分支): each plan is in one of them. */
export type BranchSplit =
  /** The first half takes one of these modes, by position; the second one of the others. */
  | { readonly kind: 'modes'; readonly id: string; readonly modes: readonly number[] }
  /** The first half adopts the measure, the second refuses it. */
  | { readonly kind: 'measure'; readonly id: string }
  /** The first half gives up the order, the second keeps it. */
  | { readonly kind: 'order'; readonly before: string; readonly after: string }

/**
 * Why no plan of a branch is cheaper (分支的证明), down to branches that are closed.
 * - `closed`: weighted chains add up to a bound that leaves no room for a cheaper plan.
 * - `late`: even its shortest durations along this chain take longer than the deadline.
 * - `contradiction`: its measures exclude each other, or leave some activity without a mode.
 * - `open`: the proof was broken off here; its plans cost at least the bound.
 */
export type BranchProof =
  | { readonly kind: 'closed'; readonly bound: Rational; readonly chains: readonly WeightedChain[] }
  | { readonly kind: 'late'; readonly chain: readonly string[] }
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'open'; readonly bound: Rational }
  | { readonly kind: 'split'; readonly on: BranchSplit; readonly halves: readonly [BranchProof, BranchProof] }

/** Nothing is settled yet. */
export const UNSETTLED: Settled = { modes: new Map(), measures: new Map(), orders: new Map() }

/** What the two halves of a branch settle; `count` says how many modes an activity has. */
export function halvesOf(
  settled: Settled,
  on: BranchSplit,
  count: (id: string) => number,
): readonly [Settled, Settled] {
  switch (on.kind) {
    case 'measure': {
      const half = (value: boolean) => ({ ...settled, measures: new Map(settled.measures).set(on.id, value) })
      return [half(true), half(false)]
    }
    case 'order': {
      const key = orderKey(on.before, on.after)
      const half = (value: boolean) => ({ ...settled, orders: new Map(settled.orders).set(key, value) })
      return [half(true), half(false)]
    }
    case 'modes': {
      const left = settled.modes.get(on.id) ?? Array.from({ length: count(on.id) }, (_, at) => at)
      const half = (isIn: boolean) => {
        const own = left.filter((at) => on.modes.includes(at) === isIn)
        return { ...settled, modes: new Map(settled.modes).set(on.id, own) }
      }
      return [half(true), half(false)]
    }
  }
}
