import { VALUE_KINDS } from '../../../syntax/values/value-kinds.ts'
import { choicesOf } from './choices.ts'
import { type Column, constructOf } from './columns.ts'
import type { SheetLayout } from './sheets.ts'

/** What office staff write into the columns (各列的例子), where the example of the kind of value would be one of something else. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'matter.code': '11440100696927671X3000117001000',
  'matter.version': '2026年第1版',
  'matter.levels': '市级、县级',
  'matter.audiences': '企业法人、个体工商户',
  'matter.authority': '示例市市场监督管理局',
  'matter.coAuthorities': '公安机关交通管理部门、园林绿化部门',
  'matter.effectiveFrom': '2026年1月1日',
  'matter.effectiveTo': '2026年12月31日',
  'matter.mainItem': '食品经营许可',
  'matter.businessItem': '新办',
  'matter.profile': '行政许可法',
  'matter.revision': '2026年3月1日，承诺时限由12个工作日压减至8个工作日',
  'matter.unified': '名称、编码、事项类型、依据',
  'matter.refinable': '承诺时限只减不增、材料只减不增、渠道可以增加',
  'matter.checkedOn': '2026年11月20日',
  'matter.location': '市政务服务中心一楼综合窗口',
  'matter.openingHours': '工作日9:00—12:00，13:30—17:00',
  'matter.enquiryPhone': '0755-12345678',
  'matter.complaintPhone': '12345',
  channels: '窗口办理、网上办理',
  source: '《城市道路管理条例》第三十一条',
  note: '可以邮寄送达',
  'fact.options': '企业、个体工商户、农民专业合作社',
  'fact.unit': '平方米',
  'fact.question': '经营场所有多少平方米？',
  'fact.filledBy': '接件受理人员',
  'fact.default': '企业',
  'fact.from': '通用信息·从业人数',
  when: '【委托办理】',
  'requirement.rule': '【占用后人行道通行宽度】1米以上',
  'requirement.manualCheck': '现场踏勘核对',
  'requirement.except': '【有监护人陪同】',
  'requirement.hint': '占用后人行道通行宽度不足1米，请缩小占用范围',
  'material.code': '材料0001',
  'material.forms': '原件、复印件',
  'material.copies': '2份',
  'material.deferral': '5个工作日',
  'material.standard': '标明尺寸，加盖公章',
  'material.sample': '样表/临时占用道路申请表.pdf',
  'materialChoice.name': '住所使用证明',
  'step.collects': '评定结论',
  'step.role': '综合窗口人员',
  'step.department': '公安机关交通管理部门',
  'step.limit': '3个工作日',
  'step.timeTaken': '最短2个工作日，最可能3个工作日，最长6个工作日',
  'step.after': '材料审查、现场核查',
  'step.reviewStandard': '材料齐全并符合规定',
  'step.mandatoryAfter': '现场核查',
  'step.outputs': '食品经营许可证',
  'choice.branch': '【评定结论】为 符合，转 公示',
  'choice.otherwise': '不予办理',
  'supplement.step': '受理',
  'supplement.noticeLimit': '5个工作日',
  'supplement.supplementLimit': '10个工作日',
  'supplement.times': '1次',
  'specialProcedure.placement': '现场核查之后',
  'specialProcedure.limit': '20个工作日',
  'specialProcedure.notice': '告知申请人专家评审所需的时间',
  'extension.extendBy': '10个工作日',
  'extension.extendTo': '30个工作日',
  'extension.times': '1次',
  'extension.approver': '本单位负责人',
  'extension.notice': '将延长期限的理由告知申请人',
  'limit.profile': '行政许可法',
  'measure.steps': '现场核查',
  'measure.materials': '营业执照',
  'measure.limit': '2个工作日',
  'measure.deferral': '10个工作日',
  'measure.cost': '4人日',
  'measure.precondition': '接通市场监管部门的证照库',
  'measure.requires': '接通证照库',
  'measure.excludes': '审查两日办结',
  'fee.standard': '120元／本',
  'fee.relief': '低保家庭成员免收',
  'output.validity': '5年',
  'scenario.examples': '经营面积 ｜ →承诺时限\n40 ｜ 8个工作日',
  'scenario.matter': '食品经营许可（餐饮服务）新办',
}

/** What stands in the column of the names, where it is no name of an entry of its own. */
const TITLES: Readonly<Record<string, string>> = {
  matter: '临时占用城市道路许可',
  fact: '经营面积',
  situation: '委托办理',
  requirement: '有固定的经营场所',
  material: '营业执照',
  materialChoice: '房屋产权证、租赁合同',
  step: '现场核查',
  supplement: '一次告知',
  specialProcedure: '专家评审',
  extension: '经批准延长',
  statutoryLimit: '20个工作日',
  'target.time': '不低于60%',
  measure: '营业执照改为共享',
  fee: '考试费',
  output: '食品经营许可证',
  decisionTable: '核查方式',
  scenario: '小餐馆当日办结',
}

/** An example of what stands in a column (一列的例子). */
export function exampleOf(column: Column): string {
  const own = EXAMPLES[column.construct]
  if (own !== undefined) return own
  const [choice] = choicesOf(column) ?? []
  return choice ?? constructOf(column.construct).example ?? VALUE_KINDS[column.value.kind].example
}

/** An example of what a row of a sheet is called. */
export function titleExampleOf({ entries: [entry = ''] }: SheetLayout): string {
  return TITLES[entry] ?? VALUE_KINDS[constructOf(entry).value.kind].example
}
