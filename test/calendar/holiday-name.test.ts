import { expect, test } from 'vitest'
import { nameHoliday } from '../../src/calendar/holiday-name.ts'
import { NOTICES } from '../../src/calendar/notices.ts'

test.each([
  ['2026-10-01', '2026-10-07', '国庆节'],
  ['2025-10-01', '2025-10-08', '国庆节、中秋节'],
  ['2026-01-01', '2026-01-03', '元旦'],
  ['2026-02-15', '2026-02-23', '春节'],
  ['2026-04-04', '2026-04-06', '清明节'],
  ['2026-05-01', '2026-05-05', '劳动节'],
  ['2026-06-19', '2026-06-21', '端午节'],
  ['2026-09-25', '2026-09-27', '中秋节'],
  ['2015-09-03', '2015-09-05', '抗战胜利纪念日'],
  ['2026-07-20', '2026-07-20', '放假'],
])('%s to %s is %s', (from, to, name) => {
  expect(nameHoliday(from, to)).toBe(name)
})

test('every stretch of days off in the notices has a name', () => {
  const nameless = NOTICES.flatMap(({ off }) => off).filter((range) => {
    // The last day leaves out what it shares with the first: 2026-10-01/07.
    const [from = '', end = ''] = range.split('/')
    return nameHoliday(from, from.slice(0, from.length - end.length) + end) === '放假'
  })
  expect(nameless).toEqual([])
})
