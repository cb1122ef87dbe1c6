import * as z from 'zod'
import { compare, parseRational } from '../base/rational.ts'
import { decimalSchema } from './common.ts'

const unitSchema = z
  .enum(['workday', 'calendarDay', 'month', 'year', 'hour', 'minute'])
  .describe('workday=工作日、calendarDay=自然日、month=月、year=年、hour=小时、minute=分钟')

const estimatedSchema = z
  .strictObject({
    kind: z.literal('estimated'),
    unit: unitSchema,
    least: decimalSchema.describe('最短'),
    likely: decimalSchema.describe('最可能'),
    most: decimalSchema.describe('最长'),
  })
  .refine(({ least, likely, most }) => isInOrder([least, likely, most]), { error: 'bad-order' })
  .readonly()

const observedSchema = z
  .strictObject({
    kind: z.literal('observed'),
    unit: unitSchema,
    times: z
      .array(
        z
          .strictObject({
            amount: decimalSchema.describe('多久'),
            /** In how many cases; one where it is absent. */
            cases: z.int().min(1).exactOptional().describe('有几件用了这么久'),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly()

/** How long a step really takes (实际用时), which differs from case to case: three estimates, or times as they were seen. One unit for all. */
export const timeTakenSchema = z
  .union([estimatedSchema, observedSchema])
  .meta({ id: 'TimeTaken', title: 'TimeTaken', description: '环节的实际用时：三点估计，或者各件用了多久' })
/** How long a step really takes (实际用时), which differs from case to case: three estimates, or times as they were seen. One unit for all. */
export type TimeTaken = z.infer<typeof timeTakenSchema>

/** True where no amount is less than the one before it. */
function isInOrder(amounts: readonly string[]): boolean {
  return amounts.every((amount, index) => {
    const [before, here] = [parseRational(amounts[index - 1] ?? '0'), parseRational(amount)]
    return before !== undefined && here !== undefined && compare(before, here) <= 0
  })
}
