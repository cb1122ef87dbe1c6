import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { parse } from '../../src/syntax/parse.ts'

const file = (line: string) => `语言版本：1\n事项：优待证\n申报信息：\n  信息：甲\n    类型：枚举\n    ${line}\n`
const findingsIn = (text: string): readonly Diagnostic[] =>
  parse({ uri: 'a.zw', text }).diagnostics.filter(({ code }) => code === 'ZW0103' || code === 'ZW0104')

function wordsAt(text: string): readonly string[] {
  return findingsIn(text).map(({ labels: [{ origin }], fixes }) => {
    const [edit] = fixes[0]?.edits ?? []
    return `${text.slice(origin.span.start, origin.span.end)}→${edit?.text}`
  })
}

describe('characters that look like others (ZW0104)', () => {
  test.each([
    ['户囗簿', '囗→口'],
    ['生曰证明', '曰→日'],
    ['巳登记', '巳→已'],
    ['己取得营业执照', '己→已'],
    ['\u0410类许可', '\u0410→A'],
    ['\u039f型血', '\u039f→O'],
  ])('%s', (name, expected) => {
    expect(wordsAt(file(`取值：${name}、乙`))).toEqual([expected])
    expect(wordsAt(`语言版本：1\n事项：${name}\n`)).toEqual([expected])
  })

  test.each(['自己的住房', '环己酮经营', '知己知彼', '日用品', '已取得营业执照', 'A类许可', 'β射线装置'])(
    '%s is meant so',
    (name) => {
      expect(wordsAt(file(`取值：${name}、乙`))).toEqual([])
    },
  )
})

describe('in a list', () => {
  test('each name is told of its own characters, once', () => {
    const text = file('取值：户囗（甲）、乙（丙）、丁\u200b戊、（己）')
    expect(wordsAt(text)).toEqual(['囗→口', '丁\u200b戊→'])
    const [, invisible] = findingsIn(text)
    expect(invisible?.message).toContain('“丁戊”')
    expect(invisible?.fixes[0]?.edits).toHaveLength(1)
  })

  test('also where an editor broke it', () => {
    const text = file('取值：甲、\n      户囗、\n      丙')
    expect(wordsAt(text)).toEqual(['囗→口'])
  })
})
