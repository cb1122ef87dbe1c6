import type { Target } from '../model/matter.ts'
import { COMPARISON_WORDS, TARGET_SUBJECTS } from '../model/terms.ts'

/** A target in words (目标): 压减时限 不低于 60%, 压减时限到 不超过 40%. */
export function describeTarget({ subject, sense, operator, percent }: Target): string {
  return `压减${TARGET_SUBJECTS[subject]}${sense === 'cut' ? '' : '到'} ${COMPARISON_WORDS[operator]} ${percent}%`
}
