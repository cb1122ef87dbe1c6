import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../../src/render/flow/text-width.ts'
import { wrapAtMost, wrapText } from '../../../src/render/flow/wrap-text.ts'

const plain = { size: 10 }

test('a Chinese character is as wide as the font is large, a Latin letter narrower', () => {
  expect(textWidth('受理', 10)).toBe(20)
  expect(textWidth('“受理”，', 10)).toBe(50)
  expect(textWidth('i', 10)).toBeLessThan(textWidth('W', 10))
  expect(textWidth('A', 10, true)).toBeGreaterThan(textWidth('A', 10))
  expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10))
})

test('lines break behind marks, before opening ones, and never inside a number', () => {
  expect(wrapText('材料不齐的，一次告知申请人', 80, plain)).toEqual(['材料不齐的，', '一次告知申请人'])
  expect(wrapText('食品经营许可（餐饮）', 70, plain)).toEqual(['食品经营许可', '（餐饮）'])
  expect(wrapText('办理时限一共1234个', 75, plain)).toEqual(['办理时限一共', '1234个'])
})

test('a closing mark stays on the line of the mark that it follows', () => {
  expect(wrapText('写明“已经告知。”再签字', 75, plain)).toEqual(['写明“已经告', '知。”再签字'])
  expect(wrapText('提取公积金〔死亡〕', 80, plain)).toEqual(['提取公积金〔死', '亡〕'])
})

test('what does not fit in so many lines ends in an ellipsis', () => {
  expect(wrapAtMost('一二三四五六七八九十', 40, plain, 2)).toEqual(['一二三四', '五六七…'])
  expect(wrapAtMost('一二三四', 40, plain, 1)).toEqual(['一二三四'])
})

test('no line is wider than asked for, and nothing but blanks is lost', () => {
  const text = fc.string({ unit: fc.constantFrom(...'受理（）“”，。、abcXYZ019 ·…') })
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 120 }), (words, width) => {
      const lines = wrapText(words, width, plain)
      for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/ /g, '')).toBe(words.replace(/ /g, ''))
    }),
  )
})
