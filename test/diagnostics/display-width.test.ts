import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, padDisplay, truncateDisplay } from '../../src/diagnostics/display-width.ts'

describe('displayWidth', () => {
  test.each([
    ['', 0],
    ['zw check', 8],
    ['事项', 4],
    ['【大形餐馆】', 12],
    ['８个工作日', 10],
    ['“即办”', 6],
    ['→', 1],
    ['申请\u200b书', 6],
    ['e\u0301', 1],
    ['\u3000', 2],
    ['𠮷野家', 6],
    ['㎡', 2],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('a text is as wide as its parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(displayWidth(a + b)).toBe(displayWidth(a) + displayWidth(b))
      }),
    )
  })
})

describe('padDisplay', () => {
  test('fills Chinese text to a column', () => {
    expect(padDisplay('受理', 6)).toBe('受理  ')
    expect(padDisplay('8', 3, 'left')).toBe('  8')
    expect(padDisplay('不予许可', 4)).toBe('不予许可')
  })
})

describe('truncateDisplay', () => {
  test('leaves what fits', () => {
    expect(truncateDisplay('受理', 4)).toBe('受理')
  })

  test('never cuts a wide character in two', () => {
    expect(truncateDisplay('食品经营许可', 6)).toBe('食品…')
    expect(truncateDisplay('食品经营许可', 7)).toBe('食品经…')
  })

  test('never takes more columns than allowed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        expect(displayWidth(truncateDisplay(text, width))).toBeLessThanOrEqual(width)
      }),
    )
  })
})
