import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { applyFixes } from '../../../src/diagnostics/apply-fixes.ts'
import { matterText } from '../../support/matter-text.ts'

const uri = 'matter.zw'

function check(text: string) {
  return compile([{ uri, text }], { asOf: '2026-11-22' }).diagnostics
}

/** What is offered for the undeclared name of a condition, each with the lines that it adds and what is then found. */
function offered(text: string) {
  const [finding] = check(text).filter(({ code }) => code === 'ZW3002' || code === 'ZW4001')
  return (finding?.fixes ?? []).map((fix) => {
    const { text: fixed } = applyFixes({ uri, text }, [fix])
    const old = text.split('\n')
    const added = fixed.split('\n').filter((line) => !old.includes(line))
    const errors = check(fixed).filter(({ severity }) => severity === 'error')
    return { title: fix.title, applicability: fix.applicability, added, errors: errors.map(({ message }) => message) }
  })
}

describe('a name that no line declares is offered as 信息 of the type that the condition takes it for', () => {
  test.each([
    ['经营面积', '经营面积150平方米以上', ['    类型：数', '    单位：平方米']],
    ['经营面积', '【经营面积】不满50平方米 或 【经营面积】超过200平方米', ['    类型：数', '    单位：平方米']],
    ['年龄', '年龄在18周岁以上60周岁以下', ['    类型：数', '    单位：周岁']],
    ['注册资本', '注册资本不低于50万元', ['    类型：金额']],
    ['人数', '人数≥3', ['    类型：数']],
    ['出生日期', '出生日期＜2008年1月1日', ['    类型：日期']],
    ['本人办理', '本人办理', ['    类型：是否']],
    ['本人办理', '非【本人办理】', ['    类型：是否']],
    ['本人办理', '本人办理为 否', ['    类型：是否']],
    ['户籍所在地', '户籍所在地为“示例市”', ['    类型：文本']],
  ])('%s: %s', (name, condition, lines) => {
    const text = matterText({ requirements: ['条件：甲', `  判断：${condition}`] })
    expect(offered(text)).toEqual([
      {
        title: `在“申报信息：”里声明“${name}”（${lines.map((line) => line.trim()).join('，')}）`,
        applicability: 'ask',
        added: ['申报信息：', `  信息：${name}`, ...lines],
        errors: [],
      },
      { title: '改为“人工判断：”，由人来看', applicability: 'ask', added: [`    人工判断：${condition}`], errors: [] },
    ])
  })

  test('with a blank where the condition does not tell', () => {
    const [enumeration] = offered(matterText({ materials: ['材料：甲', '  当：申请人类型为 企业'] }))
    expect(enumeration).toMatchObject({
      applicability: 'placeholder',
      added: ['申报信息：', '  信息：申请人类型', '    类型：枚举', '    取值：企业、（请填写）'],
    })
    const [unclear] = offered(matterText({ materials: ['材料：甲', '  当：申请人、代办人'] }))
    expect(unclear).toMatchObject({
      applicability: 'placeholder',
      added: ['申报信息：', '  信息：申请人', '    类型：（请填写）'],
    })
  })
})

test('behind the 信息 that there are, or below a title without any', () => {
  const facts = ['信息：从业人数', '  类型：数', '  单位：人']
  const requirements = ['条件：甲', '  判断：从业人数3人以上 且 本人办理']
  const text = matterText({ facts, requirements })
  const [fix] = offered(text)
  expect(fix).toMatchObject({ added: ['  信息：本人办理', '    类型：是否'], errors: [] })
  const empty = matterText({ requirements: ['条件：甲', '  判断：本人办理'] }).replace(
    '受理条件：',
    '申报信息：\n受理条件：',
  )
  expect(offered(empty)[0]).toMatchObject({ added: ['  信息：本人办理', '    类型：是否'], errors: [] })
})

test('not where a declared name is near, and not for the step that a branch leads to', () => {
  const facts = ['信息：经营面积', '  类型：数', '  单位：平方米']
  const near = matterText({ facts, requirements: ['条件：甲', '  判断：经营面职150平方米以上'] })
  expect(offered(near).map(({ title }) => title)).toEqual(['改为【经营面积】'])
  const steps = ['环节：受理', '分流：去向', '  如果：受理日期＜2025年1月1日，转 退件', '  否则：决定', '环节：决定']
  expect(offered(matterText({ steps }))).toEqual([])
})

test('outside 受理条件 nothing is left to people', () => {
  const text = matterText({ materials: ['材料：甲', '  当：本人办理'] })
  expect(offered(text).map(({ title }) => title)).toEqual(['在“申报信息：”里声明“本人办理”（类型：是否）'])
})
