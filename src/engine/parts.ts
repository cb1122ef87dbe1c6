import * as z from 'zod'
import { keysOf } from '../base/keys-of.ts'
import { nameSchema, textSchema } from '../model/common.ts'
import { factValueSchema } from '../model/condition.ts'
import { CHANNELS } from '../model/terms.ts'

/** Answers to what the matter asks (填写的信息), by the name of the fact. */
export const factRecordSchema = z.record(nameSchema, factValueSchema).readonly().describe('填写的信息')
/** Answers to what the matter asks (填写的信息), by the name of the fact. */
export type FactRecord = z.infer<typeof factRecordSchema>

/** A document that was handed in (收到的材料). `reference` says where it is kept: a file's hash or number, never its content. */
const receivedMaterialSchema = z
  .strictObject({
    name: nameSchema,
    reference: z.string().min(1).max(256).exactOptional().describe('存放处或文件指纹'),
  })
  .readonly()
  .meta({ id: 'ReceivedMaterial', title: 'ReceivedMaterial', description: '收到的材料' })
/** A document that was handed in (收到的材料). */
export type ReceivedMaterial = z.infer<typeof receivedMaterialSchema>

/** What was handed in (收到的材料清单). */
export const receivedMaterialsSchema = z.array(receivedMaterialSchema).readonly()

/** Who receives and who decides where these differ (收受分离): 异地代收, 属地办理. */
export const handlingSchema = z
  .strictObject({
    receivingOrgan: z.string().min(1).describe('收件机构'),
    decidingOrgan: z.string().min(1).describe('办理机构'),
  })
  .readonly()
  .meta({ id: 'Handling', title: 'Handling', description: '收受分离：一地收件，一地办理' })
/** Who receives and who decides where these differ (收受分离). */
export type Handling = z.infer<typeof handlingSchema>

/** Services that other systems render to a case (外部服务), with their official names. */
export const SERVICES = {
  identityCheck: '身份核验',
  seal: '电子印章',
  signature: '电子签名',
  payment: '支付',
  courier: '寄递',
  dataSharing: '数据共享取件',
} as const
/** A service that another system renders (外部服务). */
export type ServiceKind = keyof typeof SERVICES

export const serviceSchema = z.enum(keysOf(SERVICES)).describe('外部服务')
export const channelSchema = z.enum(keysOf(CHANNELS)).describe('渠道')

/** Plain data that a service takes or gives back (服务数据): flat, so that it can be shown and hashed. */
export const serviceDataSchema = z.record(z.string().min(1), z.union([z.string(), z.boolean(), z.int()])).readonly()
/** Plain data that a service takes or gives back (服务数据). */
export type ServiceData = z.infer<typeof serviceDataSchema>

export const reasonSchema = textSchema.describe('理由')
