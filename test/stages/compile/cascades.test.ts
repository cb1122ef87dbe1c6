import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { matterText } from '../../support/matter-text.ts'

const codes = (...texts: readonly string[]) =>
  compile(
    texts.map((text, at) => ({ uri: `${at}.zw`, text })),
    { asOf: '2026-11-22' },
  ).diagnostics.map(({ code }) => code)

const fact = ['信息：人数', '  类型：数', '  单位：人']

test('what an unread line may have said is not called missing', () => {
  const requirements = ['条件：甲', '  判断：【大型】']
  const situations = ['情形：大型', '  当：【人数】3人以上']
  expect(codes(matterText({ facts: fact, situations, requirements }))).toEqual([])
  // 当 cannot be read.
  const unread = ['情形：大型', '  若：【人数】3人以上']
  expect(codes(matterText({ facts: fact, situations: unread, requirements }))).toEqual(['ZW1001'])
  // Without the line nothing was meant to be there.
  expect(codes(matterText({ facts: fact, situations: ['情形：大型'], requirements }))).toContain('ZW2007')
  const typeless = ['信息：人数', '  属性：数', '  单位：人']
  expect(codes(matterText({ facts: typeless, situations, requirements }))).toEqual(['ZW1001'])
})

test('a condition that rests on a fact without type or unit makes no limit useless', () => {
  const limits = ['法定时限：20个工作日', '  当：【人数】3人以上', '法定时限：10个工作日', '承诺时限：3个工作日']
  const text = (facts: readonly string[]) => matterText({ facts, limits })
  expect(codes(text(fact))).toEqual([])
  expect(codes(text(['信息：人数', '  类型：', '  单位：人']))).toEqual(['ZW1101'])
  expect(codes(text(['信息：人数', '  类型：数', '  单位：']))).toEqual(['ZW1101'])
})

test('a line unread within one part leaves the checks of the others running', () => {
  const materials = ['材料：甲', '  必要性：必要', '请提前准备', '材料：乙', '  必要性：必要']
  const limits = ['法定时限：5个工作日', '承诺时限：8个工作日']
  expect(codes(matterText({ materials, limits }))).toEqual(['ZW1005', 'ZW6001', 'ZW6003'])
  // At the end of a part it may have been the title of another: nothing is concluded from what is not there.
  expect(codes(matterText({ materials: materials.slice(0, 3), limits }))).toEqual(['ZW1005'])
})

test('a bundle is not blamed for a line of its components that cannot be read', () => {
  const component = matterText({ materials: ['材料：身份证', '  必要性：必要'] }, '甲办理')
  const bundle = [
    '语言版本：1',
    '一件事：办一件事',
    '包含事项：',
    '  子项：甲办理',
    '材料归并：',
    '  共用材料：证件',
    '    对应：甲办理·身份证',
    '基准：',
    '  时限：10个工作日',
  ].join('\n')
  expect(codes(bundle, component)).toEqual([])
  expect(codes(bundle, component.replace('材料：身份证', '材料：户口簿'))).toEqual(['ZW8104'])
  expect(codes(bundle, component.replace('材料：身份证', '材料：'))).toEqual(['ZW1101'])
  expect(codes(bundle, component.replace('材料：身份证', '物件：身份证'))).toEqual(['ZW1001'])
})

test('below a head that cannot be read every line is used, and only the head reported', () => {
  const lines = ['：甲办理', '办件类型：承诺件', '办理环节：', '  环节：受理', '    时限：1个工作日']
  expect(codes(['语言版本：1', ...lines].join('\n'))).toEqual(['ZW1004'])
  const bundle = ['：办一件事', '牵头部门：市场监管局', '包含事项：', '  子项：甲办理', '基准：', '  时限：10个工作日']
  expect(codes(['语言版本：1', ...bundle].join('\n'))).toEqual(['ZW1004'])
  expect(codes(['：1', '一件事：甲'].join('\n'))).toEqual(['ZW1004', 'ZW2007'])
})
