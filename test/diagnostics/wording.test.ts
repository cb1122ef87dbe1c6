import { expect, test } from 'vitest'
import { bracket, enumerate, excerpt, quote, quoteAlternatives } from '../../src/diagnostics/wording.ts'

test('quotation marks inside a quotation become single ones', () => {
  expect(quote('“一件事”改革')).toBe('“‘一件事’改革”')
  expect(bracket('经营面积')).toBe('【经营面积】')
})

test('long text is cut so that a message stays one short line', () => {
  expect(excerpt('长'.repeat(40))).toBe('长'.repeat(40))
  expect(excerpt('长'.repeat(41))).toBe(`${'长'.repeat(38)}……`)
  expect(excerpt('𠮷'.repeat(1_000_000), 4)).toBe('𠮷𠮷……')
  expect(quote('第一行\r\n第二行\t\u001b')).toBe('“第一行  第二行  ”')
})

test('lists name what they hold, long ones with their number', () => {
  expect(enumerate(['甲', '乙'])).toBe('甲、乙')
  expect(enumerate(Array.from({ length: 13 }, (_, i) => `第${i + 1}`))).toMatch(/^第1、.*第12等13项$/)
  expect(quoteAlternatives(['材料'])).toBe('“材料”')
  expect(quoteAlternatives(['材料', '环节', '结果'])).toBe('“材料”、“环节”或“结果”')
})
