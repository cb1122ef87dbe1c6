import { describe, expect, test } from 'vitest'
import { birth, COMPONENTS, check } from '../../support/birth-bundle.ts'

describe('what a bundle cannot be made of', () => {
  const found = (lines: readonly string[], components = COMPONENTS, change = (text: string) => text) =>
    check(change(birth(lines, components))).found

  test('itself, or another bundle', () => {
    expect(found([], [...COMPONENTS, '  子项：新生儿出生'])).toEqual([
      'ZW4003 “新生儿出生”是一件事，这里要写事项或者实施清单的名称',
    ])
  })

  test('a component that nobody needs: its 当 holds never', () => {
    const asked = ['申报信息：', '  信息：要卡', '    类型：是否']
    const components = [...COMPONENTS, '    当：【要卡】 且 非【要卡】']
    expect(found(asked, components)).toEqual(['ZW3009 这个条件永远不成立（【要卡】 且 非【要卡】）'])
  })

  test('components without a limit: a warning where the bundle lists it', () => {
    const without = (text: string) =>
      text.replace(
        '法定时限：10个工作日\n承诺时限：3个工作日\n结果：社会保障卡',
        '法定时限：无法定时限\n结果：社会保障卡',
      )
    const { diagnostics } = check(without(birth([])))
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['ZW8108', 'warning']])
    expect(diagnostics[0]?.labels).toHaveLength(2)
  })

  test('时限口径：固定 without a limit to fix it at', () => {
    const fixed = (text: string) => text.replace('一件事：新生儿出生', '一件事：新生儿出生\n时限口径：固定')
    expect(found([], COMPONENTS, fixed)).toEqual([
      'ZW8109 一件事“新生儿出生”写了“时限口径：固定”，却没有写“承诺时限：”',
    ])
    expect(found(['承诺时限：5个工作日'], COMPONENTS, fixed)).toEqual([])
  })

  test.each([
    [
      '联合踏勘：一同上门',
      '出生医学证明签发·上门核实、出生户口登记·上门核实',
      '一同上门 → 出生医学证明签发·决定 → 出生户口登记·受理 → 一同上门',
    ],
    ['联合踏勘：一次决定', '出生医学证明签发·决定、出生户口登记·受理', '一次决定 → 一次决定'],
  ])('%s of steps of which one waits for the other', (line, steps, chain) => {
    expect(found([line, `  合并：${steps}`])).toEqual([`ZW8110 合并以后环节互相等待：${chain}`])
  })

  test('steps side by side may be made one, and the first ones at the window always', () => {
    const apart = [
      '  子项：出生医学证明签发',
      '  子项：出生户口登记',
      '  子项：社会保障卡申领',
      '    前序：出生户口登记',
    ]
    const joint = [
      '统一受理：综合窗口',
      '联合踏勘：一同上门',
      '  合并：出生医学证明签发·上门核实、出生户口登记·上门核实',
      '统一出件：综合窗口',
    ]
    expect(found(joint, apart)).toEqual([])
  })

  test('one 编码 for two documents of one component', () => {
    const coded = (text: string) =>
      text
        .replace('  材料：母亲身份证件', '  材料：母亲身份证件\n  编码：甲')
        .replace('  材料：登记表', '  材料：登记表\n  编码：甲')
    expect(found([], COMPONENTS, coded)).toEqual([
      'ZW8111 编码“甲”是几份不同的材料：出生医学证明签发·母亲身份证件、出生医学证明签发·登记表',
    ])
  })

  test('one 编码 for documents that are declared apart; of several forms each may have its own', () => {
    const coded = (text: string) =>
      text
        .replace('  材料：登记表', '  材料：登记表\n  编码：甲')
        .replace('  材料：申领表', '  材料：申领表\n  编码：乙')
        .replace('  材料：户口登记申请表', '  材料：户口登记申请表\n  编码：甲')
    const apart = [
      '材料归并：',
      '  共用材料：一份',
      '    对应：出生医学证明签发·登记表、社会保障卡申领·居民户口簿',
      '  共用材料：另一份',
      '    对应：出生户口登记·户口登记申请表、社会保障卡申领·申领表',
    ]
    expect(found(apart, COMPONENTS, coded)).toEqual([
      expect.stringMatching(/^ZW8105 共用材料“另一份”对应的材料编码不同：甲、乙$/),
      'ZW8111 编码“甲”是几份不同的材料：出生医学证明签发·登记表、出生户口登记·户口登记申请表',
    ])
    const form = ['表单归并：', '  申请表：一张表', '    合并：出生医学证明签发·登记表、社会保障卡申领·申领表']
    expect(found(form, COMPONENTS, coded)).toEqual([])
  })

  test('a result used as documents with different 编码', () => {
    const coded = (text: string) =>
      text
        .replace('  材料：居民户口簿', '  材料：居民户口簿\n  编码：甲')
        .replace('  材料：申领表', '  材料：申领表\n  编码：乙')
    const reuse = [
      '材料归并：',
      '  结果复用：出生户口登记·居民户口簿',
      '    用于：社会保障卡申领·居民户口簿、社会保障卡申领·申领表',
    ]
    expect(found(reuse, COMPONENTS, coded)).toEqual(['ZW8105 结果复用“居民户口簿”对应的材料编码不同：甲、乙'])
  })

  test('facts of one name that ask for different things are asked apart: a warning', () => {
    const asking = (text: string) =>
      text
        .replace(
          '事项：出生医学证明签发\n',
          '事项：出生医学证明签发\n申报信息：\n  信息：胎数\n    类型：数\n情形：多胎\n  当：【胎数】大于1\n',
        )
        .replace(
          '事项：出生户口登记\n',
          '事项：出生户口登记\n申报信息：\n  信息：胎数\n    类型：文本\n情形：双胎\n  当：【胎数】为“双胎”\n',
        )
    const results = found([], COMPONENTS, asking)
    expect(results.filter((line) => line.startsWith('ZW81'))).toEqual([
      'ZW8107 信息“胎数”在出生医学证明签发、出生户口登记里的类型、单位或者取值不同，要分开问',
    ])
  })
})
