import { describe, expect, test } from 'vitest'
import { foldKey, foldWord } from '../../src/syntax/fold.ts'
import { skipDecoration } from '../../src/syntax/line-head.ts'
import {
  COMMENT_LINE,
  EMPTY_LINE,
  emptyLine,
  SEPARATOR_LINE,
  scanLine,
  TABLE_LINE,
} from '../../src/syntax/scan-lines.ts'

const KINDS = new Map([
  [EMPTY_LINE, 'empty'],
  [COMMENT_LINE, 'comment'],
  [SEPARATOR_LINE, 'separator'],
  [TABLE_LINE, 'table'],
])

/** Every line of a text: its kind and content. */
function scan(text: string): readonly (readonly [string, string])[] {
  const line = emptyLine()
  const lines: [string, string][] = []
  while (scanLine(text, line)) lines.push([KINDS.get(line.kind) ?? 'content', text.slice(line.head, line.end)])
  return lines
}

describe('lines', () => {
  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
    ['the soft break of Word', '\u000b'],
    ['NEL', '\u0085'],
    ['the line separator', '\u2028'],
    ['the paragraph separator', '\u2029'],
  ])('end at %s', (_, end) => {
    expect(scan(`事项：甲${end}编码：乙${end}`)).toEqual([
      ['content', '事项：甲'],
      ['content', '编码：乙'],
    ])
  })

  test('leave out blanks and invisible characters at both ends', () => {
    expect(scan('\ufeff　 \t\u00a0事项：甲\u200b 　\n')).toEqual([['content', '事项：甲']])
  })

  test.each(['', ' ', '　　', '\t', '\u00a0', '\u200b', '\ufeff'])('%j is empty', (text) => {
    expect(scan(`${text}\n`)).toEqual([['empty', '']])
  })

  test.each([
    '注：草稿',
    '注:草稿',
    '注 ： 草稿',
    '注1：草稿',
    '註：草稿',
    '# 草稿',
    '＃草稿',
    '// 草稿',
    '／／草稿',
    '※草稿',
    '1. 注：草稿',
  ])('%s is a comment', (text) => {
    expect(scan(text)[0]?.[0]).toBe('comment')
  })

  test.each(['注意事项：甲', '注册：甲', '/甲', '备注：甲'])('%s is none', (text) => {
    expect(scan(text)[0]?.[0]).toBe('content')
  })

  test.each(['---', '———', '＝＝＝', '=====', '- - -', '──────'])('%s separates', (text) => {
    expect(scan(text)[0]?.[0]).toBe('separator')
  })

  test.each(['--', '—— 甲', '=甲='])('%s does not', (text) => {
    expect(scan(text)[0]?.[0]).toBe('content')
  })

  test('rows of tables begin with a bar', () => {
    expect(scan('｜甲｜\n|乙|\n│丙│').map(([kind]) => kind)).toEqual(['table', 'table', 'table'])
  })

  test('count their indentation in columns', () => {
    const indentOf = (text: string) => {
      const line = emptyLine()
      scanLine(text, line)
      return line.indent
    }
    expect(['甲', '  甲', '　甲', '\t甲', '  \t甲', '\u00a0甲'].map(indentOf)).toEqual([0, 2, 2, 4, 4, 1])
  })
})

describe('what editors put before a line', () => {
  test.each([
    ...[
      '一、',
      '十二、',
      '（一）',
      '(一)',
      '１．',
      '1.',
      '1、',
      '1）',
      '（1）',
      '1.1 ',
      '1.2.3、',
      '①',
      '⑴',
      '⒈',
      '❶',
      '㈠',
      'A.',
      'b）',
      'Ⅱ、',
    ],
    ...['• ', '·', '● ', '■', '◆ ', '- ', '— ', '* ', '√ ', '\uf0b7 ', '（一）1. ', '一、• '],
  ])('%s is skipped', (head) => {
    const text = `${head}材料：甲`
    expect(text.slice(skipDecoration(text, 0, text.length))).toBe('材料：甲')
  })

  test.each(['一件事：甲', '1份', '2024年度计划', '（一', '十', 'AB.甲', '一般程序：甲'])(
    '%s begins with none',
    (text) => {
      expect(skipDecoration(text, 0, text.length)).toBe(0)
    },
  )
})

describe('folding', () => {
  test.each([
    ['XX（县级）', 'XX(县级)'],
    ['ＸＸ(县级)', 'XX(县级)'],
    ['申请\u200b书', '申请书'],
    ['申 请　书', '申请书'],
    ['A 类 表', 'A类表'],
    ['Form  A 1', 'Form A 1'],
    ['⼾⼝簿', '戶口簿'],
    ['㎡', '平方米'],
    ['甲､乙', '甲、乙'],
    ['“甲”', '"甲"'],
    ['〔2024〕3号', '[2024]3号'],
    ['申請書', '申請書'],
    ['\u202e甲\u202c', '甲'],
  ])('%s has the key %s', (text, key) => {
    expect(foldKey(text)).toBe(key)
    expect(foldKey(key)).toBe(key)
  })

  test('a plain name is its own key', () => {
    expect(foldKey('甲乙丙丁', 1, 3)).toBe('乙丙')
  })

  test.each([
    ['材　料', '材料'],
    ['申請材料', '申请材料'],
    ['⽇期', '日期'],
    ['ｓｈｉ', 'shi'],
  ])('%s is the word %s', (text, word) => {
    expect(foldWord(text)).toBe(word)
  })
})
