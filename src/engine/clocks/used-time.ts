import { MICRO } from '../../calendar/deadline-terms.ts'
import { civilDayAt, type Instant } from '../../calendar/instant.ts'
import { countOutside } from '../../calendar/pauses.ts'
import type { ClockCount } from './count-clock.ts'

/**
 * How much of a clock is used at a moment (已用). The day under way counts; rest days over which the last day was moved do
 * not; after the last day what is used exceeds the limit. Unit: that of {@link ClockCount.total}.
 */
export function usedAt({ unit, scale, gaps, origin, total, course }: ClockCount, at: Instant): number {
  if (unit === 'ms') return countOutside(gaps, scale, origin, at)
  const day = civilDayAt(at)
  const due = course.ok ? course.value.due : Number.POSITIVE_INFINITY
  if (day <= due) return Math.min(total, countOutside(gaps, scale, origin, day) * MICRO)
  return total + countOutside(gaps, scale, due, day) * MICRO
}
