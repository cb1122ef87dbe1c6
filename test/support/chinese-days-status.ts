/**
 * What chinese-days says of every day, run by test/differential/calendar-chinese-days.test.ts in a process with
 * TZ=Asia/Shanghai: the package reads dates in the local zone and is wrong west of UTC.
 */
import chineseDays from 'chinese-days'
import { datesFrom } from './slow-calendar.ts'

const workdays = datesFrom('2007-01-01', '2026-12-31').map((date) => (chineseDays.isWorkday(date) ? '1' : '0'))
const added = datesFrom('2019-01-01', '2025-12-31')
  .filter((_, i) => i % 7 === 0)
  .map((date) => chineseDays.findWorkday(20, date))
const festivals = Array.from({ length: 24 }, (_, i) => {
  const year = 2027 + i
  const lunar = (monthDay: string) => chineseDays.getSolarDateFromLunar(`${year}-${monthDay}`).date.slice(5)
  const qingming = chineseDays.getSolarTermDate(year, 4, 'pure_brightness').slice(5)
  return [lunar('01-01'), qingming, lunar('05-05'), lunar('08-15')].join(' ')
})
process.stdout.write(JSON.stringify({ workdays: workdays.join(''), added, festivals }))
