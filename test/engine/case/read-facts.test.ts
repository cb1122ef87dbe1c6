import { expect, test } from 'vitest'
import { readFacts } from '../../../src/engine/read-facts.ts'
import { defineMatter } from './walk.ts'

const DEFINITION = defineMatter(`语言版本：1
事项：工程竣工备案
事项类型：其他行政权力
办件类型：承诺件
依据：《建设工程质量管理条例》第四十九条
申报信息：
  信息：建设单位
    类型：文本
  信息：工程类别
    类型：枚举
    取值：房屋、市政
  信息：建筑面积
    类型：数
    单位：平方米
  信息：已经验收
    类型：是否
  信息：竣工日期
    类型：日期
  信息：保修期
    类型：时长
  信息：工程造价
    类型：金额
办理环节：
  环节：受理
    时限：1个工作日
  环节：决定
    时限：2个工作日
    产出：备案表
法定时限：15个工作日
承诺时限：3个工作日
结果：备案表
`)

test('answers are read as forms send them', () => {
  const read = readFacts(DEFINITION, {
    建设单位: '示例公司',
    工程类别: '房屋',
    建筑面积: 1200.5,
    已经验收: true,
    竣工日期: '2026-10-30',
    保修期: '2年',
    工程造价: '1234.56',
  })
  expect(read).toEqual({
    ok: true,
    value: {
      建设单位: { kind: 'text', text: '示例公司' },
      工程类别: { kind: 'option', option: '房屋' },
      建筑面积: { kind: 'number', amount: '1200.5' },
      已经验收: { kind: 'boolean', value: true },
      竣工日期: { kind: 'date', date: '2026-10-30' },
      保修期: { kind: 'duration', duration: { unit: 'year', amount: '2' } },
      工程造价: { kind: 'money', amountFen: '123456' },
    },
  })
})

test.each([
  ['建设单位', '两行\n文字'],
  ['工程类别', '桥梁'],
  ['建筑面积', -5],
  ['建筑面积', '1/3'],
  ['建筑面积', Number.NaN],
  ['已经验收', 1],
  ['竣工日期', '2026-02-30'],
  ['保修期', '两年'],
  ['保修期', '2个年头'],
  ['工程造价', '很多'],
] as const)('%s cannot be %j', (name, value) => {
  expect(readFacts(DEFINITION, { [name]: value })).toMatchObject({
    ok: false,
    error: { code: 'bad-fact', field: `facts.${name}`, names: [name] },
  })
})

test('what the matter does not ask for is refused', () => {
  for (const name of ['身高', '申请日期', 'constructor', '__proto__']) {
    const plain = Object.fromEntries([[name, '1']])
    expect(readFacts(DEFINITION, plain)).toMatchObject({ ok: false, error: { code: 'unknown-fact', names: [name] } })
  }
})

test.each([
  ['即办', { unit: 'instant' }],
  ['0.5个工作日', { unit: 'workday', amount: '0.5' }],
  ['3个月', { unit: 'month', amount: '3' }],
  ['90分钟', { unit: 'minute', amount: '90' }],
])('a length of time may be %s', (written, duration) => {
  expect(readFacts(DEFINITION, { 保修期: written })).toMatchObject({ value: { 保修期: { duration } } })
})

test('very large and very small numbers are read digit by digit', () => {
  const amounts = [1e21, 1.5e22, 1e-7, 2.5e-9, 0].map((建筑面积) => {
    const read = readFacts(DEFINITION, { 建筑面积 })
    return read.ok ? read.value['建筑面积'] : read.error.code
  })
  expect(amounts).toEqual(
    ['1000000000000000000000', '15000000000000000000000', '0.0000001', '0.0000000025', '0'].map((amount) => ({
      kind: 'number',
      amount,
    })),
  )
  expect(readFacts(DEFINITION, { 建筑面积: -1e-7 }).ok).toBe(false)
  expect(readFacts(DEFINITION, { 建筑面积: Number.POSITIVE_INFINITY }).ok).toBe(false)
})

test('a rare character counts as one, like any other', () => {
  expect(readFacts(DEFINITION, { 建设单位: '𬭎'.repeat(2000) }).ok).toBe(true)
  expect(readFacts(DEFINITION, { 建设单位: '𬭎'.repeat(2001) }).ok).toBe(false)
  expect(readFacts(DEFINITION, { 建设单位: '公'.repeat(2001) }).ok).toBe(false)
})
