import type { Origin } from '../../base/source-file.ts'
import type { CalendarError } from '../../calendar/calendar-error.ts'
import type { CountedUnit, Duration } from '../../calendar/duration.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { Provisional } from '../../calendar/known-days.ts'
import type { LegalSource } from '../../model/common.ts'
import type { AlertLevel } from './alert-rule.ts'
import type { ClockKind } from './clock-kind.ts'

/** An exact length on a clock (计时的量): a decimal, or a fraction where there is none; negative where a limit is exceeded. */
export interface ClockAmount {
  readonly unit: CountedUnit
  readonly amount: string
}

/** When a clock runs out (到期). */
export interface ClockDue {
  /** The last day in time, `2026-10-30`. */
  readonly date: string
  /** Limits in hours and minutes: the last moment in time, `2026-09-28T14:20:00+08:00`. */
  readonly at?: string
  /** The last day before it was moved over rest days (未顺延的末日). */
  readonly nominalDate: string
  /** The first moment that is too late. */
  readonly expiresAt: Instant
  /** Set where the date rests on days that no notice has settled: it may still move, and makes nobody overdue. */
  readonly provisional?: Provisional
}

/** A stretch that a clock leaves out (不计入的时间). Days, both included; moments for limits in hours. */
export interface ClockPause {
  readonly cause: 'supplement' | 'procedure' | 'step'
  readonly name: string
  readonly from: string
  /** Absent while it goes on. */
  readonly to?: string
}

/** When a clock reaches a point that its supervisor wants to hear of (预警). */
export interface ClockAlert {
  readonly level: AlertLevel
  readonly at: Instant
  readonly raised: boolean
}

/** One clock of a case as it stands at a moment (时钟的读数). Nothing of it is stored: the ledger gives it again. */
export interface ClockReading {
  /** What alerts call it: it tells counts that began anew apart. */
  readonly id: string
  readonly kind: ClockKind
  /** 法定时限, 承诺时限, “现场核查”时限. */
  readonly label: string
  /** Of a step or procedure with a place: its node. */
  readonly node?: number
  readonly state: 'running' | 'paused' | 'stopped'
  /** The moment of the event from which it counts; the count itself begins on the day after, for hours at once. */
  readonly start: Instant
  /** The count began anew (重新计算). */
  readonly restarted?: true
  readonly stop?: Instant
  /** The limit as stated; absent while it waits for facts. */
  readonly limit?: Duration
  /** The facts that the choice among several limits waits for. */
  readonly neededFacts: readonly string[]
  readonly profile: string
  readonly extensions: readonly { readonly name: string; readonly extendBy?: Duration; readonly extendTo?: Duration }[]
  readonly pauses: readonly ClockPause[]
  /**
   * Limit and extensions together; used + left. The unit is that of the limit where it is the same throughout; months,
   * years and what is mixed are natural days. The day under way counts as used, days between the nominal and the moved
   * last day do not.
   */
  readonly total?: ClockAmount
  readonly used?: ClockAmount
  readonly left?: ClockAmount
  /** Absent for 无法定时限, while facts are missing, and while the clock stands still for nobody knows how long. */
  readonly due?: ClockDue
  /** Why there is no due date, where that is. */
  readonly noDue?: CalendarError
  readonly overdue: boolean
  /** The moments of the alerts, by level; those on a provisional date are missing. */
  readonly alerts: readonly ClockAlert[]
  /** The line of the definition that sets the limit, or the law that does. */
  readonly origin?: Origin
  readonly source?: LegalSource
}
