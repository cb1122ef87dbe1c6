import { findScenarioProblems } from '../../src/analysis/scenario-findings.ts'
import { verifyScenarios } from '../../src/analysis/verify-scenarios.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'

/** The day on which the scenarios of the tests are run. */
const TODAY = '2026-11-22'

/** A licence with everything that a scenario can speak of; scenarios go behind it. */
export const LICENCE = `语言版本：1

事项：小餐饮登记
事项类型：行政许可
办件类型：承诺件
依据：《食品经营许可和备案管理办法》

申报信息：
  信息：主体业态
    类型：枚举
    取值：餐饮服务经营、单位食堂、食品销售经营
  信息：经营面积
    类型：数
    单位：平方米
  信息：自制高风险食品
    类型：是否
  信息：连锁企业
    类型：是否
  信息：审查结论
    类型：枚举
    取值：通过、不通过
    填写人：审批负责人

情形：大型餐馆
  当：【经营面积】150平方米以上

受理条件：
  条件：已取得营业执照
    人工判断：核验登记状态
  条件：属于餐饮服务
    判断：【主体业态】属于 餐饮服务经营、单位食堂
    不符合提示：食品销售请办理备案
  条件：面积不小于八平方米
    判断：【经营面积】8平方米以上
    除外：【连锁企业】
    不符合提示：面积不够的不予登记

申请材料：
  材料：申请书
    来源：申请人自备
  材料：营业执照
    必要性：免提交
  材料：布局图
    当：【大型餐馆】
  材料：房产证
  材料：租赁合同
  任选其一：房产证、租赁合同
    名称：场所证明

办理环节：
  环节：受理
    时限：1个工作日
  环节：材料审查
    时限：3个工作日
  环节：现场核查
    当：【大型餐馆】 或 【自制高风险食品】
    时限：5个工作日
  并联：材料审查、现场核查
  环节：决定
    时限：1个工作日
    填写：审查结论
  分流：决定结果
    如果：【审查结论】为 通过，转 制证
    否则：转 不予登记
  环节：制证
    时限：1个工作日
    产出：登记证
  环节：不予登记
    时限：1个工作日
    产出：不予登记决定书
    终止：是

补正：一次性补正
  补正时限：15个工作日
  计时：暂停

特别程序：专家评审
  当：【自制高风险食品】
  位置：材料审查之后
  时限：20个工作日
  计时：不计入
  依据：《中华人民共和国行政许可法》第四十五条

延长：延长办理期限
  时限：10个工作日

法定时限：20个工作日
承诺时限：12个工作日（自2023年1月1日起）
承诺时限：8个工作日（自2025年1月1日起）

收费：50元
  标准：50元
结果：登记证
结果：不予登记决定书
`

/** Runs the scenarios that these lines add to the licence, or to another matter. */
export function verify(lines: string, matter: string = LICENCE) {
  const workspace = compile([{ uri: 'a.zw', text: `${matter}\n${lines}\n` }], { asOf: TODAY })
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  const outcome = verifyScenarios(workspace.matters.values(), { asOf: TODAY, calendar })
  return { ...outcome, workspace, problems: findScenarioProblems(outcome) }
}

/** What came out for each expectation of a scenario with these lines: 是, 否 or 待定, and the words for what is. */
export function outcomes(...lines: readonly string[]): readonly string[] {
  const { results, workspace } = verify(['用例：试一试', ...lines].join('\n'))
  const errors = workspace.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  const words = { yes: '是', no: '否', unknown: '待定' }
  return (results[0]?.checks ?? []).map(({ truth, actual }) => `${words[truth]} ${actual}`)
}
