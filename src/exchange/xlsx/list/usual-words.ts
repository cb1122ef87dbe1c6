import { AUDIENCES, CHANNELS, LEVELS } from '../../../model/terms.ts'

/** What offices call a thing that the language has another word for (惯用的叫法), with the words it stands for. */
export type UsualWords = readonly (readonly [RegExp, readonly string[]])[]

const { national, province, city, county, town, village } = LEVELS

/** 行使层级: 区县, 县（市、区）, 乡镇（街道）, 省市县三级. */
export const USUAL_LEVELS: UsualWords = [
  [/^(?:国家|国务院|部|中央)(?:级|本级)?$/, [national]],
  [/^(?:省|自治区|直辖市|省（自治区、直辖市）)(?:级|本级)?$/, [province]],
  [/^(?:地级?市|设区的?市|地市|市州|市（州）|州|盟)(?:级|本级)?$/, [city]],
  [/^市本级$/, [city]],
  [
    /^(?:区县|县区|区|旗|县市区|市县区|区（县）|县（区）|县（市）|县（市、区）|市（县、区）|区（市、县）|区县（市）|县级市)级?$/,
    [county],
  ],
  [/^(?:乡镇?|镇|街道|镇街|乡镇街道|街镇|乡镇?（街道）|镇（街道）|街道（?乡?镇）?|镇（街）)(?:办事处)?级?$/, [town]],
  [/^(?:村|社区|村居|村（居）|村（社区）|村社区)级?$/, [village]],
  [/^省市[两二]?级?$/, [province, city]],
  [/^市县[两二]?级?$/, [city, county]],
  [/^市区[两二]?级?$/, [city, county]],
  [/^省市县(?:[三]级)?$/, [province, city, county]],
  [/^市县乡(?:[三]级)?$/, [city, county, town]],
  [/^省市县乡(?:[四]级)?$/, [province, city, county, town]],
]

/** 服务对象 */
export const USUAL_AUDIENCES: UsualWords = [
  [/^(?:公民|居民|群众|个人)$/, [AUDIENCES.person]],
  [/^(?:法人|法人单位)$/, [AUDIENCES.company, AUDIENCES.institution, AUDIENCES.socialOrganisation]],
  [/^(?:非法人(?:组织|企业)|其它组织)$/, [AUDIENCES.otherOrganisation]],
]

/** 办理形式 */
export const USUAL_CHANNELS: UsualWords = [
  [/^(?:线上|网办|全程网办|网上|在线|互联网)(?:办理)?$/, [CHANNELS.online]],
  [/^(?:线下|现场|窗口|大厅)(?:办理)?$/, [CHANNELS.window]],
  [/^(?:移动端|手机|掌办|APP|小程序)(?:办理)?$/i, [CHANNELS.mobile]],
  [/^(?:邮寄|快递|寄递)(?:办理)?$/, [CHANNELS.mail]],
]

/** The words that a usual one stands for; undefined where it is none. Brackets may be of either width. */
export function usualWords(usual: UsualWords, written: string): readonly string[] | undefined {
  const text = written.replace(/\(/g, '（').replace(/\)/g, '）').replace(/\s/g, '')
  return usual.find(([pattern]) => pattern.test(text))?.[1]
}
