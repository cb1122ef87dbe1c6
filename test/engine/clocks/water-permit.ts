import { createCalendar } from '../../../src/calendar/calendar.ts'
import type { ClockKind } from '../../../src/engine/clocks/clock-kind.ts'
import type { ClockReading } from '../../../src/engine/clocks/clock-reading.ts'
import { readClocks } from '../../../src/engine/clocks/read-clocks.ts'
import { DEFAULT_POLICY } from '../../../src/engine/context.ts'
import type { FactRecord } from '../../../src/engine/parts.ts'
import { complete } from '../case/food-licence.ts'
import { APPLICANT, defineMatter, moment, staff, type Walk, walk } from '../case/walk.ts'

/** A licence with every clock that there is: 告知, 补正, steps, a procedure without 位置, an extension, 容缺, 送达. */
export const WATER_PERMIT = defineMatter(`语言版本：1
事项：取水许可
事项类型：行政许可
办件类型：承诺件
依据：《取水许可和水资源费征收管理条例》第十四条

申报信息：
  信息：年取水量
    类型：数
    单位：立方米

申请材料：
  材料：取水许可申请书
    来源：申请人自备
    必要性：必要
  材料：水资源论证报告
    来源：申请人自备
    必要性：容缺后补
    容缺期限：10个自然日

办理环节：
  环节：受理
    角色：窗口人员
    时限：1个工作日
  环节：技术审查
    角色：水资源科
    时限：10个工作日
      当：【年取水量】不低于 1000000立方米
    时限：6个工作日
  环节：决定
    角色：局领导
    时限：4小时
  环节：制证送达
    角色：窗口人员
    阶段：制证、送达
    时限：2个工作日
    计时：另计
    产出：取水许可证

补正：一次性告知补正
  补正时限：10个工作日
  计时：暂停
  逾期：视为撤回
补正：论证报告修改
  环节：技术审查
  补正时限：10个工作日
  计时：重新计算
  逾期：继续办理

特别程序：专家评审
  时限：20个工作日
  计时：不计入
  依据：《中华人民共和国行政许可法》第四十五条

延长：延长办理期限
  时限：10个工作日
延长：重大项目延长
  延长至：45个工作日

法定时限：20个工作日
承诺时限：15个工作日（自2020年1月1日起）
承诺时限：12个工作日（自2026年10月8日起）
渠道：窗口办理
结果：取水许可证
  类型：证照
`)

/** Holds every role. */
export const OFFICE = staff('窗口人员', '水资源科', '局领导')

/** An application on Thursday, 24 September 2026, the day before 中秋节 and a week before 国庆节. */
export function applied(policy = DEFAULT_POLICY, facts: FactRecord = amountOf('300000')): Walk {
  const water = walk(WATER_PERMIT, { policy })
  water.at('2026-09-24 10:00').do({
    kind: 'submit',
    facts,
    materials: [{ name: '取水许可申请书' }],
  })
  return water.as(OFFICE)
}

export function amountOf(amount: string): FactRecord {
  return { 年取水量: { kind: 'number', amount } }
}

/** The same, accepted on Monday, 28 September. */
export function accepted(policy = DEFAULT_POLICY, facts?: FactRecord): Walk {
  const water = applied(policy, facts)
  water.at('2026-09-28 09:30').do({ kind: 'accept' })
  return water
}

/** The same, decided at a moment, reviewed two hours earlier. */
export function decided(date: string, policy = DEFAULT_POLICY): Walk {
  const water = accepted(policy)
  complete(water.at(`${date} 09:00`), OFFICE, '技术审查')
  complete(water.at(`${date} 11:00`), OFFICE, '决定')
  return water
}

const calendar = createCalendar()

/** The clock of a kind at a moment, by default the only one; steps and procedures by their name. */
export function clockOf(water: Walk, at: string, kind: ClockKind, name = ''): ClockReading {
  const readings = readClocks(WATER_PERMIT, water.state, calendar, moment(at))
  const found = readings.filter((reading) => reading.kind === kind && reading.label.includes(name))
  const [reading] = found
  if (reading === undefined || found.length > 1) throw new Error(`${found.length} clocks of ${kind} ${name}`)
  return reading
}

/** The applicant hands in what was asked for. */
export function supply(water: Walk, at: string, name: string): void {
  water.at(at).as(APPLICANT)
  water.do({ kind: 'supplement', materials: [{ name }] })
  water.as(OFFICE)
}
