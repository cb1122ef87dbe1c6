/**
 * How one statute counts (计算规则). What a field leaves out is as in 民法典: the day of the event is not counted, a last
 * day that is a rest day moves to the day after the rest, months end on the corresponding day or the last of the month,
 * hours run from the stated moment, and 日 is a natural day. In all of them an extension runs on without a new first day
 * (20 + 10 is 30), and a restart counts anew from its day, which is not counted itself; so these are no fields.
 */
export interface CountingProfile {
  /** The statute's name, as 计算规则 writes it. */
  readonly name: string
  readonly alias?: string
  /** Legal source: the articles that say so. */
  readonly source: string
  /** Lengths for which the bare word 日 means working days. */
  readonly bareWorkdays?: readonly number[]
  /** All lengths up to this one likewise. */
  readonly bareWorkdaysUpTo?: number
  readonly countsFirstDay?: true
  /**
   * The last day does not move; or (tax) a term in days also grows by as many working days as rest days stand inside it
   * in runs of {@link LONG_REST} or more.
   */
  readonly roll?: 'none' | 'longRests'
  /** A month that begins on the last day of its month ends on the last day of the other. */
  readonly lastDayToLastDay?: true
  /** Hours leave out the hour in which the moment lies. */
  readonly leavesOutStartingHour?: true
}

/** Rest days in a row that lengthen a tax term. Legal source: 税收征收管理法实施细则第一百零九条. Unit: days. */
export const LONG_REST = 3

const ALL = Number.POSITIVE_INFINITY

/** 民法典: the profile of everything that has no other. */
export const CIVIL_CODE: CountingProfile = { name: '民法典', source: '第二百条至第二百零四条' }

/** 行政许可法: the profile of licences. */
export const LICENSING_LAW: CountingProfile = { name: '行政许可法', source: '第八十二条', bareWorkdaysUpTo: ALL }

/** The counting profiles, one row a statute. */
export const PROFILES: readonly CountingProfile[] = [
  CIVIL_CODE,
  LICENSING_LAW,
  { name: '行政处罚法', source: '第八十五条', bareWorkdays: [2, 3, 5, 7] },
  { name: '行政强制法', source: '第六十九条', bareWorkdaysUpTo: 10 },
  { name: '行政复议法', source: '第八十八条', bareWorkdays: [3, 5, 7, 10], leavesOutStartingHour: true },
  // These three write 工作日 where they mean it.
  { name: '政府信息公开条例', source: '第三十三条' },
  { name: '不动产登记暂行条例', source: '第二十条' },
  { name: '市场主体登记条例', alias: '市场主体登记管理条例', source: '第十九条' },
  { name: '税收征管法实施细则', alias: '税收征收管理法实施细则', source: '第一百零九条', roll: 'longRests' },
  { name: '审计法实施条例', source: '第五十六条', bareWorkdaysUpTo: ALL },
  { name: '外国人入境出境管理条例', source: '审批期限', bareWorkdaysUpTo: ALL },
  { name: '机动车登记规定', source: '第九十二条', bareWorkdays: [1, 2, 3, 5, 7, 10, 15] },
  { name: '驾驶证规定', alias: '机动车驾驶证申领和使用规定', source: '第一百一十条', bareWorkdays: [1, 3, 5] },
  { name: '道交违法记分办法', alias: '道路交通安全违法行为记分管理办法', source: '第三十六条' },
  { name: '商标法实施条例', source: '第十二条第一款' },
  { name: '注册商标有效期', source: '商标法实施条例第十二条第二款', countsFirstDay: true, roll: 'none' },
  { name: '民事诉讼法', source: '第八十五条', leavesOutStartingHour: true },
  { name: '行政诉讼法解释', source: '第四十八条', leavesOutStartingHour: true },
  {
    name: '刑事诉讼法',
    source: '第一百零五条、解释第二百零二条',
    lastDayToLastDay: true,
    leavesOutStartingHour: true,
  },
  { name: '公安机关办理行政案件程序规定', source: '第三十五条', leavesOutStartingHour: true },
]

/** The profile with this name or alias; 《》 and 中华人民共和国 before it are passed over. */
export function findProfile(name: string): CountingProfile | undefined {
  const plain = name.replace(/^《?(中华人民共和国)?|》$/g, '')
  return PROFILES.find((profile) => profile.name === plain || profile.alias === plain)
}

/** The unit of a limit that says only 日 or 天 under a profile; for some statutes it depends on the number. */
export function resolveBareDay(profile: CountingProfile, amount: string): 'workday' | 'calendarDay' {
  const { bareWorkdays = [], bareWorkdaysUpTo = 0 } = profile
  const length = Math.abs(Number(amount))
  return length <= bareWorkdaysUpTo || bareWorkdays.includes(length) ? 'workday' : 'calendarDay'
}
