import type { PlainFact } from '../../../src/graph/read-plain-fact.ts'
import { APPLICANT, defineMatter, factsOf, staff, type Walk, walk } from './walk.ts'

/** A matter whose supplements begin the count anew, whose procedures have no 位置, and that knows two extensions. */
export const HYGIENE_LICENCE = defineMatter(`语言版本：1
事项：公共场所卫生许可
事项类型：行政许可
办件类型：承诺件
依据：《公共场所卫生管理条例》第四条

申报信息：
  信息：使用集中空调
    类型：是否
  信息：审查意见
    类型：枚举
    取值：合格、不合格
    填写人：卫生监督员

申请材料：
  材料：卫生许可申请表
    来源：申请人自备
    必要性：必要
  材料：集中空调检测报告
    当：【使用集中空调】
    来源：申请人自备
    必要性：必要

办理环节：
  环节：受理
    角色：窗口人员
    时限：1个工作日
  环节：现场审查
    角色：卫生监督员
    时限：5个工作日
    填写：审查意见
  环节：复核
    角色：科室负责人
    时限：2个工作日
  环节：决定
    角色：局领导
    时限：2个工作日
  环节：制证
    角色：窗口人员
    时限：1个工作日
    产出：卫生许可证

补正：申请材料补正
  补正时限：10个工作日
  计时：重新计算
  逾期：视为撤回
补正：审查补正
  环节：现场审查
  补正时限：10个工作日
  次数：2次
  计时：暂停
  逾期：继续办理

特别程序：听证
  时限：20个工作日
  计时：不计入
特别程序：集中空调检测
  当：【使用集中空调】
  时限：10个工作日
  计时：不计入

延长：延长办理期限
  时限：10个工作日
延长：复杂案件延长
  延长至：40个工作日
  批准：局领导
  当：【使用集中空调】

法定时限：20个工作日
承诺时限：15个工作日
结果：卫生许可证
`)

export const WINDOW = staff('窗口人员')
export const OFFICER = staff('卫生监督员')
export const HEAD = staff('科室负责人')
export const LEADER = staff('局领导')

/** A case submitted on Monday, 3 March 2025. */
export function submitted(plain: Readonly<Record<string, PlainFact>> = { 使用集中空调: false }): Walk {
  const hygiene = walk(HYGIENE_LICENCE)
  hygiene.at('2025-03-03 09:00').as(APPLICANT)
  hygiene.do({
    kind: 'submit',
    facts: factsOf(HYGIENE_LICENCE, plain),
    materials: [{ name: '卫生许可申请表' }, { name: '集中空调检测报告' }],
  })
  return hygiene
}

/** The same, accepted on Tuesday. */
export function accepted(plain?: Readonly<Record<string, PlainFact>>): Walk {
  const hygiene = submitted(plain)
  hygiene.at('2025-03-04 10:00').as(WINDOW).do({ kind: 'accept' })
  return hygiene
}

/** The same, at the review by the head of section on Friday. */
export function inspected(plain?: Readonly<Record<string, PlainFact>>): Walk {
  const hygiene = accepted(plain)
  hygiene.at('2025-03-07 10:00').as(OFFICER).do({ kind: 'completeStep', step: '现场审查', outcome: '合格' })
  return hygiene
}
