import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { forecastDaysOff } from '../../src/calendar/festivals.ts'
import { addWorkdays, isWorkday, printCivilDate } from '../../src/calendar/index.ts'
import { calendar, day } from '../support/calendar-text.ts'
import { datesFrom } from '../support/slow-calendar.ts'

interface ChineseDays {
  readonly workdays: string
  readonly added: readonly string[]
  readonly festivals: readonly string[]
}

const script = fileURLToPath(new URL('../support/chinese-days-status.ts', import.meta.url))
const theirs: ChineseDays = JSON.parse(
  execFileSync(process.execPath, [script], { env: { ...process.env, TZ: 'Asia/Shanghai' }, encoding: 'utf8' }),
)

describe('against chinese-days 1.5.7', () => {
  test('every day of 2007–2026 has the same status', () => {
    const dates = datesFrom('2007-01-01', '2026-12-31')
    expect(theirs.workdays).toHaveLength(dates.length)
    expect(dates.filter((date, i) => isWorkday(calendar, day(date)) !== (theirs.workdays[i] === '1'))).toEqual([])
  })

  test('the 20th working day after every seventh day of 2019–2025', () => {
    const dates = datesFrom('2019-01-01', '2025-12-31').filter((_, i) => i % 7 === 0)
    const ours = dates.map((date) => printCivilDate(addWorkdays(calendar, day(date), 20) ?? Number.NaN))
    expect(ours).toEqual(theirs.added)
  })

  test('the festivals of 2027–2050', () => {
    for (const [i, dates] of theirs.festivals.entries()) {
      const off = forecastDaysOff(2027 + i)
      const [spring = '', ...others] = dates.split(' ').map((monthDay) => day(`${2027 + i}-${monthDay}`))
      for (const festival of [Number(spring) - 1, Number(spring), Number(spring) + 1, Number(spring) + 2, ...others]) {
        expect(off.has(festival), `${printCivilDate(festival)} is a festival`).toBe(true)
      }
    }
  })
})
