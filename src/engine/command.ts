import * as z from 'zod'
import { nameSchema } from '../model/common.ts'
import { idSchema } from './actor.ts'
import {
  channelSchema,
  factRecordSchema,
  handlingSchema,
  reasonSchema,
  receivedMaterialsSchema,
  serviceDataSchema,
  serviceSchema,
} from './parts.ts'

const facts = factRecordSchema.exactOptional()
const materials = receivedMaterialsSchema.exactOptional()
/** The answers to 人工判断, by the name of the condition of acceptance. */
const judgements = z.record(nameSchema, z.boolean()).readonly().exactOptional().describe('人工判断的结论')
const step = nameSchema.describe('环节或特别程序的名称')

/** What somebody wants to happen to a case (命令), one kind each. */
export const commandSchema = z.discriminatedUnion('kind', [
  /** 提交. `applicant` where staff submit for somebody. */
  z.strictObject({
    kind: z.literal('submit'),
    facts,
    materials,
    applicant: idSchema.exactOptional(),
    channel: channelSchema.exactOptional(),
    handling: handlingSchema.exactOptional(),
  }),
  /** 告知补正: all that is missing at once. */
  z.strictObject({
    kind: z.literal('requestSupplement'),
    name: nameSchema.exactOptional().describe('补正的名称，只有一种补正时可以不写'),
    missing: z.array(nameSchema).min(1).readonly().describe('缺什么：材料或信息的名称'),
    reason: reasonSchema.exactOptional(),
  }),
  /** 补正 */
  z.strictObject({ kind: z.literal('supplement'), facts, materials }),
  /** 补充填写: answers that the flow waits for. */
  z.strictObject({ kind: z.literal('provideFacts'), facts: factRecordSchema }),
  /** 补交材料: documents handed in later, 容缺后补 among them. */
  z.strictObject({ kind: z.literal('provideMaterials'), materials: receivedMaterialsSchema }),
  /** 受理 */
  z.strictObject({ kind: z.literal('accept'), step: step.exactOptional(), facts, judgements }),
  /** 不予受理 */
  z.strictObject({ kind: z.literal('refuse'), reason: reasonSchema, judgements }),
  /** 开始环节 */
  z.strictObject({ kind: z.literal('startStep'), step }),
  /** 完成环节. `outcome` is 通过, 不通过 or a value that the step's 填写 declares. */
  z.strictObject({
    kind: z.literal('completeStep'),
    step,
    outcome: z.string().min(1).exactOptional().describe('结论'),
    facts,
    materials,
  }),
  /** 退回 */
  z.strictObject({ kind: z.literal('returnTo'), step, reason: reasonSchema }),
  /** 开始、结束特别程序 */
  z.strictObject({ kind: z.literal('startProcedure'), procedure: nameSchema, reason: reasonSchema.exactOptional() }),
  z.strictObject({ kind: z.literal('endProcedure'), procedure: nameSchema, facts }),
  /** 延长 */
  z.strictObject({
    kind: z.literal('extend'),
    name: nameSchema.exactOptional().describe('延长的名称，只有一种延长时可以不写'),
    reason: reasonSchema,
  }),
  /** 办结: closes a case whose steps are done though something is outstanding. */
  z.strictObject({ kind: z.literal('close'), reason: reasonSchema.exactOptional() }),
  /** 送达 */
  z.strictObject({ kind: z.literal('deliver'), channel: channelSchema.exactOptional() }),
  /** 撤回 */
  z.strictObject({ kind: z.literal('withdraw'), reason: reasonSchema.exactOptional() }),
  /** 终止 */
  z.strictObject({ kind: z.literal('terminate'), reason: reasonSchema }),
  /** 评价 (好差评): the case, or one step of it. 1 is worst, 5 best. */
  z.strictObject({
    kind: z.literal('rate'),
    score: z.int().min(1).max(5),
    step: step.exactOptional(),
    comment: reasonSchema.exactOptional(),
  }),
  /** 请求外部服务; `step` is held until the answer is there. */
  z.strictObject({
    kind: z.literal('requestService'),
    service: serviceSchema,
    step: step.exactOptional(),
    data: serviceDataSchema.exactOptional(),
  }),
  /** 外部服务答复: `request` is the seq of the event that asked. */
  z.strictObject({
    kind: z.literal('answerService'),
    request: z.int().min(1),
    outcome: z.enum(['done', 'failed']),
    data: serviceDataSchema.exactOptional(),
    facts,
    materials,
  }),
  /** 到时: lets what has fallen due by now happen. */
  z.strictObject({ kind: z.literal('tick') }),
])
/** What somebody wants to happen to a case (命令). */
export type Command = z.infer<typeof commandSchema>
/** The kind of a command (命令种类). */
export type CommandKind = Command['kind']
/** The command of one kind. */
export type CommandOf<K extends CommandKind> = Extract<Command, { readonly kind: K }>
