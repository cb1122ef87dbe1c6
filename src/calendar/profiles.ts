import { compare, parseRational, type Rational, rational } from '../base/rational.ts'

/** Which numbers of the bare word 日 are working days (“日”的单位). */
export type BareDayRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'listed'; readonly workdays: readonly number[] }
  | { readonly kind: 'upTo'; readonly workdays: number }

/**
 * How one statute counts (计算规则). In all of them an extension runs on without a new first day (20 + 10 is 30), and a
 * restart counts anew from its day, which is not counted itself; so these are no fields.
 */
export interface CountingProfile {
  /** The statute's short name, as 计算规则 writes it. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Legal source: the articles that say so. */
  readonly source: string
  readonly bareDay: BareDayRule
  /** Whether the day of the event is the first that counts. */
  readonly firstDay: 'excluded' | 'included'
  /**
   * What happens to a last day that is a rest day: it moves to the day after the rest; nothing; or (tax) the term also
   * grows by as many working days as rest days stand inside it in runs of {@link LONG_REST} or more.
   */
  readonly roll: 'afterRest' | 'none' | 'longRests'
  /** Where a month ends: on the corresponding day or the last of the month, or also last day to last day. */
  readonly months: 'correspondingDay' | 'lastDayToLastDay'
  /** Whether hours run from the stated moment or leave out the hour in which it lies. */
  readonly hours: 'fromMoment' | 'fromNextHour'
}

/** Rest days in a row that lengthen a tax term. Legal source: 税收征收管理法实施细则第一百零九条. Unit: days. */
export const LONG_REST = 3

const GENERAL = {
  aliases: [],
  bareDay: { kind: 'none' },
  firstDay: 'excluded',
  roll: 'afterRest',
  months: 'correspondingDay',
  hours: 'fromMoment',
} as const

/** The counting profiles, one row a statute, by id. What a statute leaves open follows 民法典. */
export const PROFILES = {
  civilCode: { ...GENERAL, name: '民法典', source: '第二百条至第二百零四条' },
  licensing: { ...GENERAL, name: '行政许可法', source: '第八十二条', bareDay: { kind: 'all' } },
  penalties: {
    ...GENERAL,
    name: '行政处罚法',
    source: '第八十五条：“二日”“三日”“五日”“七日”是工作日',
    bareDay: { kind: 'listed', workdays: [2, 3, 5, 7] },
  },
  coercion: {
    ...GENERAL,
    name: '行政强制法',
    source: '第六十九条：十日以内是工作日',
    bareDay: { kind: 'upTo', workdays: 10 },
  },
  reconsideration: {
    ...GENERAL,
    name: '行政复议法',
    source: '第八十八条（2023年修订）：“三日”“五日”“七日”“十日”是工作日；其余依照民事诉讼法',
    bareDay: { kind: 'listed', workdays: [3, 5, 7, 10] },
    hours: 'fromNextHour',
  },
  informationDisclosure: { ...GENERAL, name: '政府信息公开条例', source: '条文自行写明“工作日”' },
  realEstateRegistration: { ...GENERAL, name: '不动产登记暂行条例', source: '第二十条自行写明“工作日”' },
  marketEntityRegistration: {
    ...GENERAL,
    name: '市场主体登记条例',
    aliases: ['市场主体登记管理条例'],
    source: '第十九条自行写明“工作日”',
  },
  taxCollection: {
    ...GENERAL,
    name: '税收征管法实施细则',
    aliases: ['税收征收管理法实施细则'],
    source: '第一百零九条',
    roll: 'longRests',
  },
  audit: { ...GENERAL, name: '审计法实施条例', source: '第五十六条', bareDay: { kind: 'all' } },
  foreignersEntryAndExit: {
    ...GENERAL,
    name: '外国人入境出境管理条例',
    source: '审批期限以工作日计算',
    bareDay: { kind: 'all' },
  },
  vehicleRegistration: {
    ...GENERAL,
    name: '机动车登记规定',
    source: '第九十二条',
    bareDay: { kind: 'listed', workdays: [1, 2, 3, 5, 7, 10, 15] },
  },
  drivingLicences: {
    ...GENERAL,
    name: '驾驶证规定',
    aliases: ['机动车驾驶证申领和使用规定'],
    source: '第一百一十条',
    bareDay: { kind: 'listed', workdays: [1, 3, 5] },
  },
  trafficPoints: {
    ...GENERAL,
    name: '道交违法记分办法',
    aliases: ['道路交通安全违法行为记分管理办法'],
    source: '第三十六条',
  },
  trademark: { ...GENERAL, name: '商标法实施条例', source: '第十二条第一款' },
  trademarkTerm: {
    ...GENERAL,
    name: '注册商标有效期',
    source: '商标法实施条例第十二条第二款',
    firstDay: 'included',
    roll: 'none',
  },
  civilProcedure: { ...GENERAL, name: '民事诉讼法', source: '第八十五条', hours: 'fromNextHour' },
  administrativeProcedure: {
    ...GENERAL,
    name: '行政诉讼法解释',
    source: '第四十八条',
    hours: 'fromNextHour',
  },
  criminalProcedure: {
    ...GENERAL,
    name: '刑事诉讼法',
    source: '第一百零五条；最高人民法院解释第二百零二条',
    months: 'lastDayToLastDay',
    hours: 'fromNextHour',
  },
  policeProcedure: {
    ...GENERAL,
    name: '公安机关办理行政案件程序规定',
    source: '第三十五条',
    hours: 'fromNextHour',
  },
} as const satisfies Readonly<Record<string, CountingProfile>>

/** The profile with this id, name or alias; a name in 《》 and with 中华人民共和国 before it is found too. */
export function findProfile(name: string): CountingProfile | undefined {
  const plain = name.replace(/^《|》$/g, '').replace(/^中华人民共和国/, '')
  const found = Object.entries<CountingProfile>(PROFILES).find(
    ([id, profile]) => id === name || profile.name === plain || profile.aliases.includes(plain),
  )
  return found?.[1]
}

/** The unit of a limit that says only 日 or 天 under a profile; for some statutes it depends on the number. */
export function resolveBareDay(profile: CountingProfile, amount: string): 'workday' | 'calendarDay' {
  const size = parseRational(amount.replace(/^-/, ''))
  return size !== undefined && countsWorkdays(profile.bareDay, size) ? 'workday' : 'calendarDay'
}

function countsWorkdays(rule: BareDayRule, size: Rational): boolean {
  if (rule.kind === 'listed') return rule.workdays.some((listed) => compare(size, rational(listed)) === 0)
  if (rule.kind === 'upTo') return compare(size, rational(rule.workdays)) <= 0
  return rule.kind === 'all'
}
