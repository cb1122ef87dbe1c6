/**
 * The core check of the calendar, run by test/calendar/time-zones.test.ts in a process of its own per time zone:
 * prints the zone's offset, how many results differ from the slow walk, and a digest of all results.
 */
import { createHash } from 'node:crypto'
import {
  addMonths,
  addWorkdays,
  civilDayAt,
  computeDeadline,
  countWorkdays,
  createCalendar,
  isWorkday,
  parseInstant,
  printCivilDate,
  printInstant,
} from '../../src/calendar/index.ts'
import { day } from './calendar-text.ts'
import { datesFrom, slowAddWorkdays, slowCountWorkdays, slowIsWorkday } from './slow-calendar.ts'

const calendar = createCalendar()
const hash = createHash('sha256')
let different = 0

function print(result: number | undefined): string {
  return result === undefined ? '-' : printCivilDate(result)
}

for (const date of datesFrom('2007-01-01', '2026-12-31')) {
  const from = day(date)
  const inside = date > '2007-02-15' && date < '2026-11-15'
  const added = [1, 20, -20].map((count) => print(addWorkdays(calendar, from, count)))
  const counted = countWorkdays(calendar, from, from + 30)
  if (isWorkday(calendar, from) !== slowIsWorkday(date)) different++
  if (inside && added.join() !== [1, 20, -20].map((count) => slowAddWorkdays(date, count)).join()) different++
  if (inside && counted !== slowCountWorkdays(date, printCivilDate(from + 30))) different++

  const moment = parseInstant(`${date}T23:30:00-01:00`)
  const limits = [
    computeDeadline({ from: `${date}T23:30:00-01:00`, limit: { unit: 'hour', amount: '36' } }, calendar),
    computeDeadline({ from: date, limit: { unit: 'month', amount: '1' } }, calendar),
  ]
  const instant = moment.ok ? [print(civilDayAt(moment.value)), printInstant(moment.value)] : []
  hash.update(JSON.stringify([date, added, counted, print(addMonths(from, 1)), instant, limits]))
}

process.stdout.write(
  JSON.stringify({ januaryOffset: new Date(2026, 0, 1).getTimezoneOffset(), different, digest: hash.digest('hex') }),
)
