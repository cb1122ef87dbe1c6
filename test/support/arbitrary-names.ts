import fc from 'fast-check'
import { nameSchema, phraseSchema, quotedSchema, textSchema, trailingSchema } from '../../src/model/common.ts'
import { foldKey } from '../../src/syntax/fold.ts'

/** Names as published guides have them. */
const REAL_NAMES = [
  ...['营业执照', '经营面积', '食品经营许可（餐饮服务）新办', '审查结论', '综合窗口人员', '自制高风险食品'],
  ...['与食品经营相适应的主要设备设施、经营布局、操作流程等文件', '国发〔2020〕1号文件', '2024年度计划'],
  ...[
    '申请材料真实性承诺书',
    '或有负债',
    '且末县',
    '非物质文化遗产',
    '为民服务',
    '转办',
    '则例',
    '是',
    '否',
    '3年',
    '以上',
    '序号',
    '材料',
    '环节',
    '阶段',
    '无',
  ],
]

/** What names and texts are made of to lead the reader astray: operators, keywords, marks, numbers, every width. */
const FRAGMENTS = [
  ...[
    '食品',
    '经营',
    '甲',
    '乙',
    '丙',
    '或',
    '或者',
    '且',
    '并且',
    '非',
    '不满足',
    '为',
    '不为',
    '属于',
    '介于',
    '至',
    '到',
  ],
  ...[
    '在',
    '加',
    '减',
    '是',
    '否',
    '以上',
    '以下',
    '不满',
    '超过',
    '≥',
    '＜',
    '=',
    '→',
    '转',
    '转到',
    '则',
    '之后',
    '前',
    '期间',
  ],
  ...[
    '、',
    '，',
    ',',
    '；',
    '。',
    '：',
    ':',
    '“',
    '”',
    '"',
    '（',
    '）',
    '(',
    ')',
    '〔2020〕',
    '【甲】',
    '[x]',
    '「乙」',
    '《',
    '》',
    '»',
  ],
  ...[
    '1',
    '２',
    '三',
    '半',
    '万',
    '亿',
    '150',
    '1,500.5',
    '2项',
    '第三条',
    '附件1',
    '60%',
    '2024年1月1日',
    '3个工作日',
    '5元',
    '元',
  ],
  ...[
    '材料：',
    '事项',
    '当：',
    '环节',
    '申报信息：',
    '注：',
    '#',
    '//',
    '-',
    '———',
    '｜',
    '\t',
    '一、',
    '（一）',
    '①',
    '·',
    '／',
    '/',
  ],
  ...['Ａ', 'a', 'B c', 'ｘ', '㎡', '㎡', '臺', '體', '⼝', '囗', '😀', ' ', '\u3000', '\u00a0', '\u200b', '\ufe0f'],
]

const made = fc
  .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 6 })
  .map((fragments) => fragments.join(''))

/** Any name that the model accepts. */
export const anyName = fc
  .oneof({ weight: 1, arbitrary: fc.constantFrom(...REAL_NAMES) }, { weight: 2, arbitrary: made })
  .filter((name) => nameSchema.safeParse(name).success && foldKey(name) !== '')

/** Any text that the model accepts. */
export const anyText = made.filter((text) => textSchema.safeParse(text).success)

/** Any word or code that the model accepts. */
export const anyPhrase = fc.oneof(made, anyName).filter((text) => phraseSchema.safeParse(text).success)

/** Any word that may stand behind another value on its line. */
export const anyTrailing = anyPhrase.filter((text) => trailingSchema.safeParse(text).success)

/** What may stand between quotation marks and the like, without marks that end it. */
export const anyQuoted = made.filter(
  (text) => quotedSchema.safeParse(text).success && !/[“”"《》»（）()]/.test(text) && text.trim() === text,
)

/** Different names; those that differ only in width or blanks count as the same. */
export function names(minLength: number, maxLength: number): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(anyName, { minLength, maxLength, selector: (name) => foldKey(name) })
}
