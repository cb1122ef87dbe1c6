import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { printDocument } from '../../../src/compile/print/document.ts'
import { readBackSelectionTarget } from '../../../src/compile/print/read-back.ts'
import { MATTER_PROPERTIES, PROPERTY_FACTS } from '../../../src/model/matter-properties.ts'
import type { SelectionTarget } from '../../../src/model/selection-target.ts'
import { withoutOrigins } from '../../../src/model/write-model-json.ts'
import { PROPERTY_WORDS } from '../../../src/syntax/matter-properties.ts'

const TIME = ['  压减时限：不低于60%', '    口径：法定时限→承诺时限']

function compileLines(...lines: readonly string[]) {
  return compile([{ uri: 'a.zw', text: ['语言版本：1', ...lines, ''].join('\n') }])
}

function compiled(...lines: readonly string[]): SelectionTarget | undefined {
  const [first] = compileLines(...lines).selectionTargets.values()
  return first && withoutOrigins(first.target)
}

function findings(...lines: readonly string[]): readonly string[] {
  return compileLines(...lines).diagnostics.map(({ code, message }) => `${code} ${message}`)
}

const selectionOf = (written: string) => compiled('目标：甲', `  范围：${written}`, ...TIME)?.selection

describe('the properties that 范围 can ask about', () => {
  test('are the same for the reader and for the model, word for word', () => {
    expect(Object.keys(PROPERTY_WORDS)).toEqual(Object.keys(MATTER_PROPERTIES))
    for (const { name, options } of PROPERTY_FACTS) {
      expect(Object.values(PROPERTY_WORDS[name] ?? {}).map(([official]) => official)).toEqual(options)
    }
  })
})

describe('a 目标 over several matters', () => {
  test('that is the better met the less is cut is probably the wrong way round', () => {
    const lines = ['目标：提速', '  范围：全部', '  合计：', '    压减时限：不高于60%', '      口径：法定时限→承诺时限']
    expect(findings(...lines)).toEqual([
      'ZW6014 “压减时限：不高于60%”是说最多减掉60%，一点不减也算达到；是不是想写“不低于60%”？',
    ])
  })

  test('says what each must reach and what all together must, each by the usual when nothing is said', () => {
    const lines = [
      '目标：提速',
      '  范围：全部',
      ...TIME,
      '  每项：',
      '    压减材料：不低于30%',
      '  合计：',
      ...TIME.map((line) => `  ${line}`),
    ]
    const target = compiled(...lines)
    expect(target).toMatchObject({ name: '提速', each: [{ subject: 'time' }, { subject: 'materials' }] })
    expect(target?.total).toEqual([target?.each[0]])
    expect(target).not.toHaveProperty('selection')
    expect(findings(...lines)).toEqual([])
  })

  test.each([
    ['事项类型为 行政许可', { kind: 'compare', fact: '事项类型', operator: 'eq' }],
    ['【事项类型】为 行政许可。', { kind: 'compare', operand: { kind: 'option', option: '行政许可' } }],
    ['行使层级为 市', { operand: { kind: 'option', option: '市级' } }],
    ['服务对象属于 企业、个人', { kind: 'oneOf', operands: [{ option: '企业法人' }, { option: '自然人' }] }],
    ['实施主体为 示例市城市管理局', { operand: { kind: 'text', text: '示例市城市管理局' } }],
    ['到现场次数2次以上', { kind: 'compare', operator: 'ge', operand: { kind: 'number', amount: '2' } }],
    ['有法定时限', { kind: 'fact', fact: '有法定时限' }],
    ['非（事项类型为 公共服务 或 办件类型为 即办件）', { kind: 'not', of: { kind: 'any' } }],
  ])('范围：%s', (written, expected) => {
    expect(selectionOf(written)).toMatchObject(expected)
  })

  test.each(['全部', '所有事项', '全部。'])('范围：%s chooses every matter', (written) => {
    expect(compiled('目标：甲', `  范围：${written}`, ...TIME)).toBeDefined()
    expect(selectionOf(written)).toBeUndefined()
  })

  test.each([
    [['  范围：事项类形为 行政许可', ...TIME], 'ZW4014 范围里不能按“事项类形”筛选事项，是不是“事项类型”？'],
    [['  范围：面积100以上', ...TIME], 'ZW4014 范围里不能按“面积”筛选事项'],
    [['  范围：事项类型为 行政许科', ...TIME], 'ZW5003 “行政许科”不是【事项类型】的取值'],
    [['  范围：事项类型', ...TIME], 'ZW5001'],
    [['  范围：', ...TIME], 'ZW1101'],
    [TIME, 'ZW2007 目标“甲”缺少“范围：”'],
    [['  范围：全部'], 'ZW2007 目标“甲”缺少“压减时限：”'],
    [['  范围：全部', '  合计：'], 'ZW2007 目标“甲”缺少“压减时限：”'],
    [['  范围：全部', '  压减时限：60%'], 'ZW6007 “压减时限：60%”没有写“口径：”'],
  ])('what is wrong with it is told once (%#)', (lines, expected) => {
    const found = findings('目标：甲', ...lines)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  test('is not there where its 范围 cannot be used: nobody may take it for all matters', () => {
    expect(compiled('目标：甲', '  范围：事项类形为 行政许可', ...TIME)).toBeUndefined()
    expect(compiled('目标：甲', ...TIME)).toBeUndefined()
  })

  test('twice of one name is one too many, and a matter of that name is not it', () => {
    const lines = ['目标：甲', '  范围：全部', ...TIME]
    expect(findings(...lines, ...lines)).toEqual([expect.stringMatching(/^ZW4008 目标“甲”写了两次/)])
    expect(findings(...lines, '一件事：甲', '包含事项：').filter((each) => each.startsWith('ZW4008'))).toEqual([])
  })

  test('comes back from its text as it was, and JSON of properties that no matter has does not', () => {
    const target = compiled(
      '目标：提速',
      '  范围：事项类型为 行政许可 且 非有法定时限',
      '  说明：三年',
      '  合计：',
      ...TIME,
    )
    if (target === undefined) throw new TypeError('it compiles')
    expect(readBackSelectionTarget(target, 'a.zw')).toEqual([])
    expect(printDocument({ matters: [], selectionTargets: [target] })).toBe(
      [
        '语言版本：1',
        '',
        '目标：提速',
        '  范围：【事项类型】为 行政许可 且 非【有法定时限】',
        '  说明：三年',
        '  合计：',
        '    压减时限：不低于60%',
        '      口径：法定时限→承诺时限',
        '',
      ].join('\n'),
    )
    expect(readBackSelectionTarget({ ...target, selection: { kind: 'fact', fact: '好办' } }, 'a.zw')).toEqual([''])
  })
})
