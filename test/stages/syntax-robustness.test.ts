import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import type { SyntaxTree } from '../../src/syntax/tree.ts'
import { exampleSources } from '../support/syntax-examples.ts'
import { allNodes } from '../support/syntax-tree-text.ts'

// Nothing here measures time: what is not linear would run into the time limit of the test runner.

const MILLION = 1_000_000

function read(text: string): SyntaxTree {
  return parse({ uri: 'large.zw', text })
}

function codes({ diagnostics }: SyntaxTree): readonly string[] {
  return [...new Set(diagnostics.map(({ code }) => code))].sort()
}

const inCondition = (condition: string) => `语言版本：1\n事项：甲\n情形：乙\n  当：${condition}\n`

describe('large texts', () => {
  test('a file of 50 MB is read to its end', () => {
    const examples = exampleSources().map(({ text }) => text)
    const once = examples.join('\n')
    const bytes = Buffer.byteLength(once)
    const times = Math.ceil((50 * MILLION) / bytes)
    const matters = read(once).blocks.filter(({ construct }) => construct === 'matter').length
    const tree = read(once.repeat(times))
    expect(tree.blocks.filter(({ construct }) => construct === 'matter')).toHaveLength(matters * times)
  })

  test('a file of 50 MB that is something else gets findings that fit in the memory', () => {
    const tree = read('这里是网页上的文字\n审批难度：较高\n'.repeat((50 * MILLION) / 48))
    expect(codes(tree)).toEqual(['ZW0105', 'ZW1001', 'ZW1005'])
    expect(tree.diagnostics.length).toBeLessThan(11_000)
  })

  test.each([
    ['a name', `事项：${'甲'.repeat(MILLION)}`, []],
    ['blanks', `事项：甲${' '.repeat(MILLION)}`, []],
    ['invisible characters', `事项：甲${'\u200b'.repeat(MILLION)}乙`, ['ZW0103']],
    ['numbering', `${'1.'.repeat(MILLION / 2)}事项：甲`, []],
    ['bullets', `${'- '.repeat(MILLION / 2)}事项：甲`, []],
    ['dashes', '—'.repeat(MILLION), []],
    ['prose', '文字'.repeat(MILLION / 2), ['ZW1005']],
    ['colons', '：'.repeat(MILLION), ['ZW1004']],
    ['digits', `事项：甲\n法定时限：${'1'.repeat(MILLION)}个工作日`, ['ZW1102']],
    ['names of steps', `事项：甲\n办理环节：\n并联：${'乙、'.repeat(MILLION / 2)}`, []],
    ['articles', `事项：甲\n依据：《法》${'第一条、'.repeat(MILLION / 4)}第二条`, []],
    ['opening titles', `事项：甲\n依据：${'《'.repeat(MILLION)}`, ['ZW1102']],
    ['a list of words', `事项：甲\n渠道：${'网上办理、'.repeat(MILLION / 5)}`, []],
  ] as const)('a line with a million characters: %s', (_, text, expected) => {
    const found = codes(read(`语言版本：1\n${text}\n`))
    expect(found).toEqual(expected)
  })

  test.each([
    ['terms', inCondition('【甲】且'.repeat(MILLION / 4)), ['ZW3003']],
    ['bare words', inCondition('甲或'.repeat(MILLION / 2)), ['ZW3002']],
    ['open names', inCondition('【'.repeat(MILLION)), ['ZW3001']],
    ['quotation marks', inCondition(`【甲】为 ${'“'.repeat(MILLION)}`), ['ZW3004']],
    ['values', inCondition(`【甲】属于 ${'乙、'.repeat(MILLION / 2)}丙`), []],
    ['brackets', inCondition('（'.repeat(MILLION)), ['ZW3011']],
    ['negations', inCondition('非'.repeat(MILLION)), ['ZW3011']],
  ] as const)('a condition of a million characters: %s', (_, text, expected) => {
    expect(codes(read(text))).toEqual(expected)
  })
})

describe('deep nesting', () => {
  test('ten thousand pairs of brackets are refused, a hundred are read', () => {
    const nested = (depth: number) => inCondition(`${'（'.repeat(depth)}【甲】${'）'.repeat(depth)}`)
    expect(codes(read(nested(10_000)))).toEqual(['ZW3011'])
    expect(codes(read(nested(100)))).toEqual([])
    expect(codes(read(nested(101)))).toEqual(['ZW3011'])
  })

  test('a hundred negations are read, a hundred and one are refused', () => {
    expect(codes(read(inCondition(`${'非'.repeat(100)}【甲】`)))).toEqual([])
    expect(codes(read(inCondition(`${'非'.repeat(101)}【甲】`)))).toEqual(['ZW3011'])
  })

  test('ten thousand levels of indentation nest nothing', () => {
    const lines = Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}材料：甲${depth}`)
    const tree = read(`语言版本：1\n事项：甲\n申请材料：\n${lines.join('\n')}\n`)
    expect(allNodes(tree).filter(({ construct }) => construct === 'material')).toHaveLength(10_000)
  })
})

describe('many of a kind', () => {
  test.each([
    ['continuation lines', `事项：甲\n说明：乙\n${'这一行接着上一行说\n'.repeat(MILLION / 10)}`],
    ['stray lines', `事项：甲\n${'这一行没有归属\n'.repeat(MILLION / 10)}`],
    ['unknown keywords', `事项：甲\n${'审批难度：较高\n'.repeat(MILLION / 10)}`],
    ['misspelt keywords', `事项：甲\n${Array.from({ length: 20_000 }, (_, i) => `申请才科：第${i}项`).join('\n')}`],
    [
      'repeated lines',
      `事项：甲\n渠道：网上办理\n${'情形：乙\n'.repeat(MILLION / 10)}${'渠道：网上办理\n'.repeat(MILLION / 10)}`,
    ],
    ['table lines', `事项：甲\n${'｜甲｜乙｜\n'.repeat(MILLION / 10)}`],
    ['wrong words', `事项：甲\n申请材料：\n${'材料：乙\n来源：不知道\n'.repeat(MILLION / 20)}`],
  ])('%s', (_, text) => {
    const { diagnostics } = read(text)
    expect(diagnostics.length).toBeGreaterThan(0)
    expect(diagnostics.length).toBeLessThan(10_100)
  })

  test('facts, and conditions that name all of them', () => {
    const facts = Array.from({ length: 50_000 }, (_, i) => `信息：第${i}个条件\n类型：是否`)
    const named = Array.from({ length: 20_000 }, (_, i) => `第${i}个条件`)
    const tree = read(`语言版本：1\n事项：甲\n申报信息：\n${facts.join('\n')}\n情形：乙\n当：${named.join(' 且 ')}\n`)
    expect(codes(tree)).toEqual([])
    const [condition] = allNodes(tree).filter(({ construct }) => construct === 'when')
    expect(condition?.value).toMatchObject({ condition: { kind: 'and', operands: { length: 20_000 } } })
  })

  test('conditions with an unknown name among many facts', () => {
    const facts = Array.from({ length: 10_000 }, (_, i) => `信息：名称${i}`)
    const situations = Array.from({ length: 10_000 }, (_, i) => `情形：情形${i}\n当：名稳${i}`)
    const tree = read(`语言版本：1\n事项：甲\n申报信息：\n${facts.join('\n')}\n${situations.join('\n')}\n`)
    expect(codes(tree)).toEqual(['ZW3002'])
  })
})
