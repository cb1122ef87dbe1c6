import { describe, expect, test } from 'vitest'
import { parse } from '../../src/syntax/parse.ts'
import { showCondition } from '../support/syntax-condition-text.ts'
import { allNodes } from '../support/syntax-tree-text.ts'

const FACTS = `语言版本：1
事项：食品经营许可
申报信息：
  信息：经营面积
    类型：数
    单位：平方米
  信息：主体业态
    类型：枚举
    取值：食品销售经营、餐饮服务经营、单位食堂
  信息：或有负债
    类型：是否
  信息：非公有制企业
    类型：是否
  信息：再婚
    类型：是否
  信息：经营地址
    类型：文本
  信息：到期日
    类型：日期
情形：大型餐馆
  当：【经营面积】150平方米以上
情形：情形
  当：`

/** How a condition is read, and the codes of what is found wrong with it. */
function read(condition: string): { readonly reading: string; readonly codes: readonly string[] } {
  const tree = parse({ uri: 'condition.zw', text: FACTS + condition })
  const value = allNodes(tree).findLast(({ construct }) => construct === 'when')?.value
  const reading = value?.kind === 'condition' ? showCondition(value.condition) : (value?.kind ?? '')
  return { reading, codes: tree.diagnostics.map(({ code }) => code) }
}

describe('conditions', () => {
  test.each([
    ['【经营面积】150平方米以上', '经营面积 [150平方米, )'],
    ['经营面积150平方米以上', '经营面积 [150平方米, )'],
    ['经营面积 150 平方米 以上', '经营面积 [150平方米, )'],
    ['经营面积一百五十平方米以上', '经营面积 [150平方米, )'],
    ['经营面积150㎡以上', '经营面积 [150平方米, )'],
    ['【经营面积】在50以上150以下', '经营面积 [50, 150]'],
    ['【经营面积】50以上不满150', '经营面积 [50, 150)'],
    ['【经营面积】不满50', '经营面积 (, 50)'],
    ['【经营面积】50以内', '经营面积 (, 50]'],
    ['【经营面积】介于50至150', '经营面积 [50, 150]'],
    ['【经营面积】介于 50～150', '经营面积 [50, 150]'],
    ['【经营面积】≥150', '经营面积 ge 150'],
    ['【经营面积】>=150', '经营面积 ge 150'],
    ['【经营面积】不低于150', '经营面积 ge 150'],
    ['【经营面积】不超过1,500.5', '经营面积 le 1500.5'],
    ['【经营面积】超过150', '经营面积 gt 150'],
    ['【经营面积】低于150', '经营面积 lt 150'],
    ['【经营面积】不为150', '经营面积 ne 150'],
    ['【主体业态】为 单位食堂', '主体业态 eq 单位食堂'],
    ['主体业态为单位食堂', '主体业态 eq 单位食堂'],
    ['【主体业态】属于 单位食堂、餐饮服务经营', '主体业态 in {单位食堂, 餐饮服务经营}'],
    ['主体业态不属于单位食堂', '主体业态 not in {单位食堂}'],
    ['【经营地址】为“本市，且在城区”', '经营地址 eq “本市，且在城区”'],
    ['【再婚】为 否', '再婚 eq no'],
    ['【再婚】', '再婚'],
    ['非【再婚】', 'not 再婚'],
    ['非非再婚', 'not not 再婚'],
    ['不满足大型餐馆', 'not 大型餐馆'],
    ['【到期日】不超过【申请日期】加30日', '到期日 le 申请日期 later 30 bareDay'],
    ['【到期日】大于2025年1月1日', '到期日 gt 2025-01-01'],
    ['【大型餐馆】且【再婚】', '(大型餐馆 and 再婚)'],
    ['大型餐馆，并且再婚', '(大型餐馆 and 再婚)'],
    ['大型餐馆或者再婚', '(大型餐馆 or 再婚)'],
    ['大型餐馆 且 （再婚 或 或有负债）', '(大型餐馆 and (再婚 or 或有负债))'],
    ['非（再婚 且 或有负债）', 'not (再婚 and 或有负债)'],
    ['或有负债或非公有制企业', '(或有负债 or 非公有制企业)'],
    ['非非公有制企业且或有负债', '(not 非公有制企业 and 或有负债)'],
    ['「大型餐馆」且［再婚］', '(大型餐馆 and 再婚)'],
    ['【主體業態】屬於 單位食堂', '主體業態 in {單位食堂}'],
    ['【再婚】。', '再婚'],
  ])('%s', (written, reading) => {
    expect(read(written)).toEqual({ reading, codes: [] })
  })

  test('且 binds tighter than 或, and a warning says so', () => {
    expect(read('再婚 或 大型餐馆 且 或有负债')).toEqual({
      reading: '(再婚 or (大型餐馆 and 或有负债))',
      codes: ['ZW3007'],
    })
    expect(read('再婚 或 （大型餐馆 且 或有负债）').codes).toEqual([])
  })

  test.each([
    ['【经营面积150平方米以上', 'ZW3001'],
    ['经营面职150平方米以上', 'ZW3002'],
    ['大型餐厅', 'ZW3002'],
    ['大型餐馆的', 'ZW3002'],
    ['【经营面积】≥ 且 【再婚】', 'ZW3003'],
    ['【再婚】 且', 'ZW3003'],
    ['且【再婚】', 'ZW3003'],
    ['【经营面积】为', 'ZW3003'],
    ['【再婚】【大型餐馆】', 'ZW3004'],
    ['【经营面积】150以上 大型餐馆', 'ZW3004'],
    ['（【再婚】', 'ZW3005'],
    ['【再婚】）', 'ZW3005'],
    ['（（【再婚】）', 'ZW3005'],
    ['【经营面积】150平方米', 'ZW3006'],
    ['【主体业态】是 单位食堂', 'ZW3008'],
    ['【再婚】是', 'ZW3008'],
  ])('%s is refused once (%s)', (written, code) => {
    expect(read(written).codes).toEqual([code])
  })

  test('what 是 is meant to say is understood all the same', () => {
    expect(read('【主体业态】是 单位食堂').reading).toBe('主体业态 eq 单位食堂')
    expect(read('【再婚】是').reading).toBe('再婚 eq yes')
  })

  test('a name that is also two names with 或 between them asks for 【】', () => {
    const facts = FACTS.replace(
      '  信息：再婚',
      '  信息：变更姓名\n  信息：变更住址\n  信息：变更姓名或变更住址\n  信息：再婚',
    )
    const found = (condition: string) =>
      parse({ uri: 'condition.zw', text: facts + condition }).diagnostics.map(({ code }) => code)
    expect(found('变更姓名或变更住址')).toEqual(['ZW3010'])
    expect(found('【变更姓名或变更住址】')).toEqual([])
    expect(found('【变更姓名】或【变更住址】')).toEqual([])
  })

  test('the fixes of an error lie at its place', () => {
    const text = `${FACTS}【经营面积150平方米以上`
    const [diagnostic] = parse({ uri: 'condition.zw', text }).diagnostics
    const [edit] = diagnostic?.fixes[0]?.edits ?? []
    expect(text.slice(0, edit?.origin.span.start)).toBe(`${FACTS}【经营面积`)
    expect(edit?.text).toBe('】')
  })
})

describe('branches', () => {
  const steps = `语言版本：1
事项：食品经营许可
申报信息：
  信息：审查结论
    取值：通过、不通过
办理环节：
  环节：制证送达
  环节：转让登记
  分流：决定结果
    如果：`

  function target(branch: string): string | undefined {
    const tree = parse({ uri: 'branch.zw', text: steps + branch })
    const value = allNodes(tree).find(({ construct }) => construct === 'choice.branch')?.value
    return value?.kind === 'branch' ? `${showCondition(value.condition)} → ${value.target.key}` : value?.kind
  }

  test.each([
    '【审查结论】为 通过，转 制证送达',
    '审查结论为通过，则制证送达',
    '审查结论为通过,转到【制证送达】。',
    '审查结论为通过，则转至制证送达',
    '审查结论为通过 转 制证送达',
    '审查结论为通过，制证送达',
  ])('%s', (written) => {
    expect(target(written)).toBe('审查结论 eq 通过 → 制证送达')
  })

  test('a step may begin with 转', () => {
    expect(target('审查结论为通过，转让登记')).toBe('审查结论 eq 通过 → 转让登记')
    expect(target('审查结论为通过，转转让登记')).toBe('审查结论 eq 通过 → 转让登记')
  })

  test('a branch that leads nowhere is refused', () => {
    expect(target('【审查结论】为 通过')).toBe('missing')
  })
})
