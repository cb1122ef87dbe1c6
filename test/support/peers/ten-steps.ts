/**
 * The case that the engines are compared on: ten steps, a choice, and three steps side by side that the next one waits for.
 * The area decides: from 150 m² upwards the three inspections are made, below that one step does for all.
 */
export const FIRST = ['受理', '材料审查'] as const
export const SIDE_BY_SIDE = ['现场核查', '专家评审', '部门会签'] as const
export const LAST = ['汇总', '审批', '决定', '制证', '送达'] as const
/** Every step of a large shop, in an order in which they can be done. */
export const TEN_STEPS: readonly string[] = [...FIRST, ...SIDE_BY_SIDE, ...LAST]
/** From how many square metres the inspections are made. */
export const LARGE = 150
/** The area of the shop in the comparison. Unit: m². */
export const AREA = 200

/** The same matter in our language, with a limit for each step so that its clocks run. */
export const TEN_STEP_MATTER = `语言版本：1
事项：十个环节的许可
事项类型：行政许可
办件类型：承诺件
行使层级：县级
申报信息：
  信息：经营面积
    类型：数
    单位：平方米
    提问：经营场所面积是多少平方米？
情形：大型场所
  当：【经营面积】${LARGE}平方米以上
办理环节：
  环节：受理
    角色：窗口人员
    时限：1个工作日
  环节：材料审查
    角色：审查人员
    时限：2个工作日
  分流：核查方式
    如果：【大型场所】，转 现场核查
    否则：转 简易核查
  环节：现场核查
    角色：审查人员
    时限：3个工作日
  环节：专家评审
    角色：审查人员
    时限：3个工作日
  环节：部门会签
    角色：审查人员
    时限：2个工作日
  并联：现场核查、专家评审、部门会签
  环节：简易核查
    角色：审查人员
    时限：1个工作日
  环节：汇总
    前序：现场核查、专家评审、部门会签、简易核查
    角色：审查人员
    时限：1个工作日
  环节：审批
    角色：负责人
    时限：1个工作日
  环节：决定
    角色：负责人
    时限：1个工作日
  环节：制证
    角色：窗口人员
    时限：1个工作日
  环节：送达
    角色：窗口人员
    时限：1个工作日
    产出：许可证
法定时限：20个工作日
承诺时限：12个工作日
结果：许可证
  类型：证照
`
