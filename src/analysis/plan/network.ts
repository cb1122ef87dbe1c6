import type { Rational } from '../../base/rational.ts'

/** An exact number (精确数): a whole number or a half, a text such as `"0.5"` or `"5/7"`, or a rational. */
export type ExactNumber = number | string | Rational

/** One way of doing an activity (方式): how long it takes and what it costs. */
export interface PlanMode {
  /** Unit: whatever the deadline is counted in. Not negative. */
  readonly duration: ExactNumber
  /** Unit: any additive one (人日, 元, 难度分). Not negative. */
  readonly cost: ExactNumber
  /** The shared measures that this way needs; each is paid once however many activities use it. */
  readonly uses?: readonly string[]
}

/** An activity of the network (活动), done in exactly one of its modes. */
export interface PlanActivity {
  readonly id: string
  readonly predecessors: readonly string[]
  readonly modes: readonly PlanMode[]
}

/** A measure that several activities may share (共用的优化措施), paid once when any of them uses it. */
export interface SharedMeasure {
  readonly id: string
  readonly cost: ExactNumber
  /** Measures that must be adopted with it. */
  readonly requires?: readonly string[]
  /** Measures that cannot be adopted beside it. */
  readonly excludes?: readonly string[]
}

/**
 * An order of two activities that may be given up (可以取消的先后). Only this pair loses its order: what came before
 * `before` still comes before `after`, and what came after `after` still comes after `before`.
 */
export interface RemovableOrder {
  readonly before: string
  readonly after: string
  /** What giving it up costs by itself; nothing when left out. */
  readonly cost?: ExactNumber
  /** The measures it takes to give it up. */
  readonly uses?: readonly string[]
}

/**
 * The discrete time–cost trade-off problem with a deadline (DTCTP-D): choose a mode for each activity so that the
 * longest chain meets the deadline at least cost.
 * Literature: De, Dunne, Ghosh, Wells, "The discrete time-cost tradeoff problem revisited", EJOR 81 (1995).
 */
export interface PlanNetwork {
  readonly activities: readonly PlanActivity[]
  readonly deadline: ExactNumber
  readonly measures?: readonly SharedMeasure[]
  readonly removable?: readonly RemovableOrder[]
}

/** How much work a plan may take (工作量上限). */
export interface NetworkOptions {
  /**
   * Nodes of the branch and bound, after which the best plan so far is answered with its bound. When left out, 5000 or as
   * many as some ten seconds allow; even that limit counts steps, not time: the answer is the same on every machine.
   */
  readonly nodes?: number
}
