/**
 * The closed word lists of a matter: English ids with the official Chinese words.
 * Source: GB/T 39046-2020 tables A.1–A.7 and the national data model (实施清单).
 */

/** 事项类型 */
export const MATTER_TYPES = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  otherPower: '其他行政权力',
  publicService: '公共服务',
} as const

/** 办件类型 */
export const CASE_TYPES = { instant: '即办件', promise: '承诺件' } as const

/** 行使层级 */
export const LEVELS = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
} as const

/** 服务对象 */
export const AUDIENCES = {
  person: '自然人',
  company: '企业法人',
  institution: '事业法人',
  socialOrganisation: '社会组织法人',
  soleTrader: '个体工商户',
  publicBody: '行政机关',
  otherOrganisation: '其他组织',
} as const

/** 一件事的时限口径：联办的时限怎样定 */
export const LIMIT_POLICIES = { criticalPath: '关键路径', longest: '最长', shortest: '最短', fixed: '固定' } as const

/** 一件事里一起办的环节 */
export const SHARED_STEPS = { acceptance: '统一受理', inspection: '联合踏勘', delivery: '统一出件' } as const

/** 信息的类型 */
export const FACT_TYPES = {
  boolean: '是否',
  option: '枚举',
  number: '数',
  text: '文本',
  date: '日期',
  duration: '时长',
  money: '金额',
} as const

/** 判定表的命中 */
export const HIT_POLICIES = { unique: '唯一', first: '首个', all: '全部' } as const

/** 材料的来源 */
export const MATERIAL_SOURCES = {
  applicant: '申请人自备',
  authority: '政府部门核发',
  dataSharing: '数据共享',
  other: '其他',
} as const

/** 材料的必要性 */
export const NECESSITIES = {
  required: '必要',
  optional: '非必要',
  deferrable: '容缺后补',
  waived: '免提交',
} as const

/** 材料和结果的形式 */
export const DOCUMENT_FORMS = {
  original: '原件',
  copy: '复印件',
  paper: '纸质',
  electronic: '电子件',
  paperCertificate: '纸质证照',
  electronicCertificate: '电子证照',
} as const

/** 环节的阶段 */
export const STAGES = {
  acceptance: '受理',
  review: '审查',
  decision: '决定',
  certificate: '制证',
  delivery: '送达',
} as const

/** 环节的方式 */
export const STEP_MODES = { manual: '人工', automatic: '自动', onsite: '现场', online: '线上' } as const

/** 计时：一段工作对主时限的作用 */
export const CLOCK_EFFECTS = {
  counted: '计入',
  excluded: '不计入',
  paused: '暂停',
  restarted: '重新计算',
  ownClock: '另计',
} as const

/** 补正的逾期后果 */
export const OVERDUE_EFFECTS = {
  terminate: '终止办理',
  withdraw: '视为撤回',
  refuse: '不予受理',
  continue: '继续办理',
} as const

/** 时限的起算 */
export const LIMIT_STARTS = {
  dayAfterAcceptance: '受理之日的次日',
  dayAfterApplication: '收到申请之日的次日',
  dayAfterDecision: '作出决定之日的次日',
  acceptanceMoment: '受理之时',
} as const

/** 渠道 */
export const CHANNELS = {
  window: '窗口办理',
  online: '网上办理',
  mobile: '掌上办理',
  selfService: '自助终端',
  mail: '邮寄办理',
} as const

/** 结果的类型 */
export const OUTPUT_TYPES = {
  certificate: '证照',
  approval: '批文',
  proof: '证明',
  report: '报告',
  document: '文书',
  other: '其他',
} as const

/** 过渡：修订时在办件按哪一版办 */
export const TRANSITIONS = { atAcceptance: '受理时', newRules: '新规', shorter: '从短' } as const

/** 口径里的量名 */
export const QUANTITIES = {
  statutory: '法定时限',
  formerPromise: '原承诺时限',
  promised: '承诺时限',
  statutorySum: '分项法定时限之和',
  promisedSum: '分项承诺时限之和',
  baseline: '基准时限',
  criticalPath: '关键路径',
  bundlePromise: '联办承诺时限',
  actual: '实际办理时间',
} as const

/** 压减目标的对象 */
export const TARGET_SUBJECTS = { time: '时限', materials: '材料', steps: '环节', trips: '跑动' } as const

/** 优化措施的类型 */
export const MEASURE_KINDS = {
  parallel: '并联',
  remove: '取消环节',
  merge: '合并环节',
  dataSharing: '数据共享',
  commitment: '告知承诺',
  deferral: '容缺受理',
  speedUp: '提速',
  advance: '前移',
  joint: '联合办理',
} as const

/** 用例里的集合 */
export const SCENARIO_SETS = {
  failedRequirements: '不满足的条件',
  neededFacts: '还需要的信息',
  materials: '所需材料',
  steps: '经过环节',
  components: '包含事项',
  outputs: '结果',
} as const

/** 用例里集合的比较 */
export const SET_RELATIONS = { equals: '为', includes: '包含', excludes: '不包含' } as const

/** 用例里受理条件的结论 */
export const ACCEPTANCE_VERDICTS = { yes: '满足', no: '不满足', unknown: '待定' } as const

/** 用例里的时间 */
export const SCENARIO_TIMES = {
  promised: '承诺时限',
  statutory: '法定时限',
  counted: '计入办理时限的时间',
  cut: '压减时限',
} as const

/** 用例里的比例 */
export const SCENARIO_RATIOS = { time: '压减比例', materials: '压减材料' } as const

/** 比较 */
export const COMPARISON_WORDS = {
  eq: '为',
  ne: '不为',
  ge: '不低于',
  le: '不超过',
  gt: '超过',
  lt: '低于',
} as const

/** The kind of a matter (事项类型). */
export type MatterType = keyof typeof MATTER_TYPES
/** The type of a fact (信息类型). */
export type FactType = keyof typeof FACT_TYPES
/** The stage that a step belongs to (阶段); clocks go by it, never by names. */
export type Stage = keyof typeof STAGES
/** What a stretch of work does to the main clocks (计时). */
export type ClockEffect = keyof typeof CLOCK_EFFECTS
/** A quantity that ratios are formed of (口径). */
export type Quantity = keyof typeof QUANTITIES
/** What a target cuts (压减对象). */
export type TargetSubject = keyof typeof TARGET_SUBJECTS
/** What a measure does to the matter (措施类型). */
export type MeasureKind = keyof typeof MEASURE_KINDS
/** What a 用例 can speak of as a set of names (集合). */
export type ScenarioSet = keyof typeof SCENARIO_SETS
/** How a 用例 compares a set with what it expects (集合比较). */
export type SetRelation = keyof typeof SET_RELATIONS
