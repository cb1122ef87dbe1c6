import type { CountCut } from '../analysis/streamlining.ts'
import { compare } from '../base/rational.ts'

/** What is compared between two versions, with the words that head it (精简的内容). */
export const STREAMLINED_SUBJECTS = [
  ['time', '承诺时限'],
  ['materials', '材料'],
  ['steps', '环节'],
  ['trips', '跑动'],
] as const

/** False where both sides are the same, or one is not known. */
export function hasChanged(cut: CountCut | null): boolean {
  return cut !== null && compare(cut.before, cut.after) !== 0
}
