import type { Rational } from '../../base/rational.ts'

/** What a measure saves on one part of a chain: a step, or the overlap of steps that it lets run side by side. */
export interface Saving {
  readonly measure: number
  readonly part: string
  /** Unit: workdays. */
  readonly workdays: Rational
}

/**
 * Why a set of measures misses the target: a chain of steps that is too long by `need`, and what each measure can save
 * on it at most; of several measures on one part the best counts. Whatever reaches the target satisfies it, so it is a
 * line of the proof.
 */
export interface Account<R> {
  /**
   * `chain`: before any measure. `rest`: the chain as it is with some measures taken, and what others can still save.
   * `others`: only that one more measure is needed than were tried, whatever it saves.
   */
  readonly kind: 'chain' | 'rest' | 'others'
  readonly need: Rational
  readonly savings: readonly Saving[]
  readonly reason: R
}

/**
 * Measures that cannot be taken together (不能同时采取): two of which no set may take both, or the whole of a larger set that
 * cannot be taken just so.
 */
export type Clash = readonly number[]

/** What sets that would not do have taught. */
export interface Learnt<R> {
  readonly accounts: readonly Account<R>[]
  readonly clashes: readonly Clash[]
}

/** Whether a set of measures can be taken, and reaches the target. */
export type Attempt<R> =
  | { readonly kind: 'met' }
  | { readonly kind: 'missed'; readonly accounts: readonly [Account<R>, ...Account<R>[]] }
  | { readonly kind: 'clash'; readonly clash: Clash }

/** Measures with costs and conditions, and a way of trying out a set of them. Measures must not lengthen anything. */
export interface MeasureProblem<R> {
  readonly costs: readonly Rational[]
  readonly requires: readonly (readonly number[])[]
  readonly excludes: readonly (readonly number[])[]
  readonly attempt: (chosen: readonly number[]) => Attempt<R>
  /** Nodes of the search, after which the first set that reaches the target is taken. */
  readonly nodes: number
}
