import * as z from 'zod'
import type { Duration } from '../calendar/duration.ts'
import { decimalSchema } from './common.ts'

const countedSchema = z
  .strictObject({
    unit: z
      .enum(['workday', 'calendarDay', 'month', 'year', 'hour', 'minute'])
      .describe('workday=工作日、calendarDay=自然日、month=月、year=年、hour=小时、minute=分钟'),
    amount: decimalSchema.describe('多少，如"20"、"0.5"'),
  })
  .readonly()

/** A length of time that can be compared and added: an exact amount with its unit. */
export const countedDurationSchema: z.ZodType<Duration> = countedSchema.meta({
  id: 'CountedDuration',
  title: 'CountedDuration',
  description: '时长，带数和单位',
})

/** A length of time (时长): an exact amount with its unit, 即办, or 无法定时限. Units never mix silently. */
export const durationSchema: z.ZodType<Duration> = z
  .union([
    countedSchema,
    z.strictObject({ unit: z.literal('instant').describe('即办') }).readonly(),
    z.strictObject({ unit: z.literal('unlimited').describe('无法定时限') }).readonly(),
  ])
  .meta({ id: 'Duration', title: 'Duration', description: '时长：带单位的数，或者即办，或者无法定时限' })
