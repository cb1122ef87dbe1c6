/**
 * The words of the value grammars (词表): what stands after a colon is read with these and with the names in scope.
 * Each row: a word as people write it, and what it means. Longer words win over shorter ones.
 */

/** Units of time; the bare word 日 or 天 is left to the matter's counting profile. */
export const TIME_UNITS = {
  个工作日: 'workday',
  工作日: 'workday',
  个自然日: 'calendarDay',
  自然日: 'calendarDay',
  个日历日: 'calendarDay',
  日历日: 'calendarDay',
  日: 'bareDay',
  天: 'bareDay',
  个月: 'month',
  月: 'month',
  年: 'year',
  个小时: 'hour',
  小时: 'hour',
  分钟: 'minute',
} as const

/** Limits without a number. */
export const FIXED_LIMITS = {
  当场: 'instant',
  当场办结: 'instant',
  即办: 'instant',
  即时: 'instant',
  即时办结: 'instant',
  立即办理: 'instant',
  无法定时限: 'unlimited',
  无法定办结时限: 'unlimited',
  无时限: 'unlimited',
} as const

/** Words before each of three estimates of how long something takes. */
export const ESTIMATE_WORDS = {
  最短: 'least',
  最快: 'least',
  最可能: 'likely',
  一般: 'likely',
  通常: 'likely',
  最长: 'most',
  最慢: 'most',
} as const

/** Words behind a number of cases. */
export const CASE_UNITS = { 件: '', 个件: '', 笔: '' } as const

/** Units of money. Unit: how many 分 one is. */
export const MONEY_UNITS = { 亿元: 10_000_000_000, 万元: 1_000_000, 元: 100, 角: 10, 分: 1 } as const

/** Words between the two sides of a comparison. */
export const COMPARISONS = {
  大于等于: 'ge',
  不低于: 'ge',
  不少于: 'ge',
  不小于: 'ge',
  '≥': 'ge',
  '>=': 'ge',
  '≧': 'ge',
  小于等于: 'le',
  不超过: 'le',
  不高于: 'le',
  不多于: 'le',
  不大于: 'le',
  '≤': 'le',
  '<=': 'le',
  '≦': 'le',
  大于: 'gt',
  超过: 'gt',
  高于: 'gt',
  多于: 'gt',
  '>': 'gt',
  小于: 'lt',
  低于: 'lt',
  少于: 'lt',
  '<': 'lt',
  不等于: 'ne',
  不为: 'ne',
  '≠': 'ne',
  '!=': 'ne',
  '<>': 'ne',
  等于: 'eq',
  为: 'eq',
  '==': 'eq',
  '=': 'eq',
} as const

/** Words after a number that make it the end of a range; 以上 以下 以内 include the number (民法典第一千二百五十九条). */
export const RANGE_WORDS = { 以上: 'least', 及以上: 'least', 以下: 'most', 及以下: 'most', 以内: 'most' } as const

/** Words that may stand behind a limit without changing it: 20个工作日内. */
export const WITHIN_WORDS = { 内: 'most', 之内: 'most', 以内: 'most' } as const

/** The other words of conditions. */
export const CONDITION_WORDS = {
  且: 'and',
  并且: 'and',
  而且: 'and',
  或: 'or',
  或者: 'or',
  非: 'not',
  不满足: 'not',
  属于: 'member',
  不属于: 'notMember',
  介于: 'between',
  不满: 'below',
  不足: 'below',
  在: 'at',
  至: 'to',
  到: 'to',
  '~': 'to',
  加: 'plus',
  减: 'minus',
  是: 'yes',
  否: 'no',
} as const

/** Words before the step that a branch leads to. */
export const GOTO_WORDS = { 转: '', 转到: '', 转至: '', 转入: '', 则: '', 则转: '', 则转到: '', 则转至: '' } as const

/** Places of a special procedure relative to a step. */
export const PLACES = {
  之前: 'before',
  以前: 'before',
  前: 'before',
  之后: 'after',
  以后: 'after',
  后: 'after',
  期间: 'beside',
  同时: 'beside',
} as const

/** What a goal says about the percentage: 压减60% is cut, 压减到40% and 控制在60%以内 are what remains. */
export const GOAL_WORDS = {
  压减: 'cut',
  压缩: 'cut',
  减少: 'cut',
  缩减: 'cut',
  降低: 'cut',
  压减到: 'remaining',
  压减至: 'remaining',
  压缩到: 'remaining',
  压缩至: 'remaining',
  减少到: 'remaining',
  减少至: 'remaining',
  缩减到: 'remaining',
  缩减至: 'remaining',
  降低到: 'remaining',
  降低至: 'remaining',
  控制在: 'remaining',
  降到: 'remaining',
  降至: 'remaining',
  压到: 'remaining',
} as const

/** What a 用例 can expect: the words that an expectation begins with, by what may stand behind them. */
export const EXPECTED_VERDICTS = { 受理条件: 'acceptance' } as const
export const EXPECTED_SETS = {
  不满足的条件: 'failedRequirements',
  不符合的条件: 'failedRequirements',
  还需要的信息: 'neededFacts',
  还缺的信息: 'neededFacts',
  所需材料: 'materials',
  需要的材料: 'materials',
  经过环节: 'steps',
  经过的环节: 'steps',
  包含事项: 'components',
  结果: 'outputs',
} as const
export const EXPECTED_HINTS = { 提示: 'hints', 不符合提示: 'hints' } as const
export const EXPECTED_DATES = { 办结日期: 'closing' } as const
export const EXPECTED_TIMES = {
  承诺时限: 'promised',
  法定时限: 'statutory',
  计入办理时限的时间: 'counted',
  计入时限的时间: 'counted',
  压减时限: 'cut',
} as const
export const EXPECTED_RATIOS = { 压减比例: 'time', 压减材料: 'materials' } as const
export const EXPECTED_FEES = { 收费: 'fee' } as const

/** Whether the conditions of acceptance are met. */
export const VERDICTS = { 满足: 'yes', 符合: 'yes', 不满足: 'no', 不符合: 'no', 待定: 'unknown' } as const

/** Words between a set and the names that it is compared with. */
export const SET_RELATION_WORDS = {
  为: 'equals',
  等于: 'equals',
  '=': 'equals',
  包含: 'includes',
  包括: 'includes',
  不包含: 'excludes',
  不包括: 'excludes',
} as const

/** Words for an empty set. */
export const NOTHING_WORDS = { 无: '', 没有: '' } as const

/** No fee. */
export const FREE_WORDS = { 不收费: '', 免费: '' } as const

/** What happens on a day. */
export const DATED_EVENTS = {
  提交申请: 'application',
  申请: 'application',
  受理: 'acceptance',
  办结: 'closing',
} as const

/** Words before what a case has been through, before a length of time, and before what a step decided. */
export const HAPPENS_WORDS = { 发生: '' } as const
export const TAKES_WORDS = { 用时: '', 耗时: '', 历时: '' } as const
export const OUTCOME_WORDS = { 结果为: '', 结论为: '' } as const

/** 材料审查 与 现场核查 同时办理 */
export const TOGETHER_WORDS = { 同时办理: '', 同步办理: '', 并行办理: '' } as const
export const BETWEEN_WORDS = { 与: '', 和: '', 同: '' } as const

/** 按2024年6月1日的规定 */
export const AS_OF_WORDS = { 按: '', 按照: '', 依照: '' } as const
export const RULES_WORDS = { 的规定: '', 规定: '' } as const

/** What the applicant has handed in, or has not. */
export const SUBMITTED_WORDS = { 已提交: 'yes', 已经提交: 'yes', 未提交: 'no', 没有提交: 'no' } as const

/** Other words that the value grammars know; listed so that their traditional forms are folded too. */
export const OTHER_WORDS = [
  '百分之',
  '点',
  '半',
  '自',
  '从',
  '起',
  '止',
  '施行',
  '内',
  '之内',
  '以内',
  '每',
  '号',
  '第',
  '条',
  '款',
  '项',
  '附件',
  '和',
  '个',
  '两',
  '零',
  '万',
  '亿',
  '至少',
  '最多',
  '共',
  '不',
] as const
