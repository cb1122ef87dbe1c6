import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/diagnostics/display-width.ts'
import { showSourceLine } from '../../src/diagnostics/source-line.ts'

function show(line: string, words: string) {
  const start = line.indexOf(words)
  const span = { start, end: start + words.length }
  const shown = showSourceLine(line, { start: 0, end: line.length }, span)
  const { start: column, width } = shown.columns(span)
  return { text: shown.text, column, width }
}

describe('showSourceLine', () => {
  test('counts Chinese characters as two columns', () => {
    expect(show('  材料：营业执照', '营业')).toEqual({ text: '  材料：营业执照', column: 8, width: 4 })
  })

  test('sets tabs as blanks up to the next stop', () => {
    expect(show('\t当：a', 'a')).toEqual({ text: '    当：a', column: 8, width: 1 })
    expect(show('ab\tc', 'c')).toEqual({ text: 'ab  c', column: 4, width: 1 })
  })

  test('makes characters visible that show nothing', () => {
    expect(show('申请\u200b书', '\u200b')).toEqual({ text: '申请<U+200B>书', column: 4, width: 8 })
  })

  test('lets no control character through to the terminal', () => {
    expect(show('说明：\u001b[31m红', '红').text).toBe('说明：␛[31m红')
  })

  test('marks an empty stretch with one column', () => {
    const shown = showSourceLine('份数：', { start: 0, end: 3 }, { start: 3, end: 3 })
    expect(shown.columns({ start: 3, end: 3 })).toEqual({ start: 6, width: 1 })
  })

  test('cuts a long line around the place that matters', () => {
    const line = `说明：${'很长的文字'.repeat(200)}错字${'再来一些文字'.repeat(200)}`
    const { text, column, width } = show(line, '错字')
    expect(text.startsWith('…')).toBe(true)
    expect(text.endsWith('…')).toBe(true)
    expect(displayWidth(text)).toBeLessThan(110)
    expect(displayWidth(text.slice(0, text.indexOf('错字')))).toBe(column)
    expect(width).toBe(4)
  })

  test('a line of a megabyte costs no more than its neighbourhood', () => {
    const line = '长'.repeat(1_000_000)
    const shown = showSourceLine(line, { start: 0, end: line.length }, { start: 500_000, end: 999_999 })
    expect(displayWidth(shown.text)).toBeLessThan(110)
  })

  test('the underline always starts under the marked character', () => {
    const character = fc.constantFrom('事', 'a', '\t', '\u200b', '“', '（', '\u0301', '𠮷', '\u0007', ' ')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 300 }), fc.array(character, { maxLength: 300 }), (before, after) => {
        const line = `${before.join('')}误${after.join('')}`
        const start = before.join('').length
        const span = { start, end: start + 1 }
        const shown = showSourceLine(line, { start: 0, end: line.length }, span)
        const { start: column, width } = shown.columns(span)
        expect(displayWidth(shown.text.slice(0, shown.text.indexOf('误')))).toBe(column)
        expect(width).toBe(2)
      }),
    )
  })
})
