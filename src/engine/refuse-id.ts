import { isId } from './actor.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** Why a text cannot be an identifier in the history of a case: it might be a name, or more than a history can hold. */
export function refuseId(id: string, field: string): Refusal | undefined {
  if (isId(id)) return undefined
  return refuse('bad-command', '标识写得不对', '请用128个以内的字母、数字和. _ : -，不要含个人信息', { field })
}
