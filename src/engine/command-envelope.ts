import * as z from 'zod'
import { nameSchema } from '../model/common.ts'
import { actorSchema, idSchema } from './actor.ts'
import { commandSchema } from './command.ts'

/** A command as it reaches the engine (请求): who wants what of which case. */
export const commandEnvelopeSchema = z.strictObject({
  /** A submit without one gets a new id. */
  caseId: idSchema.exactOptional().describe('办件编号，提交时可以不写'),
  /** Which matter a submit is for. */
  matter: nameSchema.exactOptional().describe('事项名称，提交时写'),
  by: actorSchema,
  command: commandSchema,
  /** Chosen by the sender. Sent again under the same key, a command that was carried out gives its first answer. */
  idempotencyKey: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .exactOptional()
    .describe('请求编号：重发时不变'),
  /** The version that the sender has seen; nothing happens where the case has moved on since. */
  expectedVersion: z.int().min(0).exactOptional().describe('发出请求时看到的版本'),
})
/** A command as it reaches the engine (请求): who wants what of which case. */
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>
