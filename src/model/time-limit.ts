import { z } from 'zod'
import { annotations, dateSchema, termSchema } from './common.ts'
import { conditionSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { LIMIT_STARTS } from './terms.ts'

/**
 * One line of 法定时限 or 承诺时限: several make a timeline (`from`, `to`) or a choice by situation (`when`).
 * Of the rules in force on a date the first whose condition holds counts; one without condition is the rest.
 */
export const timeLimitSchema = z
  .strictObject({
    limit: durationSchema,
    /** First day on which the rule is in force. */
    from: dateSchema.exactOptional(),
    /** Last day on which the rule is in force. */
    to: dateSchema.exactOptional(),
    when: conditionSchema.exactOptional(),
    startsAt: termSchema(LIMIT_STARTS).exactOptional(),
    /** Name of the counting profile (计算规则), where it differs from the matter's. */
    profile: z.string().exactOptional(),
    ...annotations,
  })
  .readonly()
/**
 * One line of 法定时限 or 承诺时限: several make a timeline (`from`, `to`) or a choice by situation (`when`).
 * Of the rules in force on a date the first whose condition holds counts; one without condition is the rest.
 */
export type TimeLimit = z.infer<typeof timeLimitSchema>
