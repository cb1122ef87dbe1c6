import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { LICENCE } from '../../analysis/scenarios.ts'

function scenarioOf(...lines: readonly string[]) {
  const { matters, diagnostics } = compile([{ uri: 'a.zw', text: `${LICENCE}用例：试一试\n${lines.join('\n')}\n` }])
  const errors = diagnostics.flatMap(({ severity, code, message }) =>
    severity === 'error' ? [`${code} ${message}`] : [],
  )
  return { ...first(matters), errors }
}

function first(matters: ReturnType<typeof compile>['matters']) {
  const [scenario] = matters.get('小餐饮登记')?.matter.scenarios ?? []
  const bare = JSON.parse(
    JSON.stringify(scenario ?? {}, (key, value: unknown) => (key === 'origin' ? undefined : value)),
  )
  return { scenario: bare }
}

const THEN = '  那么：受理条件 满足'

describe('前提', () => {
  test('a line may give several facts, and of a range each bound is one premise', () => {
    const { scenario, errors } = scenarioOf(
      '  假如：【主体业态】为 单位食堂 且 【经营面积】50以上不满150 且 非【连锁企业】',
      THEN,
    )
    expect(errors).toEqual([])
    expect(scenario.premises).toEqual([
      { kind: 'value', fact: '主体业态', value: { kind: 'option', option: '单位食堂' } },
      {
        kind: 'range',
        fact: '经营面积',
        condition: { kind: 'compare', fact: '经营面积', operator: 'ge', operand: { kind: 'number', amount: '50' } },
      },
      {
        kind: 'range',
        fact: '经营面积',
        condition: { kind: 'compare', fact: '经营面积', operator: 'lt', operand: { kind: 'number', amount: '150' } },
      },
      { kind: 'value', fact: '连锁企业', value: { kind: 'boolean', value: false } },
    ])
  })

  test.each([
    ['【大型餐馆】为 是', '“大型餐馆”是情形，由申报信息推出，请写它所看的信息'],
    ['【连锁企业】 或 【自制高风险食品】', '“或”的两边请各写一个用例'],
    ['【已取得营业执照】为 通过', '条件由人工判断的结果写“为 是”或者“为 否”'],
  ])('%s is refused with what to write', (premise, reason) => {
    const { errors } = scenarioOf(`  假如：${premise}`, THEN)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(reason)
  })

  test('names and values are checked as everywhere', () => {
    expect(scenarioOf('  假如：【经营面职】为 20', THEN).errors[0]).toMatch(/^ZW4001 /)
    expect(scenarioOf('  假如：【主体业态】为 餐馆', THEN).errors[0]).toMatch(/^ZW5003 /)
    expect(scenarioOf('  假如：【经营面积】为 20亩', THEN).errors[0]).toMatch(/^ZW5002 /)
    expect(scenarioOf('  假如：按2025年2月30日的规定', THEN).errors[0]).toMatch(/^ZW1102 /)
  })
})

describe('事件', () => {
  test('are told apart by what the matter declares', () => {
    const { scenario, errors } = scenarioOf(
      '  当：2025年3月3日 提交申请',
      '  并且：发生 一次性补正，用时 4个工作日',
      '  并且：专家评审 用时 12个工作日',
      '  并且：发生 延长办理期限',
      '  并且：材料审查 用时 2个工作日',
      '  并且：决定 结果为 不通过',
      THEN,
    )
    expect(errors).toEqual([])
    expect(scenario.events).toEqual([
      { kind: 'dated', what: 'application', date: '2025-03-03' },
      { kind: 'happens', what: 'supplement', name: '一次性补正', duration: { unit: 'workday', amount: '4' } },
      { kind: 'happens', what: 'procedure', name: '专家评审', duration: { unit: 'workday', amount: '12' } },
      { kind: 'happens', what: 'extension', name: '延长办理期限' },
      { kind: 'took', step: '材料审查', duration: { unit: 'workday', amount: '2' } },
      { kind: 'outcome', step: '决定', fact: '审查结论', value: { kind: 'option', option: '不通过' } },
    ])
  })

  test('of what the matter does not know are reported', () => {
    expect(scenarioOf('  当：发生 公示', THEN).errors[0]).toMatch(/^ZW4001 /)
    expect(scenarioOf('  当：受理 结果为 通过', THEN).errors[0]).toContain('环节“受理”没有“填写：”')
  })
})

test('a list takes an expectation with it when one of its names is wrong', () => {
  const { scenario, errors } = scenarioOf('  那么：经过环节 为 受理、抽查')
  expect(errors).toEqual(['ZW4001 找不到名为“抽查”的环节'])
  expect(scenario.assertions).toEqual([])
})

test('并且 goes on with the kind of the line above', () => {
  const { scenario } = scenarioOf(
    '  假如：【连锁企业】为 是',
    '  那么：受理条件 待定',
    '  并且：收费 为 50元',
    '  并且：承诺时限 为 8个工作日',
  )
  expect([scenario.premises.length, scenario.assertions.length]).toEqual([1, 3])
})

test('a scenario that expects nothing is refused', () => {
  expect(scenarioOf('  假如：【连锁企业】为 是').errors).toEqual(['ZW2007 用例“试一试”缺少“那么：”'])
})

test('what only a scenario mentions is still not used', () => {
  const text = `${LICENCE.replace('申报信息：\n', '申报信息：\n  信息：座位数\n    类型：数\n')}用例：一\n  假如：【座位数】为 3\n${THEN}\n`
  const { diagnostics } = compile([{ uri: 'a.zw', text }])
  expect(diagnostics.map(({ message }) => message)).toContain('“信息：座位数”没有被用到')
})

describe('针对', () => {
  const outside =
    '语言版本：1\n用例：另写的\n  针对：小餐饮登记\n  假如：【经营面积】为 20平方米\n  那么：承诺时限 为 8个工作日\n'

  test('gives a scenario of another file to its matter, with the names of that matter', () => {
    const { matters, versions, diagnostics } = compile([
      { uri: 'b.zw', text: outside },
      { uri: 'a.zw', text: LICENCE },
    ])
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const [scenario] = matters.get('小餐饮登记')?.matter.scenarios ?? []
    expect(scenario).toMatchObject({ name: '另写的', matter: '小餐饮登记', origin: { file: 'b.zw' } })
    expect(versions.get('小餐饮登记')?.[0]?.matter.scenarios).toEqual([scenario])
  })

  test('counts more than the place: a scenario behind another matter is about the one it names', () => {
    const other = LICENCE.replace('语言版本：1\n', '').replace('小餐饮登记', '小作坊登记')
    const { matters } = compile([{ uri: 'a.zw', text: `${LICENCE}${other}${outside.replace('语言版本：1\n', '')}` }])
    expect(matters.get('小作坊登记')?.matter.scenarios).toEqual([])
    expect(matters.get('小餐饮登记')?.matter.scenarios).toHaveLength(1)
  })

  test('is missed where a scenario stands alone, and must be there', () => {
    const codesOf = (text: string) => compile([{ uri: 'b.zw', text }]).diagnostics.map(({ code }) => code)
    expect(codesOf(outside.replace('  针对：小餐饮登记\n', ''))).toEqual(['ZW2007'])
    expect(codesOf(outside)).toEqual(['ZW4003'])
  })
})
