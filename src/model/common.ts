import * as z from 'zod'
import { keysOf } from '../base/keys-of.ts'
import { parseCivilDate } from '../calendar/civil-date.ts'

/** Where a part of the model stands in the author's text (出处); absent in models that were not written in `.zw`. */
export const originSchema = z
  .strictObject({ file: z.string(), span: z.strictObject({ start: z.int(), end: z.int() }).readonly() })
  .readonly()
  .meta({ id: 'Origin', title: 'Origin', description: '出处：在哪个文件的什么位置；不是从.zw来的就没有' })

/** An exact number as text, not negative, without needless zeros: a whole number (`"20"`) or a decimal (`"0.5"`). */
export const decimalSchema = z
  .string()
  .regex(/^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/)
  .meta({ id: 'Decimal', title: 'Decimal', description: '不带负号和多余的0的数，写成文字，如"20"、"0.5"' })

/** A civil date that exists, `YYYY-MM-DD`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((date) => parseCivilDate(date).ok, { error: 'bad-date' })
  .meta({ id: 'Date', title: 'Date', description: '存在的日期，如"2026-09-28"' })

/** What ends a line. */
const LINE_ENDS = String.raw`\n\u000b\u000c\r\u0085\u2028\u2029`

/** What a line cannot hold at its ends: blanks, and characters that nobody sees. */
const UNSEEN = String.raw`\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u1680\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb`

const ONE_LINE = `[^${UNSEEN}](?:[^${LINE_ENDS}]*[^${UNSEEN}])?`

/** Marks that end a sentence or part a list. */
const END_MARKS = '。｡；;﹔、､﹑，,﹐'

/** A name (名称): one line of any characters, no blanks around it. Names compare without regard to width and blanks. */
export const nameSchema = z
  .string()
  .regex(new RegExp(`^${ONE_LINE}$`))
  .meta({ id: 'Name', title: 'Name', description: '名称：一行，前后没有空格' })

/** A text (文本) as people read it: one line. */
export const textSchema = z
  .string()
  .regex(new RegExp(`^(?![。｡；;﹔]$)${ONE_LINE}$`))
  .meta({ id: 'Text', title: 'Text', description: '文字：一行，前后没有空格' })

/** A word or code (短语): one line without a mark at its end. */
export const phraseSchema = z
  .string()
  .regex(new RegExp(`^(?![。｡；;﹔]$)(?!.+[${END_MARKS}]$)${ONE_LINE}$`))
  .meta({ id: 'Phrase', title: 'Phrase', description: '词语或编码：一行，末尾没有标点' })

/** A word behind another value on its line (单位): never with a mark at its end. */
export const trailingSchema = z.string().regex(new RegExp(`^(?!.*[${END_MARKS}]$)${ONE_LINE}$`))

/** Any words on one line that stand between marks: “…”, 《…》, （…）. */
export const quotedSchema = z
  .string()
  .regex(new RegExp(`^[^${LINE_ENDS}]*$`))
  .meta({ id: 'Words', title: 'Words', description: '一行文字，可以是空的' })

/** The English ids of a word list of terms.ts as a schema, with the official words in its description. */
export function termSchema<T extends Readonly<Record<string, string>>>(terms: T) {
  const words = Object.entries(terms).map(([id, word]) => `${id}=${word}`)
  return z.enum(keysOf(terms)).describe(words.join('、'))
}

/** One article of a law: 第三十二条第一款第（二）项, or an appendix. */
const articleSchema = z
  .union([
    z
      .strictObject({
        article: z.int().min(1).describe('第几条'),
        paragraph: z.int().min(0).exactOptional().describe('第几款'),
        item: z.int().min(0).exactOptional().describe('第几项'),
      })
      .readonly(),
    z.strictObject({ appendix: z.int().min(0).describe('附件几') }).readonly(),
  ])
  .meta({ id: 'Article', title: 'Article', description: '条款，或者附件' })

/** A legal source (依据): title of the law without 《》, its number or year in brackets, its articles. */
const legalSourceSchema = z
  .strictObject({
    title: quotedSchema.describe('法规名称，不带书名号'),
    qualifier: quotedSchema.min(1).exactOptional().describe('文号或者修正年份，不带括号'),
    articles: z.array(articleSchema).readonly().describe('条款，可以为空'),
    origin: originSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'LegalSource', title: 'LegalSource', description: '依据' })
/** A legal source (依据): title of the law without 《》, its number or year in brackets, its articles. */
export type LegalSource = z.infer<typeof legalSourceSchema>

/** What every part may carry: its legal sources, remarks for readers, and where it stands. */
export const annotations = {
  sources: z.array(legalSourceSchema).readonly().describe('依据'),
  notes: z.array(textSchema).readonly().describe('说明、备注'),
  origin: originSchema.exactOptional(),
}
