import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'

/** The blocks of a file by construct and name, each with the constructs directly below it; then the codes of what is wrong. */
function blocksOf(...lines: readonly string[]): readonly string[] {
  const text = ['语言版本：1', ...lines].join('\n')
  const { blocks, diagnostics } = parse({ uri: 'a.zw', text })
  return [
    ...blocks.slice(1).map(({ construct, valueSpan, children }) => {
      const name = text.slice(valueSpan.start, valueSpan.end)
      return `${construct} ${name}：${children.map((child) => child.construct).join(' ')}`
    }),
    ...diagnostics.map(({ code }) => code),
  ]
}

const OWN = ['目标：', '  压减时限：不低于50%']
const NAMED = ['目标：行政许可压减', '  范围：事项类型为 行政许可', '  压减时限：不低于60%']

describe('目标 with a name and a 范围', () => {
  test('belongs to no matter, wherever it is written', () => {
    const expected = ['matter 甲：targets', 'selectionTarget 行政许可压减：selectionTarget.selection target.time']
    expect(blocksOf('事项：甲', ...OWN, ...NAMED)).toEqual(expected)
    expect(blocksOf('事项：甲', ...OWN, '', '　　', ...NAMED.map((line) => `    ${line}`))).toEqual(expected)
    expect(blocksOf(...NAMED, '事项：甲', ...OWN)).toEqual([...expected].reverse())
  })

  test('may have anything of its own before the 范围', () => {
    const lines = [
      '目标：提速',
      '说明：三年完成',
      '  压减时限：60%',
      '    口径：法定时限→承诺时限',
      '# 全市',
      '  合计：',
    ]
    expect(blocksOf('事项：甲', ...lines)).toEqual([
      'matter 甲：',
      'selectionTarget 提速：note target.time selectionTarget.total',
    ])
  })

  test('without a 范围 it is the title of a section that has something behind it, and costs nothing but its own line', () => {
    const lines = ['目标：尽快办结', '  压减时限：不低于50%', '收费：不收费', '事项：乙', '  范围：全部']
    expect(blocksOf('事项：甲', ...lines)).toEqual(['matter 甲：targets fee', 'matter 乙：', 'ZW1104', 'ZW2001'])
  })

  test('is one too where its name was forgotten', () => {
    expect(blocksOf('事项：甲', '目标：', ...NAMED.slice(1), '事项：乙')).toEqual([
      'matter 甲：',
      'selectionTarget ：selectionTarget.selection target.time',
      'matter 乙：',
      'ZW1101',
    ])
  })

  test('each of several has its own', () => {
    expect(blocksOf('事项：甲', ...NAMED, ...NAMED, ...OWN)).toEqual([
      'matter 甲：',
      'selectionTarget 行政许可压减：selectionTarget.selection target.time',
      'selectionTarget 行政许可压减：selectionTarget.selection target.time',
      'selectionTarget ：target.time',
      'ZW1101',
    ])
  })
})
