import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { formatSource } from '../../src/syntax/format.ts'
import { parse } from '../../src/syntax/parse.ts'
import { printFolded, printTree } from '../support/syntax-tree-text.ts'

const HEAD = `语言版本：1
事项：食品经营许可
申报信息：
  信息：经营面积
    类型：数
    单位：平方米
  信息：改建
    类型：是否
判定表：核查
`

const PLAIN = ['经营面积（平方米）\t改建\t→方式', '不满50\t否\t告知承诺', '50以上\t是\t现场核查']

function textOf(rows: readonly string[]): string {
  return `${HEAD}${rows.join('\n')}\n`
}

function treeOf(text: string): string {
  return printFolded(parse({ uri: 'table.zw', text }))
}

function codesOf(text: string): readonly string[] {
  return parse({ uri: 'table.zw', text }).diagnostics.map(({ code }) => code)
}

describe('a decision table copied from a spreadsheet or a word processor', () => {
  test.each([
    ['with bars in place of TABs', PLAIN.map((row) => `  ｜ ${row.replaceAll('\t', ' ｜ ')} ｜`)],
    ['with a cell of two lines', PLAIN.map((row) => row.replace('告知承诺', '"告知\n承诺"'))],
    [
      'with a head of two lines, the first of the row',
      PLAIN.map((row) => row.replace('经营面积（平方米）', '"经营面积\n（平方米）"')),
    ],
    [
      'with two cells of several lines',
      PLAIN.map((row) => row.replace('不满50\t否\t告知承诺', '"不满\n50"\t否\t"告\n\n知\n承诺"')),
    ],
    ['with rows that are blank', [PLAIN[0] ?? '', '\t\t', PLAIN[1] ?? '', '', PLAIN[2] ?? '', '\t\t']],
    ['with a blank column at the end', PLAIN.map((row) => `${row}\t`)],
    ['with the heads repeated on the next page', [PLAIN[0] ?? '', PLAIN[1] ?? '', PLAIN[0] ?? '', PLAIN[2] ?? '']],
    ['further in', PLAIN.map((row) => `    ${row}`)],
  ])('%s means the same', (_, rows) => {
    const text = textOf(rows)
    expect(codesOf(text)).toEqual([])
    expect(treeOf(text)).toBe(treeOf(textOf(PLAIN)))
    const formatted = formatSource({ uri: 'table.zw', text })
    expect(treeOf(formatted)).toBe(treeOf(text))
    expect(formatSource({ uri: 'table.zw', text: formatted })).toBe(formatted)
  })

  test('with line ends of Windows means the same', () => {
    const text = textOf(PLAIN.map((row) => row.replace('告知承诺', '"告知\n承诺"'))).replaceAll('\n', '\r\n')
    expect(codesOf(text)).toEqual([])
    expect(treeOf(text)).toBe(treeOf(textOf(PLAIN)))
  })

  test('whose merged cells are blank asks what they mean, once for each', () => {
    const rows = [...PLAIN, '\t否\t现场核查']
    expect(codesOf(textOf(rows))).toEqual(['ZW1011'])
  })

  test('has its words from the cells, marks that were doubled once', () => {
    const rows = [PLAIN[0] ?? '', '不满50\t否\t"盖""现场""\n章"', '50以上\t是\t现场核查']
    const { matters } = compile([{ uri: 'a.zw', text: textOf(rows) }])
    const [table] = [...matters.values()].flatMap(({ matter }) => matter.decisionTables)
    expect(table?.rules[0]?.outputs).toEqual([{ kind: 'option', option: '盖"现场"章' }])
  })
})

describe('a mark that opens a cell and is not closed', () => {
  test.each([
    ['before a line of its own', ['不满50\t否\t"告知承诺', '命中：首个', '50以上\t是\t现场"']],
    ['before another row', ['不满50\t否\t"告知承诺', '50以上\t是\t现场"']],
    ['at all', ['不满50\t否\t"告知承诺', '50以上\t是\t现场']],
    ['because it is closed on its own line', ['不满50\t否\t"告知承诺"', '50以上\t是\t现场']],
  ])('%s takes no other line', (_, rows) => {
    const tree = printTree(parse({ uri: 'table.zw', text: textOf([PLAIN[0] ?? '', ...rows]) }))
    expect(tree).toContain('50以上')
    expect(tree).toContain('现场')
    expect(tree.includes('decisionTable.hits')).toBe(rows.some((row) => row.startsWith('命中')))
  })
})

describe('a table of entries copied from a spreadsheet', () => {
  test('goes on with the entry above in rows whose first cell was merged', () => {
    const table = '申请材料：\n材料\t形式\t说明\n申请书\t原件\t"一式\n两份"\n\t\t当面签字\n身份证\t复印件\t\n'
    const lines = '申请材料：\n材料：申请书\n形式：原件\n说明：一式两份\n说明：当面签字\n材料：身份证\n形式：复印件\n'
    const head = '语言版本：1\n事项：食品经营许可\n'
    expect(codesOf(head + table)).toEqual([])
    expect(treeOf(head + table)).toBe(treeOf(head + lines))
  })
})
