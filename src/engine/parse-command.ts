import { failure, type Result, success } from '../base/result.ts'
import { type Command, commandSchema } from './command.ts'
import type { Refusal } from './refusal.ts'
import { refuseFields } from './refuse-fields.ts'
import { withoutUndefined } from './without-undefined.ts'

/** Reads a command from outside (读取命令): one that fits, or which field does not. Whether it may be done is for `decide`. */
export function parseCommand(input: unknown): Result<Command, Refusal> {
  const given = withoutUndefined(input)
  const parsed = commandSchema.safeParse(given)
  return parsed.success ? success(parsed.data) : failure(refuseFields(parsed.error.issues, given))
}
