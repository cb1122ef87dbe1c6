import { describe, expect, test } from 'vitest'
import { readLimit } from '../../../src/exchange/xlsx/list/parse-limit-text.ts'

describe('a limit of a list', () => {
  test.each([
    ['20.0', '工作日', '20个工作日'],
    ['0.50', '工作日', '0.5个工作日'],
    ['9998.99999999999999999', '工作日', '9998.99999999999999999个工作日'],
    ['0.0000001', 'W', '0.0000001个工作日'],
    ['0.0000001个工作日', undefined, '0.0000001个工作日'],
    ['12345678901234567.5个工作日', undefined, '12345678901234567.5个工作日'],
    ['半个工作日', undefined, '0.5个工作日'],
  ] as const)('keeps every digit: %s', (written, unit, text) => {
    expect(readLimit(written, unit)).toEqual({ text })
  })

  test.each([
    ['-1', { text: '无法定时限' }],
    ['-1.0', { text: '无法定时限' }],
    ['9999', { text: '无法定时限', doubt: '“9999”当作无期限' }],
    ['0.0', { text: '即办', doubt: '“0”当作即办；没有填写的请删去这一条' }],
    ['-2', { rest: '-2', doubt: '“-2”不是时限' }],
  ] as const)('knows what is no number of days: %s', (written, reading) => {
    expect(readLimit(written, '工作日')).toEqual(reading)
  })
})
