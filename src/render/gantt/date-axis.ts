import { type DatedStretch, type GanttDates, lastDayOf } from '../../analysis/gantt-dates.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { type CivilDay, dateParts, isWeekend, printCivilDate } from '../../calendar/civil-date.ts'
import { nameHoliday } from '../../calendar/holiday-name.ts'
import { renderDateRange } from '../chinese-date.ts'
import { drawLines, round, TEXTS } from '../flow/text-block.ts'
import { textWidth } from '../flow/text-width.ts'
import { type Html, html } from '../html/html.ts'
import type { GanttAxis } from './gantt-axis.ts'

/** A stretch of days of one nature. */
interface Rest {
  readonly from: CivilDay
  readonly to: CivilDay
  readonly kind: 'weekend' | 'holiday' | 'worked'
}

const HEAD = 56
/** From this width on every day has its number. */
const EVERY_DAY = 19

/** An axis of civil days from the day of the application on: rest days are shaded, holidays and made-up days named. */
export function dateAxis({ first, last, dateOf, dueOf }: GanttDates, calendar: Calendar, width: number): GanttAxis {
  const count = last - first + 1
  const perDay = width / count
  const days = Array.from({ length: count }, (_, index) => first + index)
  const rests = findRests(calendar, days)
  const at = (day: number) => (day - first) * perDay
  const place = ({ from, to }: DatedStretch) => ({ from: at(from), to: at(to) })
  return {
    place: (stretch) => place(dateOf(stretch)),
    placeLimit: (limit) => place(dueOf(limit)),
    headHeight: HEAD,
    drawHead: (x, y) =>
      html`${drawMonths(days, x, y, at)}${drawDays(days, x, y + 18, perDay, at)}${drawNames(rests, x, y + 36, at)}`,
    drawGround: (x, y, height) =>
      html`${rests.map(
        ({ from, to, kind }) =>
          html`<rect class="${kind}" x="${round(x + at(from))}" y="${round(y)}" width="${round(at(to + 1) - at(from))}" height="${round(height)}"/>`,
      )}`,
    say: (stretch) => {
      const { from, to } = dateOf(stretch)
      return dateWords(Math.min(Math.floor(from), lastDayOf(to)), lastDayOf(to), first)
    },
    sayLimit: (limit) => `最晚${dateWords(lastDayOf(dueOf(limit).to), lastDayOf(dueOf(limit).to), first)}`,
    kinds: [...new Set(rests.map(({ kind }) => kind))],
    notes: restNotes(rests, calendar, first),
  }
}

/** Days without the year in which the chart begins; another year is named. */
function dateWords(from: CivilDay, to: CivilDay, first: CivilDay): string {
  const words = renderDateRange(printCivilDate(from), printCivilDate(to))
  return dateParts(from).year === dateParts(first).year ? words.slice(words.indexOf('年') + 1) : words
}

/** Weekends, days off by arrangement, and weekend days that are worked. */
function findRests(calendar: Calendar, days: readonly CivilDay[]): readonly Rest[] {
  const rests: Rest[] = []
  for (const day of days) {
    const { works, source, forecast } = calendar.statusOf(day)
    const isNamed = source !== undefined || forecast === true
    const kind = works ? (isWeekend(day) ? 'worked' : undefined) : isNamed ? 'holiday' : 'weekend'
    if (kind === undefined) continue
    const last = rests.at(-1)
    if (last?.kind === kind && last.to === day - 1) rests[rests.length - 1] = { ...last, to: day }
    else rests.push({ from: day, to: day, kind })
  }
  return rests
}

function restNotes(rests: readonly Rest[], calendar: Calendar, first: CivilDay): readonly string[] {
  const holidays = rests
    .filter(({ kind }) => kind === 'holiday')
    .map(({ from, to }) => {
      const name = nameHoliday(printCivilDate(from), printCivilDate(to))
      const expected = calendar.statusOf(from).forecast === true ? '（放假通知还没有公布，按法定节日推算）' : ''
      return `${name}${dateWords(from, to, first)}${expected}`
    })
  const worked = rests.filter(({ kind }) => kind === 'worked').map(({ from, to }) => dateWords(from, to, first))
  return [
    ...(holidays.length === 0 ? [] : [`放假：${holidays.join('；')}`]),
    ...(worked.length === 0 ? [] : [`调休上班：${worked.join('、')}`]),
  ]
}

function drawMonths(days: readonly CivilDay[], x: number, y: number, at: (day: number) => number): readonly Html[] {
  const starts = days.filter((day, index) => index === 0 || dateParts(day).day === 1)
  return starts.flatMap((day, index) => {
    const { year, month } = dateParts(day)
    const text = index === 0 || month === 1 ? `${year}年${month}月` : `${month}月`
    const room = at(starts[index + 1] ?? (days.at(-1) ?? day) + 1) - at(day)
    const shown = [text, `${month}月`].find((each) => textWidth(each, TEXTS.soft.size) + 6 <= room)
    return shown === undefined ? [] : drawLines([{ text: shown, kind: 'soft' }], x + at(day) + 3, y)
  })
}

/** The name of each holiday over its days, where there is room; the notes have them all. */
function drawNames(rests: readonly Rest[], x: number, y: number, at: (day: number) => number): readonly Html[] {
  return rests.flatMap(({ from, to, kind }) => {
    const text =
      kind === 'holiday' ? nameHoliday(printCivilDate(from), printCivilDate(to)) : kind === 'worked' ? '班' : ''
    const room = at(to + 1) - at(from)
    return text === '' || textWidth(text, TEXTS.soft.size) > room
      ? []
      : drawLines([{ text, kind: 'soft' }], x + at(from) + room / 2, y, 'middle')
  })
}

/** Every day, or every Monday, as there is room. */
function drawDays(
  days: readonly CivilDay[],
  x: number,
  y: number,
  perDay: number,
  at: (day: number) => number,
): readonly Html[] {
  const isMonday = (day: CivilDay) => (((day + 3) % 7) + 7) % 7 === 0
  const shown = perDay >= EVERY_DAY ? days : perDay * 7 >= EVERY_DAY ? days.filter(isMonday) : []
  const last = days.at(-1)
  return shown.flatMap((day) => {
    const text = String(dateParts(day).day)
    const middle = at(day) + perDay / 2
    const half = textWidth(text, TEXTS.soft.size) / 2
    if (middle - half < 0 || (last !== undefined && middle + half > at(last + 1))) return []
    return drawLines([{ text, kind: 'soft' }], x + middle, y, 'middle')
  })
}
