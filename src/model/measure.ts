import * as z from 'zod'
import { annotations, decimalSchema, nameSchema, termSchema, textSchema, trailingSchema } from './common.ts'
import { durationSchema } from './duration.ts'
import { MEASURE_KINDS } from './terms.ts'

/** A change that would shorten the matter (优化措施), what it costs, and what it rests on. `zw plan` chooses among them. */
export const measureSchema = z
  .strictObject({
    name: nameSchema,
    kind: termSchema(MEASURE_KINDS),
    /** 环节: the steps that it changes. */
    steps: z.array(nameSchema).readonly(),
    /** 材料: the materials that it spares the applicant, or lets come later. */
    materials: z.array(nameSchema).readonly(),
    /** 时限: how long each of the steps takes then, or the one that they are merged into. */
    limit: durationSchema.exactOptional(),
    /** 容缺期限: how long a material may be late. */
    deferral: durationSchema.exactOptional(),
    /** 成本: in any unit that adds up (人日, 元, 分). */
    cost: z.strictObject({ amount: decimalSchema, unit: trailingSchema.exactOptional() }).readonly(),
    /** 前提: what must be arranged first, for people. */
    precondition: textSchema.exactOptional(),
    /** 前提措施: names of the measures that must be taken with it. */
    requires: z.array(nameSchema).readonly(),
    /** 互斥措施: names of the measures that cannot be taken beside it. */
    excludes: z.array(nameSchema).readonly(),
    /** 已采取：是: the definition has it already; it is kept for the record. */
    taken: z.literal(true).exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Measure', title: 'Measure', description: '优化措施' })
/** A change that would shorten the matter (优化措施), what it costs, and what it rests on. `zw plan` chooses among them. */
export type Measure = z.infer<typeof measureSchema>
