import { failure, type Result, success } from '../base/result.ts'
import { type CommandEnvelope, commandEnvelopeSchema } from './command-envelope.ts'
import type { Refusal } from './refusal.ts'
import { refuseFields } from './refuse-fields.ts'
import { withoutUndefined } from './without-undefined.ts'

/** Reads a request from outside (读取请求): an envelope that fits, or which field does not. */
export function parseEnvelope(input: unknown): Result<CommandEnvelope, Refusal> {
  const given = withoutUndefined(input)
  const parsed = commandEnvelopeSchema.safeParse(given)
  return parsed.success ? success(parsed.data) : failure(refuseFields(parsed.error.issues, given))
}
