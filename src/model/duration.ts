import { z } from 'zod'
import type { Duration } from '../calendar/duration.ts'
import { decimalSchema } from './common.ts'

/** A length of time (时长): an exact amount with its unit, 即办, or 无法定时限. Units never mix silently. */
export const durationSchema: z.ZodType<Duration> = z.union([
  z
    .strictObject({
      unit: z.enum(['workday', 'calendarDay', 'month', 'year', 'hour', 'minute']),
      amount: decimalSchema,
    })
    .readonly(),
  z.strictObject({ unit: z.literal('instant') }).readonly(),
  z.strictObject({ unit: z.literal('unlimited') }).readonly(),
])
