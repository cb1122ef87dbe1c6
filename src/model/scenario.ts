import * as z from 'zod'
import { annotations, dateSchema, decimalSchema, originSchema, termSchema } from './common.ts'
import { comparisonOperatorSchema, conditionSchema, factValueSchema } from './condition.ts'
import { durationSchema } from './duration.ts'
import { ACCEPTANCE_VERDICTS, SCENARIO_RATIOS, SCENARIO_SETS, SCENARIO_TIMES, SET_RELATIONS } from './terms.ts'

const origin = originSchema.exactOptional()
const names = z.array(z.string()).readonly()

const givens = [
  /** 【主体业态】为 单位食堂 */
  z.strictObject({ kind: z.literal('value'), fact: z.string(), value: factValueSchema, origin }).readonly(),
  /** 【经营面积】不满50平方米: the 用例 holds for every value of the range. */
  z.strictObject({ kind: z.literal('range'), fact: z.string(), condition: conditionSchema, origin }).readonly(),
  /** The answer to a 人工判断: the condition of acceptance is met or not. */
  z.strictObject({ kind: z.literal('judgement'), requirement: z.string(), holds: z.boolean(), origin }).readonly(),
] as const

/** What a row of 例子 takes as given: what is known of a fact or a condition. */
const givenSchema = z.discriminatedUnion('kind', givens)
/** What is known of a fact or a condition (已知的情况). */
export type Given = z.infer<typeof givenSchema>

/** What a 用例 takes as given (前提): 假如. */
const premiseSchema = z.discriminatedUnion('kind', [
  ...givens,
  /** 按2024年6月1日的规定 */
  z.strictObject({ kind: z.literal('rulesOf'), date: dateSchema, origin }).readonly(),
  /** 已提交、未提交 */
  z.strictObject({ kind: z.literal('materials'), submitted: z.boolean(), materials: names, origin }).readonly(),
])
/** What a 用例 takes as given (前提): 假如. */
export type Premise = z.infer<typeof premiseSchema>

/** What happens to the case of a 用例 (事件): 当. */
const eventSchema = z.discriminatedUnion('kind', [
  /** 2025年3月3日 提交申请 · 受理 · 办结 */
  z
    .strictObject({
      kind: z.literal('dated'),
      what: z.enum(['application', 'acceptance', 'closing']),
      date: dateSchema,
      origin,
    })
    .readonly(),
  /** 发生 专家评审，用时 12个工作日 */
  z
    .strictObject({
      kind: z.literal('happens'),
      what: z.enum(['supplement', 'procedure', 'extension']),
      name: z.string(),
      duration: durationSchema.exactOptional(),
      origin,
    })
    .readonly(),
  /** 材料审查 用时 2个工作日 */
  z.strictObject({ kind: z.literal('took'), step: z.string(), duration: durationSchema, origin }).readonly(),
  /** 决定 结果为 通过: the value of the fact that the step fills in. */
  z
    .strictObject({
      kind: z.literal('outcome'),
      step: z.string(),
      fact: z.string(),
      value: factValueSchema,
      origin,
    })
    .readonly(),
])
/** What happens to the case of a 用例 (事件): 当. */
export type ScenarioEvent = z.infer<typeof eventSchema>

/** What must come out of a 用例 (断言): 那么. */
const assertionSchema = z.discriminatedUnion('kind', [
  /** 受理条件 满足 · 不满足 · 待定 */
  z.strictObject({ kind: z.literal('acceptance'), truth: termSchema(ACCEPTANCE_VERDICTS), origin }).readonly(),
  /** 经过环节 为 受理、材料审查、决定、制证送达 */
  z
    .strictObject({
      kind: z.literal('set'),
      subject: termSchema(SCENARIO_SETS),
      relation: termSchema(SET_RELATIONS),
      names,
      origin,
    })
    .readonly(),
  /** 所需材料 共5份 */
  z
    .strictObject({ kind: z.literal('count'), subject: termSchema(SCENARIO_SETS), count: decimalSchema, origin })
    .readonly(),
  /** 提示 包含 “文本”: a part of a hint. */
  z.strictObject({ kind: z.literal('hints'), relation: termSchema(SET_RELATIONS), texts: names, origin }).readonly(),
  /** 材料审查 与 现场核查 同时办理 */
  z.strictObject({ kind: z.literal('together'), steps: names, origin }).readonly(),
  /** 办结日期 不超过 2025年3月20日 */
  z
    .strictObject({ kind: z.literal('closing'), operator: comparisonOperatorSchema, date: dateSchema, origin })
    .readonly(),
  /** 承诺时限 为 8个工作日; `cut` is 压减时限 as a length of time. */
  z
    .strictObject({
      kind: z.literal('time'),
      subject: termSchema(SCENARIO_TIMES),
      operator: comparisonOperatorSchema,
      duration: durationSchema,
      origin,
    })
    .readonly(),
  /** 压减比例 不低于 60% */
  z
    .strictObject({
      kind: z.literal('ratio'),
      subject: termSchema(SCENARIO_RATIOS),
      operator: comparisonOperatorSchema,
      percent: decimalSchema,
      origin,
    })
    .readonly(),
  /** 收费 为 不收费 · 50元. Unit: 分. */
  z
    .strictObject({ kind: z.literal('fee'), operator: comparisonOperatorSchema, amountFen: decimalSchema, origin })
    .readonly(),
])
/** What must come out of a 用例 (断言): 那么. */
export type Assertion = z.infer<typeof assertionSchema>

/** One row of 例子: its own premises and expectations beside those of the 用例. */
const exampleSchema = z
  .strictObject({
    premises: z.array(givenSchema).readonly(),
    assertions: z.array(assertionSchema).readonly(),
    origin,
  })
  .readonly()

/** A worked case with what must come out of it (用例): a test that stands beside the rules in their own words. */
export const scenarioSchema = z
  .strictObject({
    name: z.string(),
    /** 针对: the matter that it is about, where it does not stand in it. */
    matter: z.string().exactOptional(),
    premises: z.array(premiseSchema).readonly(),
    events: z.array(eventSchema).readonly(),
    assertions: z.array(assertionSchema).readonly(),
    examples: z.array(exampleSchema).readonly(),
    ...annotations,
  })
  .readonly()
/** A worked case with what must come out of it (用例): a test that stands beside the rules in their own words. */
export type Scenario = z.infer<typeof scenarioSchema>
