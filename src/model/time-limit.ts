import * as z from 'zod'
import { annotations, dateSchema, nameSchema, termSchema } from './common.ts'
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
    from: dateSchema.exactOptional().describe('自哪一天起'),
    /** Last day on which the rule is in force. */
    to: dateSchema.exactOptional().describe('至哪一天'),
    when: conditionSchema.exactOptional().describe('当'),
    startsAt: termSchema(LIMIT_STARTS).exactOptional(),
    /** Name of the counting profile (计算规则), where it differs from the matter's. */
    profile: nameSchema.exactOptional().describe('计算规则，和事项的不同时才写'),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'TimeLimit', title: 'TimeLimit', description: '法定时限、承诺时限的一行' })
/**
 * One line of 法定时限 or 承诺时限: several make a timeline (`from`, `to`) or a choice by situation (`when`).
 * Of the rules in force on a date the first whose condition holds counts; one without condition is the rest.
 */
export type TimeLimit = z.infer<typeof timeLimitSchema>
