import * as z from 'zod'
import { dateSchema, decimalSchema, nameSchema, quotedSchema } from './common.ts'
import { countedDurationSchema, durationSchema } from './duration.ts'

const unmeasured = [
  z.strictObject({ kind: z.literal('number'), amount: decimalSchema.describe('数，按信息的单位') }).readonly(),
  z.strictObject({ kind: z.literal('option'), option: nameSchema.describe('取值之一') }).readonly(),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean().describe('是、否') }).readonly(),
  z.strictObject({ kind: z.literal('text'), text: quotedSchema.describe('文本') }).readonly(),
  z.strictObject({ kind: z.literal('date'), date: dateSchema.describe('日期') }).readonly(),
  /** Unit: 分. */
  z.strictObject({ kind: z.literal('money'), amountFen: decimalSchema.describe('金额，以分为单位') }).readonly(),
] as const

/** A value that a fact can have (填写值). */
export const factValueSchema = z.discriminatedUnion('kind', [
  ...unmeasured,
  z.strictObject({ kind: z.literal('duration'), duration: durationSchema }).readonly(),
])

/** What a fact is compared with: a value, or another fact. Names are those of the matter. */
const operandSchema = z
  .discriminatedUnion('kind', [
    ...unmeasured,
    /** Nothing is more or less than 即办. */
    z.strictObject({ kind: z.literal('duration'), duration: countedDurationSchema }).readonly(),
    z.strictObject({ kind: z.literal('fact'), fact: nameSchema.describe('另一个信息的名称') }).readonly(),
    /** A date fact or a date, moved by a duration: 【申请日期】加3个月. */
    z
      .strictObject({
        kind: z.literal('shifted'),
        fact: nameSchema.exactOptional().describe('从哪个日期信息算起；和date只写一个'),
        date: dateSchema.exactOptional().describe('从哪一天算起'),
        direction: z.enum(['later', 'earlier']).describe('later=加、earlier=减'),
        duration: countedDurationSchema,
      })
      .readonly()
      .refine(({ fact, date }) => (fact === undefined) !== (date === undefined), { error: 'fact-or-date' }),
  ])
  .meta({ id: 'Operand', title: 'Operand', description: '比较的右边：一个值，或者另一个信息' })
/** What a fact is compared with (操作数): a value, or another fact. */
export type Operand = z.infer<typeof operandSchema>

/** 为 · 不为 · 不低于 · 不超过 · 超过 · 低于 */
export const comparisonOperatorSchema = z
  .enum(['eq', 'ne', 'ge', 'le', 'gt', 'lt'])
  .describe('eq=为、ne=不为、ge=不低于、le=不超过、gt=超过、lt=低于')
/** 为 · 不为 · 不低于 · 不超过 · 超过 · 低于 (比较) */
export type ComparisonOperator = z.infer<typeof comparisonOperatorSchema>

/**
 * A machine condition (条件式) over the facts and situations of a matter.
 * Three-valued when evaluated: an unknown fact makes it 待定, never 否.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A 是否 fact that must be 是. */
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'situation'; readonly situation: string }
  | {
      readonly kind: 'compare'
      readonly fact: string
      readonly operator: ComparisonOperator
      readonly operand: Operand
    }
  | { readonly kind: 'oneOf'; readonly fact: string; readonly operands: readonly Operand[] }

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z
        .strictObject({
          kind: z.enum(['all', 'any']).describe('all=且、any=或'),
          of: z.array(conditionSchema).min(2).readonly(),
        })
        .readonly(),
      z.strictObject({ kind: z.literal('not').describe('非'), of: conditionSchema }).readonly(),
      z.strictObject({ kind: z.literal('fact'), fact: nameSchema.describe('是否型信息的名称') }).readonly(),
      z.strictObject({ kind: z.literal('situation'), situation: nameSchema.describe('情形的名称') }).readonly(),
      z
        .strictObject({
          kind: z.literal('compare'),
          fact: nameSchema.describe('信息的名称'),
          operator: comparisonOperatorSchema,
          operand: operandSchema,
        })
        .readonly(),
      z
        .strictObject({
          kind: z.literal('oneOf').describe('属于'),
          fact: nameSchema.describe('信息的名称'),
          operands: z.array(operandSchema).min(1).readonly(),
        })
        .readonly(),
    ]),
  )
  .meta({ id: 'Condition', title: 'Condition', description: '条件式' })
