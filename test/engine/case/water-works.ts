import { APPLICANT, defineMatter, staff, type Walk, walk } from './walk.ts'

/**
 * A matter with steps that do not count, two that decide, one after the other or none, and results that a return voids.
 */
export const WATER_WORKS = defineMatter(`语言版本：1
事项：河道工程许可
事项类型：行政许可
办件类型：承诺件
依据：《中华人民共和国河道管理条例》第十一条

申报信息：
  信息：需要报上级
    类型：是否
    填写人：水利局
  信息：工程等级
    类型：枚举
    取值：一级、二级
  信息：测量结论
    类型：文本

申请材料：
  材料：工程方案
    来源：申请人自备
    必要性：必要
  材料：防洪评价报告
    来源：申请人自备
    必要性：容缺后补
    容缺期限：5个工作日
  材料：防洪承诺书
    来源：申请人自备
    必要性：容缺后补
    容缺期限：5个工作日
  材料：资质证书
    来源：申请人自备
    必要性：必要
  材料：信用报告
    来源：申请人自备
    必要性：必要
  材料：验资报告
    来源：申请人自备
    必要性：必要
  材料：电子营业执照
    当：【工程等级】为 一级
    来源：数据共享
    必要性：免提交
  任选其一：【防洪评价报告】、【防洪承诺书】
    名称：防洪材料
  任选2项：【资质证书】、【信用报告】、【验资报告】
    名称：能力证明

受理条件：
  条件：受理当日在汛期以外
    判断：【受理日期】不超过 2025年5月31日
  条件：一级工程另行申报
    判断：【工程等级】为 二级

办理环节：
  环节：受理
    角色：水利局
    时限：1个工作日
    产出：受理通知书
  环节：现场测量
    角色：测量队
    时限：5个工作日
    计时：不计入
    填写：测量结论
    产出：测量报告
  环节：专家咨询
    角色：测量队
    时限：5个工作日
    计时：不计入
  并联：现场测量、专家咨询
  环节：初步决定
    角色：科长
    时限：2个工作日
    产出：测量报告
  环节：拟文
    角色：科长
    时限：1个工作日
    填写：需要报上级
  分流：报送
    如果：【需要报上级】，转 上级审批
    否则：转 印发
  环节：上级审批
    角色：局长
    时限：2个工作日
  环节：局内审定
    角色：局长
    时限：1个工作日
    产出：许可决定书
  环节：印发
    角色：科长
    时限：1个工作日
    产出：许可决定书

补正：一次性告知补正
  补正时限：15个工作日
  计时：暂停
补正：测量补正
  环节：现场测量
  补正时限：15个工作日
  计时：暂停

特别程序：听证
  时限：20个工作日
  计时：不计入
  依据：《中华人民共和国行政许可法》第四十五条

法定时限：20个工作日
承诺时限：12个工作日
渠道：窗口办理
结果：许可决定书
结果：测量报告
结果：受理通知书
`)

export const BUREAU = staff('水利局')
export const SURVEYOR = staff('测量队')
export const SECTION = staff('科长')
export const DIRECTOR = staff('局长')

export const PAPERS = ['工程方案', '防洪承诺书', '资质证书', '信用报告'].map((name) => ({ name }))

/** Accepted on Tuesday, 4 March 2025. */
export function accepted(): Walk {
  const works = walk(WATER_WORKS).at('2025-03-03 09:00').as(APPLICANT)
  works.do({ kind: 'submit', facts: { 工程等级: { kind: 'option', option: '二级' } }, materials: PAPERS })
  works.at('2025-03-04 10:00').as(BUREAU).do({ kind: 'accept' })
  return works
}

/** The same, surveyed on Thursday: the first decision is next. */
export function surveyed(): Walk {
  const works = accepted().at('2025-03-05 09:00').as(SURVEYOR)
  for (const step of ['现场测量', '专家咨询']) works.do({ kind: 'startStep', step })
  works.at('2025-03-06 17:00')
  works.do({ kind: 'completeStep', step: '现场测量', facts: { 测量结论: { kind: 'text', text: '可行' } } })
  works.do({ kind: 'completeStep', step: '专家咨询' })
  return works
}
