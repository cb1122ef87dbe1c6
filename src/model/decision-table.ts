import * as z from 'zod'
import { annotations, originSchema, termSchema } from './common.ts'
import { conditionSchema, factValueSchema } from './condition.ts'
import { FACT_TYPES, HIT_POLICIES } from './terms.ts'

/** What a column behind → holds (输出列): one value a rule, all of one type. */
const decisionOutputSchema = z
  .strictObject({
    name: z.string(),
    type: termSchema(FACT_TYPES),
    unit: z.string().exactOptional(),
    /** The words that an option column gives, each once, in the order of the rules. */
    options: z.array(z.string()).readonly(),
  })
  .readonly()
/** What a column behind → holds (输出列): one value a rule, all of one type. */
export type DecisionOutput = z.infer<typeof decisionOutputSchema>

/** One row of a decision table (判定表的一行): it applies where all its conditions hold. */
const decisionRuleSchema = z
  .strictObject({
    /** One an input column; null where the value does not matter (—). */
    inputs: z.array(conditionSchema.nullable()).readonly(),
    /** One an output column; null where the row gives nothing (—). */
    outputs: z.array(factValueSchema.nullable()).readonly(),
    origin: originSchema.exactOptional(),
  })
  .readonly()
/** One row of a decision table (判定表的一行): it applies where all its conditions hold. */
export type DecisionRule = z.infer<typeof decisionRuleSchema>

/**
 * Values that follow from facts (判定表), a rule each row. 命中 `unique`: no two rules apply at once; `first`: of those
 * that apply the first counts; `all`: all that apply count.
 */
export const decisionTableSchema = z
  .strictObject({
    name: z.string(),
    hits: termSchema(HIT_POLICIES),
    /** The facts and situations at the heads of the input columns. */
    inputs: z.array(z.string()).readonly(),
    outputs: z.array(decisionOutputSchema).readonly(),
    rules: z.array(decisionRuleSchema).readonly(),
    ...annotations,
  })
  .readonly()
/**
 * Values that follow from facts (判定表), a rule each row. 命中 `unique`: no two rules apply at once; `first`: of those
 * that apply the first counts; `all`: all that apply count.
 */
export type DecisionTable = z.infer<typeof decisionTableSchema>
