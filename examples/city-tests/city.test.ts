import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeDeadline, createCalendar } from 'zhengwu/calendar'
import { matterIn, mattersIn } from 'zhengwu/testing'
import { arbitraryCaseHistory } from 'zhengwu/testing/arbitraries'
import { city } from './city.ts'

/** 市里承诺压减60%、现在还没有达到的。达到一项，那一项的测试就会失败，提醒从这里删去。 */
const BEHIND = [
  '出入境通行证签发（边境旅游服务事由）',
  '食品经营许可新办',
  '居民身份证换领、补领',
  '烟草专卖零售许可证新办',
]

/** 写了“不低于60%”的事项。 */
const promised = mattersIn(city).filter(({ matter }) => matter.targets.some(({ percent }) => percent === '60'))

describe('全市', () => {
  test('没有错误，流程在任何情形下都走得通', () => {
    expect(city).toBeSound()
  })

  test('承诺压减60%的有14项', () => {
    expect(promised).toHaveLength(14)
  })

  test('全部事项合计压减不低于56%', () => {
    expect(city).toCompressBy('56%', { over: '合计' })
  })
})

describe('承诺压减60%的每一项', () => {
  test.each(promised.filter(({ matter }) => !BEHIND.includes(matter.name)))('$matter.name 已经达到', (matter) => {
    expect(matter).toCompressBy('60%')
    expect(matter).toMeetTargets()
  })

  test.each(BEHIND)('%s 还没有达到', (name) => {
    expect(matterIn(city, name)).not.toCompressBy('60%')
  })
})

describe('公众聚集场所投入使用、营业前消防安全检查', () => {
  const check = matterIn(city, '公众聚集场所投入使用、营业前消防安全检查')

  test('告知承诺的1个工作日办完，比法定压减95%', () => {
    expect(check).toFinishWithin('1个工作日', { situation: '采用告知承诺' })
    expect(check).toCompressBy('95%', { given: { 办理方式: '告知承诺' } })
  })

  test('一般程序没有压减', () => {
    expect(check).toFinishWithin('13个工作日')
    expect(check).not.toCompressBy('1%', { given: { 办理方式: '一般程序' } })
  })
})

describe('城镇污水排入排水管网许可', () => {
  const drainage = matterIn(city, '城镇污水排入排水管网许可')

  test('一般单位只要三份材料', () => {
    expect(drainage).toNeedMaterials(
      [
        '城镇污水排入排水管网许可申请表',
        '内部排水管网、专用检测井、污水排放口位置和口径的图纸及说明',
        '排水隐蔽工程竣工报告',
      ],
      { given: { 建设污水预处理设施: false, 列入重点排污单位名录: false } },
    )
  })
})

describe('临时占用城市道路许可', () => {
  const occupation = matterIn(city, '临时占用城市道路许可')
  const calendar = createCalendar()

  test('各环节不超时，任何一件都在承诺的3个工作日内办结', () => {
    fc.assert(
      fc.property(arbitraryCaseHistory(occupation), ({ acceptedOn, closedOn, supplements, procedures }) => {
        fc.pre(supplements.length + procedures.length === 0)
        const deadline = computeDeadline({ from: acceptedOn, limit: { unit: 'workday', amount: '3' } }, calendar)
        expect(deadline.ok && closedOn <= deadline.value.due).toBe(true)
      }),
    )
  })
})
