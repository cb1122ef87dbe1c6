/**
 * The closed word lists that enumeration values are read with: English id → official word, then accepted others.
 * The ids and official words are those of src/model/terms.ts; a test proves that both agree.
 */
export type Words = Readonly<Record<string, readonly [string, ...string[]]>>

/** 事项类型 */
export const MATTER_TYPES = {
  licence: ['行政许可'],
  penalty: ['行政处罚'],
  coercion: ['行政强制'],
  levy: ['行政征收'],
  payment: ['行政给付'],
  inspection: ['行政检查'],
  confirmation: ['行政确认'],
  reward: ['行政奖励'],
  adjudication: ['行政裁决'],
  otherPower: ['其他行政权力', '其他权力', '其他职权'],
  publicService: ['公共服务'],
} as const satisfies Words

/** 办件类型 */
export const CASE_TYPES = { instant: ['即办件', '即办'], promise: ['承诺件', '承诺'] } as const satisfies Words

/** 行使层级 */
export const LEVELS = {
  national: ['国家级', '国家'],
  province: ['省级', '省'],
  city: ['市级', '市', '设区的市级'],
  county: ['县级', '县', '区级', '区县级'],
  town: ['乡级', '乡镇级', '街道级', '乡镇街道级'],
  village: ['村级', '社区级', '村居级'],
} as const satisfies Words

/** 服务对象 */
export const AUDIENCES = {
  person: ['自然人', '个人', '公民'],
  company: ['企业法人', '企业'],
  institution: ['事业法人', '事业单位'],
  socialOrganisation: ['社会组织法人', '社会组织'],
  soleTrader: ['个体工商户'],
  publicBody: ['行政机关'],
  otherOrganisation: ['其他组织', '非法人组织'],
} as const satisfies Words

/** 一件事的时限口径 */
export const LIMIT_POLICIES = {
  criticalPath: ['关键路径'],
  longest: ['最长'],
  shortest: ['最短'],
  fixed: ['固定'],
} as const satisfies Words

/** 信息的类型 */
export const FACT_TYPES = {
  boolean: ['是否'],
  option: ['枚举', '选项', '单选'],
  number: ['数', '数字', '数值'],
  text: ['文本', '文字'],
  date: ['日期'],
  duration: ['时长'],
  money: ['金额'],
} as const satisfies Words

/** 判定表的命中 */
export const HIT_POLICIES = {
  unique: ['唯一'],
  first: ['首个', '第一个'],
  all: ['全部', '所有'],
} as const satisfies Words

/** 材料的来源 */
export const MATERIAL_SOURCES = {
  applicant: ['申请人自备', '自备', '申请人提供'],
  authority: ['政府部门核发', '政府核发', '部门核发'],
  dataSharing: ['数据共享', '共享获取'],
  other: ['其他'],
} as const satisfies Words

/** 优化措施的类型 */
export const MEASURE_KINDS = {
  parallel: ['并联', '并联办理'],
  remove: ['取消环节'],
  merge: ['合并环节'],
  dataSharing: ['数据共享', '免提交'],
  commitment: ['告知承诺', '告知承诺制'],
  deferral: ['容缺受理', '容缺办理'],
  speedUp: ['提速'],
  advance: ['前移'],
  joint: ['联合办理'],
} as const satisfies Words

/** 材料的必要性 */
export const NECESSITIES = {
  required: ['必要', '是'],
  optional: ['非必要', '否'],
  deferrable: ['容缺后补', '可容缺'],
  waived: ['免提交', '免于提交', '无需提交'],
} as const satisfies Words

/** 材料和结果的形式 */
export const DOCUMENT_FORMS = {
  original: ['原件'],
  copy: ['复印件'],
  paper: ['纸质', '纸质件', '纸质材料'],
  electronic: ['电子件', '电子版', '电子材料'],
  paperCertificate: ['纸质证照'],
  electronicCertificate: ['电子证照'],
} as const satisfies Words

/** 环节的阶段 */
export const STAGES = {
  acceptance: ['受理', '收件'],
  review: ['审查', '审核'],
  decision: ['决定', '审批'],
  certificate: ['制证'],
  delivery: ['送达', '出件'],
} as const satisfies Words

/** 环节的方式 */
export const STEP_MODES = {
  manual: ['人工', '人工办理'],
  automatic: ['自动', '自动办理'],
  onsite: ['现场', '线下'],
  online: ['线上', '网上'],
} as const satisfies Words

/** 计时 */
export const CLOCK_EFFECTS = {
  counted: ['计入', '计时'],
  excluded: ['不计入', '不计时'],
  paused: ['暂停', '中止'],
  restarted: ['重新计算', '重新起算'],
  ownClock: ['另计', '另行计算'],
} as const satisfies Words

/** 补正的逾期后果 */
export const OVERDUE_EFFECTS = {
  terminate: ['终止办理'],
  withdraw: ['视为撤回', '视为撤回申请', '视为放弃申请'],
  refuse: ['不予受理'],
  continue: ['继续办理'],
} as const satisfies Words

/** 时限的起算 */
export const LIMIT_STARTS = {
  dayAfterAcceptance: ['受理之日的次日', '受理之日次日', '受理次日'],
  dayAfterApplication: ['收到申请之日的次日', '收到申请次日', '申请之日的次日'],
  dayAfterDecision: ['作出决定之日的次日', '决定之日的次日', '决定次日'],
  acceptanceMoment: ['受理之时', '受理时'],
} as const satisfies Words

/** 渠道 */
export const CHANNELS = {
  window: ['窗口办理', '窗口', '现场办理', '线下办理'],
  online: ['网上办理', '网上', '网办', '在线办理'],
  mobile: ['掌上办理', '掌上', '掌办', '手机办理'],
  selfService: ['自助终端', '自助办理', '自助机'],
  mail: ['邮寄办理', '邮寄', '快递办理'],
} as const satisfies Words

/** 结果的类型 */
export const OUTPUT_TYPES = {
  certificate: ['证照', '证件'],
  approval: ['批文', '批复'],
  proof: ['证明'],
  report: ['报告'],
  document: ['文书'],
  other: ['其他'],
} as const satisfies Words

/** 过渡 */
export const TRANSITIONS = {
  atAcceptance: ['受理时', '按受理时'],
  newRules: ['新规', '按新规'],
  shorter: ['从短'],
} as const satisfies Words

/** 口径里的量名 */
export const QUANTITIES = {
  statutory: ['法定时限', '法定办结时限'],
  formerPromise: ['原承诺时限'],
  promised: ['承诺时限', '承诺办结时限'],
  statutorySum: ['分项法定时限之和'],
  promisedSum: ['分项承诺时限之和'],
  baseline: ['基准时限', '基准'],
  criticalPath: ['关键路径'],
  bundlePromise: ['联办承诺时限'],
  actual: ['实际办理时间'],
} as const satisfies Words
