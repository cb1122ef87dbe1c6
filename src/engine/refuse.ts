import type { Refusal } from './refusal.ts'
import type { RefusalCode } from './refusals.ts'

/** Writes a refusal (拒绝): the sentence that says what is wrong, and the one that says what to do. */
export function refuse(
  code: RefusalCode,
  message: string,
  help: string,
  about: Pick<Refusal, 'field' | 'names' | 'origin'> = {},
): Refusal {
  return { code, message, help, ...about }
}

/** Names between “、” as people list them, shortened where they are many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`)
  return names.length > shown.length ? `${shown.join('、')}等${names.length}项` : shown.join('、')
}
