import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { allNodes } from '../support/syntax-tree-text.ts'

/** What an 实际用时 says, and what is found about it, with the texts that its fixes put in its place. */
function read(value: string) {
  const text = `语言版本：1\n事项：甲\n办理环节：\n  环节：受理\n    实际用时：${value}\n`
  const tree = parse({ uri: 'value.zw', text })
  const node = allNodes(tree).find(({ construct }) => construct === 'step.timeTaken')
  return {
    value: node?.value,
    codes: tree.diagnostics.map(({ code }) => code),
    fixes: tree.diagnostics.flatMap(({ fixes = [] }) =>
      fixes.map(({ applicability, edits }) => {
        const mended = edits.reduceRight(
          (whole, { origin, text: put }) => whole.slice(0, origin.span.start) + put + whole.slice(origin.span.end),
          text,
        )
        return [applicability, /实际用时：(.*)/.exec(mended)?.[1]]
      }),
    ),
  }
}

describe('实际用时 as it was seen', () => {
  test.each([
    ['2个工作日', [{ amount: '2', unit: 'workday' }]],
    ['1、1、8个工作日', [{ amount: '1' }, { amount: '1' }, { amount: '8', unit: 'workday' }]],
    ['１，两个工作日', [{ amount: '1' }, { amount: '2', unit: 'workday' }]],
    [
      '半天、一天',
      [
        { amount: '0.5', unit: 'bareDay' },
        { amount: '1', unit: 'bareDay' },
      ],
    ],
    [
      '30分钟12件、90分钟3件',
      [
        { amount: '30', unit: 'minute', cases: '12' },
        { amount: '90', unit: 'minute', cases: '3' },
      ],
    ],
    [
      '1个工作日（12件），2个工作日',
      [
        { amount: '1', unit: 'workday', cases: '12' },
        { amount: '2', unit: 'workday' },
      ],
    ],
    ['1個工作日12件', [{ amount: '1', unit: 'workday', cases: '12' }]],
    [
      '1个工作日 2个工作日。',
      [
        { amount: '1', unit: 'workday' },
        { amount: '2', unit: 'workday' },
      ],
    ],
  ])('%s', (written, times) => {
    expect(read(written)).toEqual({ value: { kind: 'timeTaken', times }, codes: [], fixes: [] })
  })
})

describe('实际用时 as three estimates', () => {
  const [least, likely, most] = [
    { amount: '1', estimate: 'least' },
    { amount: '2', estimate: 'likely' },
    { amount: '5', unit: 'workday', estimate: 'most' },
  ]

  test.each([
    ['最短1，最可能2，最长5个工作日', [least, likely, most]],
    ['最快1、一般2、最慢5个工作日', [least, likely, most]],
    ['通常2，最短1，最长5个工作日', [likely, least, most]],
    ['最短1最可能2最长5个工作日', [least, likely, most]],
  ])('%s', (written, times) => {
    expect(read(written)).toEqual({ value: { kind: 'timeTaken', times }, codes: [], fixes: [] })
  })
})

describe('what is nearly an 实际用时 is not guessed at, but shown how to write', () => {
  const three = '最短1个工作日，最可能（请填写），最长5个工作日'

  test.each([
    ['1至5个工作日', ['ZW1102'], [['placeholder', three]]],
    ['1-5个工作日', ['ZW1102'], [['placeholder', three]]],
    ['1~5个工作日', ['ZW1102'], [['placeholder', three]]],
    ['最短1个工作日，最长5个工作日', ['ZW1102'], [['placeholder', three]]],
    ['最段1，最可能2，最长5个工作日', ['ZW1102'], [['auto', '最短1，最可能2，最长5个工作日']]],
    ['1、2、8各工作日', ['ZW1102'], [['auto', '1、2、8个工作日']]],
    [
      '1、2、8',
      ['ZW5006'],
      [
        ['ask', '1、2、8个工作日'],
        ['ask', '1、2、8个自然日'],
      ],
    ],
    [
      '最短1，最可能2，最长5',
      ['ZW5006'],
      [
        ['ask', '最短1，最可能2，最长5个工作日'],
        ['ask', '最短1，最可能2，最长5个自然日'],
      ],
    ],
    ['最短1，最短2，最长5个工作日', ['ZW1102'], []],
    ['最短1，最可能2，最长5，最长6个工作日', ['ZW1102'], []],
    ['最短1，2，最长5个工作日', ['ZW1102'], []],
    ['最短1个工作日2件，最可能2个工作日，最长5个工作日', ['ZW1102'], []],
    ['平均3个工作日', ['ZW1102'], []],
    ['12件', ['ZW1102'], []],
    ['当场', ['ZW1102'], []],
  ])('%s', (written, codes, fixes) => {
    expect(read(written)).toEqual({ value: { kind: 'missing' }, codes, fixes })
  })
})
