import type { Refusal } from '../../engine/refusal.ts'

/** What a refusal says to a walker (拒绝的说法): why, and what to do. */
export function refusalWords({ message, help }: Refusal): string {
  return `${message}；${help}`
}
