import { expect, test } from 'vitest'
import { printChineseNumber } from '../../src/base/print-chinese-number.ts'

test.each([
  [0, '零'],
  [2, '二'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [42, '四十二'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1005, '一千零五'],
  [1260, '一千二百六十'],
  [9999, '九千九百九十九'],
])('%i is %s', (value, text) => {
  expect(printChineseNumber(value)).toBe(text)
})
