import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/diagnostics/display-width.ts'
import { wrapDisplay } from '../../src/render/wrap-display.ts'

test('a closing mark never begins a line: the character before it goes along', () => {
  expect(wrapDisplay('提取公积金（死亡）', 16)).toEqual(['提取公积金（死', '亡）'])
  expect(wrapDisplay('出具死亡证明（正常死亡）', 16)).toEqual(['出具死亡证明（正', '常死亡）'])
})

test('a line ends behind a mark where there is one late enough', () => {
  expect(wrapDisplay('身份证、户口簿和照片', 14)).toEqual(['身份证、', '户口簿和照片'])
})

test('several closing marks stay together behind what they close', () => {
  expect(wrapDisplay('要不要交“申请表”；走哪几步', 16)).toEqual(['要不要交“申请', '表”；走哪几步'])
})

test('an opening mark never ends a line, and no number is broken in two', () => {
  expect(wrapDisplay('提取公积金（死亡）', 12)).toEqual(['提取公积金', '（死亡）'])
  expect(wrapDisplay('办理时限一共1234个', 14)).toEqual(['办理时限一共', '1234个'])
})

test('nothing is lost, and no line is wider than it may be', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', 'a', '）', '、', '（', '。', ' ') })
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (written, width) => {
      const lines = wrapDisplay(written, width)
      expect(lines.join('')).toBe(written)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    }),
  )
})
