import type { Calendar } from './calendar.ts'
import { type CivilDay, FIRST_DAY, isInRange, LAST_DAY } from './civil-date.ts'

/** True on a working day (工作日), made-up weekend days included. */
export function isWorkday(calendar: Calendar, day: CivilDay): boolean {
  const { start, before } = calendar.table()
  const i = day - start
  if (i >= 0 && i < before.length - 1) return before[i] !== before[i + 1]
  return calendar.statusOf(day).works
}

/**
 * The n-th working day after a day (n > 0) or before it (n < 0); the day itself for 0. The day itself never counts.
 * In constant time within the years with notices and the year after, day by day beyond.
 *
 * Unit: workdays. Returns undefined where the result leaves the years 1 to 9999.
 */
export function addWorkdays(calendar: Calendar, day: CivilDay, count: number): CivilDay | undefined {
  if (count === 0) return day
  const { start, before, nth } = calendar.table()
  const i = day - start
  if (i >= 0 && i < before.length - 1) {
    // Working days before the first that counts (forward), or up to the last that counts (backward).
    const base = (count > 0 ? before[i + 1] : before[i]) ?? 0
    const offset = nth[count > 0 ? base + count - 1 : base + count]
    if (offset !== undefined) return start + offset
  }
  return walk(calendar, day, count)
}

/**
 * The working days after `from` up to and including `to`; for `to` before `from`, those from `to` up to but not
 * including `from`, as a negative number. It undoes {@link addWorkdays}: adding the count to `from` gives `to` where
 * `to` is a working day.
 *
 * Unit: workdays. Returns NaN for a day outside the years 1 to 9999.
 */
export function countWorkdays(calendar: Calendar, from: CivilDay, to: CivilDay): number {
  const { start, before } = calendar.table()
  const end = start + before.length - 1
  if (from >= start && from < end && to >= start && to < end) {
    const inclusive = to >= from ? 1 : 0
    return (before[to - start + inclusive] ?? 0) - (before[from - start + inclusive] ?? 0)
  }
  if (!isInRange(from) || !isInRange(to)) return Number.NaN
  let count = 0
  for (let day = from + 1; day <= to; day++) if (isWorkday(calendar, day)) count++
  for (let day = from - 1; day >= to; day--) if (isWorkday(calendar, day)) count--
  return count
}

function walk(calendar: Calendar, from: CivilDay, count: number): CivilDay | undefined {
  const step = count > 0 ? 1 : -1
  let left = Math.abs(count)
  let day = left <= LAST_DAY - FIRST_DAY ? from : Number.NaN
  while (left > 0 && isInRange(day)) {
    day += step
    if (isWorkday(calendar, day)) left--
  }
  return isInRange(day) ? day : undefined
}
