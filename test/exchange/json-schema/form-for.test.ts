import { describe, expect, test } from 'vitest'
import type { FormAnswers, FormField } from '../../../src/exchange/json-schema/form.ts'
import { formFor } from '../../../src/exchange/json-schema/form-for.ts'
import { factsOf } from '../../../src/exchange/json-schema/read-application.ts'
import { defineMatter } from '../../engine/case/walk.ts'
import { EVERY_TYPE } from './every-type.ts'

const { matter } = EVERY_TYPE

/** Each field of the form as one line, under the title of its section. */
function show(answers: FormAnswers, of = matter): readonly string[] {
  return formFor(of, answers).sections.flatMap(({ title, fields }) => [title, ...fields.map(line)])
}

function line(field: FormField): string {
  const problem = 'problem' in field ? `！${field.problem}` : ''
  const mark = { open: '□', filled: '■', wrong: '✗' }[field.state]
  const need = field.kind === 'answer' ? '' : ` ${field.need}`
  const missing = field.kind === 'choice' ? ` 差${field.missing}` : ''
  return `${mark} ${field.name}${need}${missing}${problem}`
}

test('an empty form asks first what decides, then what the application says, then for documents', () => {
  expect(show({})).toEqual([
    '先回答几个问题',
    '□ 工程类别',
    '□ 建筑面积',
    '□ 已经验收',
    '□ 竣工日期',
    '□ 开工日期',
    '□ 保修期',
    '□ 工程造价',
    '填写申报信息',
    '□ 建设单位',
    '准备申请材料',
    '□ 备案表 required',
    '□ 人防验收意见 possible',
    '□ 延长保修承诺书 possible',
    '□ 资金证明 possible',
    '□ 现场照片 optional',
    '□ 竣工图或测绘报告或监理报告 possible 差2',
  ])
  expect(formFor(matter).spared).toEqual(['规划核实意见'])
  expect(formFor(matter).admission).toEqual({ verdict: 'unknown', failed: [] })
})

test('an answer takes away the questions and documents that it makes needless', () => {
  const facts = { gongChengLeiBie: '水利', baoXiuQi: '12个月' }
  expect(show({ facts })).toEqual([
    '先回答几个问题',
    '■ 工程类别',
    '□ 已经验收',
    '□ 竣工日期',
    '□ 开工日期',
    '■ 保修期',
    '□ 工程造价',
    '填写申报信息',
    '□ 建设单位',
    '准备申请材料',
    '□ 备案表 required',
    '□ 资金证明 possible',
    '□ 现场照片 optional',
  ])
})

test('a form says what is wrong, which conditions fail, and when it is complete', () => {
  const facts = {
    gongChengLeiBie: '市政',
    yiJingYanShou: false,
    junGongRiQi: '2026-02-30',
    kaiGongRiQi: '2025-03-01',
    baoXiuQi: '2年',
    gongChengZaoJia: 2_000_000,
    jianSheDanWei: '  ',
  }
  const materials = { 'BAB-01': 'sha256:0f', junGongTu: true, xianChangZhaoPian: 7 }
  expect(show({ facts, materials })).toEqual([
    '先回答几个问题',
    '■ 工程类别',
    '■ 已经验收',
    '✗ 竣工日期！“竣工日期”请填存在的日期，如2026-11-22',
    '■ 开工日期',
    '✗ 保修期！“保修期”请填时长，写成3个月这样',
    '■ 工程造价',
    '填写申报信息',
    '□ 建设单位',
    '准备申请材料',
    '■ 备案表 required',
    '□ 延长保修承诺书 possible',
    '□ 资金证明 deferrable',
    '✗ 现场照片 optional！材料“现场照片”的存放处写得不对，请重新上传',
    '□ 竣工图或测绘报告或监理报告 required 差1',
  ])
  const form = formFor(matter, { facts, materials })
  expect(form.admission).toEqual({
    verdict: 'no',
    failed: [{ name: '已经通过竣工验收', hint: '请先组织竣工验收' }],
  })
  expect(form.complete).toBe(false)
  const mended = {
    facts: { ...facts, junGongRiQi: '2026-02-28', baoXiuQi: '24个月', jianSheDanWei: '示例建设公司' },
    materials: { ...materials, jianLiBaoGao: true, xianChangZhaoPian: null },
  }
  expect(formFor(matter, mended).complete).toBe(true)
})

test('默认 fills a gap only when the form is judged, so what hangs on it is asked for', () => {
  const facts = {
    yiJingYanShou: true,
    junGongRiQi: '2026-02-28',
    kaiGongRiQi: '2025-03-01',
    baoXiuQi: '24个月',
    gongChengZaoJia: 0,
    jianZhuMianJi: 6000,
    jianSheDanWei: '示例建设公司',
  }
  const materials = { 'BAB-01': true }
  expect(show({ facts, materials })).toContain('□ 人防验收意见 possible')
  expect(formFor(matter, { facts, materials }).complete).toBe(false)
  expect(formFor(matter, { facts, materials: { ...materials, renFangYanShouYiJian: true } }).complete).toBe(true)
})

describe('what lies behind a way that the case does not take', () => {
  const { matter: branching } = defineMatter(`语言版本：1
事项：店招设置
事项类型：其他行政权力
办件类型：承诺件
依据：《城市市容和环境卫生管理条例》第十一条
申报信息：
  信息：设置方式
    类型：枚举
    取值：墙面、楼顶、立柱
  信息：高度
    类型：数
    单位：米
  信息：临街
    类型：是否
办理环节：
  环节：受理
    时限：1个工作日
  分流：核查方式
    如果：【设置方式】为 墙面，转 书面核查
    如果：【高度】3米以上，转 安全评估
    否则：转 现场核查
  环节：书面核查
    时限：1个工作日
  环节：安全评估
    时限：5个工作日
      当：【临街】
    时限：2个工作日
  环节：现场核查
    时限：2个工作日
  环节：决定
    前序：书面核查、安全评估、现场核查
    时限：1个工作日
    产出：备案单
法定时限：20个工作日
承诺时限：8个工作日
结果：备案单
`)

  test.each([
    [{}, ['设置方式', '高度', '临街']],
    [{ sheZhiFangShi: '墙面' }, []],
    [{ sheZhiFangShi: '楼顶' }, ['高度', '临街']],
    [{ sheZhiFangShi: '楼顶', gaoDu: 2.5 }, []],
    [{ sheZhiFangShi: '楼顶', gaoDu: 3 }, ['临街']],
    [{ gaoDu: 3 }, ['设置方式', '临街']],
  ])('is not asked for: %j', (facts, open) => {
    const { sections } = formFor(branching, { facts })
    const fields = sections.flatMap((section) => section.fields)
    expect(fields.filter(({ state }) => state === 'open').map(({ name }) => name)).toEqual(open)
  })
})

test('what a draft tells are the answers that can be read, by the names of the facts', () => {
  const facts = { gongChengLeiBie: '水利', jianZhuMianJi: '很大', jianSheDanWei: ' ', baoXiuQi: '12个月', age: 3 }
  expect(factsOf(matter, { facts })).toEqual(
    new Map([
      ['工程类别', { kind: 'option', option: '水利' }],
      ['保修期', { kind: 'duration', duration: { unit: 'month', amount: '12' } }],
    ]),
  )
  expect(factsOf(matter, {})).toEqual(new Map())
})
