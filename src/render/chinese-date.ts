import { type CivilDay, dateParts, parseCivilDate } from '../calendar/civil-date.ts'
import { parseInstant, printInstant } from '../calendar/instant.ts'

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** A date as documents write it: 2026年10月30日. What is no date stays as it is. */
export function renderDate(date: string): string {
  const parsed = parseCivilDate(date)
  if (!parsed.ok) return date
  const { year, month, day } = dateParts(parsed.value)
  return `${year}年${month}月${day}日`
}

/** A date with its day of the week: 2026年10月30日（星期五）. */
export function renderDateWithWeekday(date: string): string {
  const parsed = parseCivilDate(date)
  return parsed.ok ? `${renderDate(date)}（${weekdayName(parsed.value)}）` : date
}

/** A stretch of days without repeating what both ends share: 2026年10月1日至7日, or one day alone. */
export function renderDateRange(from: string, to: string): string {
  const first = parseCivilDate(from)
  const last = parseCivilDate(to)
  if (!first.ok || !last.ok || from === to) return renderDate(from)
  const a = dateParts(first.value)
  const b = dateParts(last.value)
  if (a.year !== b.year) return `${renderDate(from)}至${renderDate(to)}`
  return `${renderDate(from)}至${a.month === b.month ? '' : `${b.month}月`}${b.day}日`
}

/** An instant as Beijing's clocks show it: 2026年9月28日12时20分. What is no instant stays as it is. */
export function renderInstant(written: string): string {
  const instant = parseInstant(written)
  if (!instant.ok) return written
  const [date = '', time = ''] = printInstant(instant.value).split('T')
  const [hour = '', minute = '', second = ''] = time.slice(0, 8).split(':')
  return `${renderDate(date)}${Number(hour)}时${minute}分${second === '00' ? '' : `${second}秒`}`
}

function weekdayName(day: CivilDay): string {
  // Day 0 was a Thursday.
  return WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? ''
}
