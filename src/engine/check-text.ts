import { reasonSchema } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** Why a reason or a comment cannot be taken (文字的核对): it is not one line of words. */
export function refuseText(text: string | undefined, field: string): Refusal | undefined {
  if (text === undefined || reasonSchema.safeParse(text).success) return undefined
  return refuse('bad-command', '文字写得不对', '请写成一行，不能是空的，前后不要有空格', { field })
}
