import type { Rational } from '../../base/rational.ts'

/** What is wrong with a network (输入有误). */
export type NetworkProblemCode =
  | 'bad-shape'
  | 'bad-number'
  | 'negative-number'
  | 'duplicate-id'
  | 'no-modes'
  | 'unknown-activity'
  | 'unknown-measure'
  | 'cycle'
  | 'not-in-order'
  | 'too-large'

/** One fault of the input: its kind, where it is (`activities[3].modes[0].cost`), and the sentence for people. */
export interface NetworkProblem {
  readonly code: NetworkProblemCode
  readonly place: string
  readonly message: string
}

/** When an activity runs in a plan (进度), as early as possible. Unit: that of the network's durations. */
export interface ScheduledActivity {
  readonly id: string
  /** The position of its mode in the input. */
  readonly mode: number
  readonly start: Rational
  readonly finish: Rational
  /** How much later it may finish without missing the deadline (时差). */
  readonly slack: Rational
}

/** A pair of activities whose order a plan gives up. */
export interface DroppedOrder {
  readonly before: string
  readonly after: string
}

/** One activity of a chain with the time it takes there. */
export interface ChainLink {
  readonly id: string
  readonly duration: Rational
}

/**
 * Why nothing is cheaper than the lower bound (下界的来由).
 * - `table`: the block tree needed no copies; the table "least cost within t" of the whole network says so.
 * - `branches`: the search closed every branch; `nodes` were looked at.
 * - `solver`: an outside solver says so, computing with floats.
 */
export type BoundReason =
  | { readonly kind: 'table' }
  | { readonly kind: 'branches'; readonly nodes: number }
  | { readonly kind: 'solver'; readonly name: string }

/** What shows that a plan holds and that none is cheaper (证明). */
export interface NetworkProof {
  readonly kind: 'plan'
  readonly schedule: readonly ScheduledActivity[]
  /** A longest chain of the plan (关键链). */
  readonly criticalChain: readonly ChainLink[]
  readonly reason: BoundReason
  /** How far the network is from series–parallel: 0 when it is. */
  readonly nodeReductions: number
}

/** One way of settling the measures that exclude each other, with the chain that is still too long. */
export interface Refutation {
  readonly adopted: readonly string[]
  readonly refused: readonly string[]
  /** The chain with its shortest durations; just one activity, without duration, where no mode of it is left. */
  readonly chain: readonly ChainLink[]
  readonly length: Rational | undefined
}

/** What shows that no plan meets the deadline (无法达到的证明): together the refutations cover every choice of measures. */
export interface ImpossibleProof {
  readonly kind: 'impossible'
  readonly refutations: readonly Refutation[]
}

/** A plan with what it costs and how long it takes (方案). */
export interface NetworkPlan {
  readonly cost: Rational
  readonly duration: Rational
  /** For each activity the position of its mode in the input. */
  readonly modes: ReadonlyMap<string, number>
  /** The measures adopted, in the order of the input. */
  readonly measures: readonly string[]
  readonly dropped: readonly DroppedOrder[]
}

/** The answer of the planner for a network (规划结果). */
export type NetworkAnswer =
  | (NetworkPlan & { readonly status: 'optimal'; readonly lowerBound: Rational; readonly proof: NetworkProof })
  | (NetworkPlan & { readonly status: 'best-known'; readonly lowerBound: Rational; readonly proof: NetworkProof })
  | {
      readonly status: 'infeasible'
      /** The shortest duration that can be reached; a lower bound of it where measures exclude each other. */
      readonly shortest: Rational | undefined
      readonly proof: ImpossibleProof
    }
  /** The limit of work was met before any choice of measures that exclude each other was found to meet the deadline. */
  | { readonly status: 'undecided' }
  | { readonly status: 'invalid'; readonly problems: readonly NetworkProblem[] }
