import { expect, test } from 'vitest'
import { renderDate, renderDateRange, renderDateWithWeekday, renderInstant } from '../../src/render/chinese-date.ts'

test('dates read as documents write them', () => {
  expect(renderDate('2026-10-08')).toBe('2026年10月8日')
  expect(renderDateWithWeekday('2026-10-08')).toBe('2026年10月8日（星期四）')
  expect(renderDateWithWeekday('1969-12-31')).toBe('1969年12月31日（星期三）')
})

test('a stretch does not repeat what both ends share', () => {
  expect(renderDateRange('2026-10-01', '2026-10-07')).toBe('2026年10月1日至7日')
  expect(renderDateRange('2026-09-29', '2026-10-07')).toBe('2026年9月29日至10月7日')
  expect(renderDateRange('2026-12-29', '2027-01-03')).toBe('2026年12月29日至2027年1月3日')
  expect(renderDateRange('2026-10-01', '2026-10-01')).toBe('2026年10月1日')
})

test('instants are shown in Beijing time', () => {
  expect(renderInstant('2026-09-28T02:05:00Z')).toBe('2026年9月28日10时05分')
  expect(renderInstant('2026-09-28T23:59:30+08:00')).toBe('2026年9月28日23时59分30秒')
})
