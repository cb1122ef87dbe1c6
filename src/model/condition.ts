import { z } from 'zod'
import { dateSchema, decimalSchema } from './common.ts'
import { durationSchema } from './duration.ts'

const plainValues = [
  z.strictObject({ kind: z.literal('number'), amount: decimalSchema }).readonly(),
  z.strictObject({ kind: z.literal('option'), option: z.string() }).readonly(),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }).readonly(),
  z.strictObject({ kind: z.literal('text'), text: z.string() }).readonly(),
  z.strictObject({ kind: z.literal('date'), date: dateSchema }).readonly(),
  z.strictObject({ kind: z.literal('duration'), duration: durationSchema }).readonly(),
  /** Unit: 分. */
  z.strictObject({ kind: z.literal('money'), amountFen: decimalSchema }).readonly(),
] as const

/** A value that a fact can have (填写值). */
export const factValueSchema = z.discriminatedUnion('kind', plainValues)

/** What a fact is compared with: a value, or another fact. Names are those of the matter. */
const operandSchema = z.discriminatedUnion('kind', [
  ...plainValues,
  z.strictObject({ kind: z.literal('fact'), fact: z.string() }).readonly(),
  /** A date fact or a date, moved by a duration: 【申请日期】加3个月. */
  z
    .strictObject({
      kind: z.literal('shifted'),
      fact: z.string().exactOptional(),
      date: dateSchema.exactOptional(),
      direction: z.enum(['later', 'earlier']),
      duration: durationSchema,
    })
    .readonly(),
])
/** What a fact is compared with (操作数): a value, or another fact. */
export type Operand = z.infer<typeof operandSchema>

/** 为 · 不为 · 不低于 · 不超过 · 超过 · 低于 */
export const comparisonOperatorSchema = z.enum(['eq', 'ne', 'ge', 'le', 'gt', 'lt'])
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

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(conditionSchema).readonly() }).readonly(),
    z.strictObject({ kind: z.literal('not'), of: conditionSchema }).readonly(),
    z.strictObject({ kind: z.literal('fact'), fact: z.string() }).readonly(),
    z.strictObject({ kind: z.literal('situation'), situation: z.string() }).readonly(),
    z
      .strictObject({
        kind: z.literal('compare'),
        fact: z.string(),
        operator: comparisonOperatorSchema,
        operand: operandSchema,
      })
      .readonly(),
    z
      .strictObject({ kind: z.literal('oneOf'), fact: z.string(), operands: z.array(operandSchema).readonly() })
      .readonly(),
  ]),
)
