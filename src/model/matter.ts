import * as z from 'zod'
import { factSchema, materialChoiceSchema, materialSchema, requirementSchema, situationSchema } from './application.ts'
import {
  annotations,
  dateSchema,
  decimalSchema,
  nameSchema,
  originSchema,
  phraseSchema,
  termSchema,
  textSchema,
  trailingSchema,
} from './common.ts'
import { decisionTableSchema } from './decision-table.ts'
import { durationSchema } from './duration.ts'
import { extensionSchema, flowItemSchema, specialProcedureSchema, supplementSchema } from './flow.ts'
import { measureSchema } from './measure.ts'
import { scenarioSchema } from './scenario.ts'
import {
  AUDIENCES,
  CASE_TYPES,
  CHANNELS,
  DOCUMENT_FORMS,
  LEVELS,
  MATTER_TYPES,
  OUTPUT_TYPES,
  QUANTITIES,
  TARGET_SUBJECTS,
  TRANSITIONS,
} from './terms.ts'
import { timeLimitSchema } from './time-limit.ts'

/**
 * A goal (目标) of cutting time, materials, steps or trips.
 * `sense` tells the wording apart: 压减60% is a cut, 压减到40% is what remains.
 */
export const targetSchema = z
  .strictObject({
    subject: termSchema(TARGET_SUBJECTS),
    sense: z.enum(['cut', 'remaining']),
    operator: z.enum(['ge', 'gt', 'eq', 'le', 'lt']),
    /** Unit: percent, exact. */
    percent: decimalSchema,
    /** 口径: what is compared with what; absent where the author left it out. */
    basis: z
      .strictObject({ before: termSchema(QUANTITIES), after: termSchema(QUANTITIES) })
      .readonly()
      .exactOptional(),
    origin: originSchema.exactOptional(),
  })
  .readonly()
  .meta({ id: 'Target', title: 'Target', description: '目标的一行' })
/**
 * A goal (目标) of cutting time, materials, steps or trips.
 * `sense` tells the wording apart: 压减60% is a cut, 压减到40% is what remains.
 */
export type Target = z.infer<typeof targetSchema>

/** 收费: what it costs; `charged` is false for 不收费. */
const feeSchema = z
  .strictObject({
    charged: z.boolean(),
    text: phraseSchema,
    /** 标准. Unit: 分. */
    amountFen: decimalSchema.exactOptional(),
    per: trailingSchema.exactOptional(),
    relief: textSchema.exactOptional(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Fee', title: 'Fee', description: '收费' })
/** 收费: what it costs; `charged` is false for 不收费. */
export type Fee = z.infer<typeof feeSchema>

/** 结果: what the matter issues. */
const outputSchema = z
  .strictObject({
    name: nameSchema,
    type: termSchema(OUTPUT_TYPES).exactOptional(),
    validity: durationSchema.exactOptional(),
    forms: z.array(termSchema(DOCUMENT_FORMS)).readonly(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Output', title: 'Output', description: '结果' })
/** 结果: what the matter issues. */
export type Output = z.infer<typeof outputSchema>

/**
 * A government service matter (事项): the whole definition in domain words, plain readonly JSON.
 * Parts refer to each other by name; names are unique within their kind.
 */
export const matterSchema = z
  .strictObject({
    kind: z.literal('matter'),
    name: nameSchema,
    code: phraseSchema.exactOptional(),
    version: phraseSchema.exactOptional(),
    type: termSchema(MATTER_TYPES).exactOptional(),
    caseType: termSchema(CASE_TYPES).exactOptional(),
    levels: z.array(termSchema(LEVELS)).readonly(),
    audiences: z.array(termSchema(AUDIENCES)).readonly(),
    authority: nameSchema.exactOptional(),
    coAuthorities: z.array(nameSchema).readonly(),
    /** 施行, 失效: first and last day in force. */
    effectiveFrom: dateSchema.exactOptional(),
    effectiveTo: dateSchema.exactOptional(),
    mainItem: nameSchema.exactOptional(),
    businessItem: nameSchema.exactOptional(),
    /** 到现场次数 */
    trips: z.int().min(0).exactOptional(),
    /** 计算规则: name of the counting profile; by default that of the matter's type. */
    profile: nameSchema,
    /** 修订 */
    revisions: z.array(z.strictObject({ date: dateSchema, text: textSchema }).readonly()).readonly(),
    transition: termSchema(TRANSITIONS).exactOptional(),
    /** 统一: elements that lower levels must not restate. */
    unified: z.array(nameSchema).readonly(),
    /** 允许细化: what lower levels may refine, and in which direction. */
    refinable: z.array(nameSchema).readonly(),
    /** 核对: when the definition was last checked against the published guide. */
    checkedOn: dateSchema.exactOptional(),
    /** 办理地点, 办理时间, 咨询电话, 监督电话: where, when and under which numbers people are served. */
    location: textSchema.exactOptional(),
    openingHours: textSchema.exactOptional(),
    enquiryPhone: phraseSchema.exactOptional(),
    complaintPhone: phraseSchema.exactOptional(),
    facts: z.array(factSchema).readonly(),
    situations: z.array(situationSchema).readonly(),
    requirements: z.array(requirementSchema).readonly(),
    materials: z.array(materialSchema).readonly(),
    materialChoices: z.array(materialChoiceSchema).readonly(),
    flow: z.array(flowItemSchema).readonly(),
    supplements: z.array(supplementSchema).readonly(),
    specialProcedures: z.array(specialProcedureSchema).readonly(),
    extensions: z.array(extensionSchema).readonly(),
    statutoryLimits: z.array(timeLimitSchema).readonly(),
    promisedLimits: z.array(timeLimitSchema).readonly(),
    targets: z.array(targetSchema).readonly(),
    /** 优化措施: what could be done to shorten the matter. */
    measures: z.array(measureSchema).readonly(),
    fees: z.array(feeSchema).readonly(),
    channels: z.array(termSchema(CHANNELS)).readonly(),
    outputs: z.array(outputSchema).readonly(),
    /** 判定表: values that follow from facts, a rule each row. */
    decisionTables: z.array(decisionTableSchema).readonly(),
    /** 用例: worked cases that `zw verify` runs. */
    scenarios: z.array(scenarioSchema).readonly(),
    ...annotations,
  })
  .readonly()
  .meta({ id: 'Matter', title: 'Matter', description: '事项' })
/**
 * A government service matter (事项): the whole definition in domain words, plain readonly JSON.
 * Parts refer to each other by name; names are unique within their kind.
 */
export type Matter = z.infer<typeof matterSchema>
