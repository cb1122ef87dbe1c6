import { z } from 'zod'
import { keysOf } from '../base/keys-of.ts'

/** Where a part of the model stands in the author's text (出处); absent in models that were not written in `.zw`. */
export const originSchema = z
  .strictObject({ file: z.string(), span: z.strictObject({ start: z.int(), end: z.int() }).readonly() })
  .readonly()

/** An exact number as text: a decimal (`"0.5"`) or a whole number (`"20"`). */
export const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/)

/** A civil date, `YYYY-MM-DD`. */
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** The English ids of a word list of terms.ts as a schema. */
export function termSchema<T extends Readonly<Record<string, string>>>(terms: T) {
  return z.enum(keysOf(terms))
}

/** One article of a law: 第三十二条第一款第（二）项, or an appendix. */
const articleSchema = z.union([
  z.strictObject({ article: z.int(), paragraph: z.int().exactOptional(), item: z.int().exactOptional() }).readonly(),
  z.strictObject({ appendix: z.int() }).readonly(),
])

/** A legal source (依据): title of the law without 《》, its number or year in brackets, its articles. */
export const legalSourceSchema = z
  .strictObject({
    title: z.string(),
    qualifier: z.string().exactOptional(),
    articles: z.array(articleSchema).readonly(),
    origin: originSchema.exactOptional(),
  })
  .readonly()
/** A legal source (依据): title of the law without 《》, its number or year in brackets, its articles. */
export type LegalSource = z.infer<typeof legalSourceSchema>

/** What every part may carry: its legal sources, remarks for readers, and where it stands. */
export const annotations = {
  sources: z.array(legalSourceSchema).readonly(),
  notes: z.array(z.string()).readonly(),
  origin: originSchema.exactOptional(),
}
