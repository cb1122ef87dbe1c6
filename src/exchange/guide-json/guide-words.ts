import { printDuration } from '../../calendar/duration.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import type { Condition } from '../../model/condition.ts'
import type { StepLimit } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'

/** How the parts of one matter are said in the texts of the standard (文字字段的说法). */
export interface GuideWords {
  readonly say: (when: Condition) => string
  readonly limits: (limits: readonly StepLimit[]) => string | null
}

/** Prepares the words of a matter. */
export function guideWords({ facts, situations }: Matter): GuideWords {
  const say = (when: Condition) => printConditionWords(when, { facts, situations }, { explain: true })
  return {
    say,
    limits: (limits) => {
      if (limits.length === 0) return null
      const [only, ...others] = limits
      if (only !== undefined && others.length === 0 && only.when === undefined) return printDuration(only.limit)
      return limits
        .map(({ limit, when }) => `${when === undefined ? '其他情形' : say(when)}：${printDuration(limit)}`)
        .join('；')
    },
  }
}
