import type { MatterCertainty } from '../analysis/certainty/assess-certainty.ts'
import type { Method, SituationCertainty } from '../analysis/certainty/situation-certainty.ts'
import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { compare, type Rational, ZERO } from '../base/rational.ts'
import { printDuration } from '../calendar/duration.ts'

/** 6.5个工作日 */
export function workdaysWords(workdays: Rational): string {
  return `${printNumber(workdays)}个工作日`
}

/** 95%, 99.5% */
export function shareWords(share: Rational): string {
  return `${printPercent(share, 0, share)}%`
}

/** The promise as written: 8个工作日, 60个自然日, or that there is none. */
export function promiseWords({ promised }: SituationCertainty): string {
  return promised === null ? '没有承诺' : printDuration(promised.rule.limit)
}

/**
 * The steps that the promise rests on, at most so many: what keeping to their 时限 would give, and what a day more of them
 * would cost.
 */
export function decisiveWords({ sensitivity }: MatterCertainty, digits: number, most = 3): readonly string[] {
  const points = (share: Rational) => `${printPercent(share, digits, ZERO)}个百分点`
  return sensitivity
    .filter(({ loss, gain }) => isMore(loss) || isMore(gain))
    .slice(0, most)
    .map(({ step, loss, gain }) => {
      const words = [
        ...(gain !== null && isMore(gain) ? [`都不超过时限，按时办结的多${points(gain)}`] : []),
        ...(isMore(loss) ? [`每件多用1个工作日，少${points(loss)}`] : []),
      ]
      return `${step}（${words.join('；')}）`
    })
}

function isMore(share: Rational | null): boolean {
  return share !== null && compare(share, ZERO) > 0
}

/** How the figures were found, where they are not exact. */
export function methodWords(method: Method, digits: number): string | undefined {
  if (method.kind === 'exact') return undefined
  const { runs, seed, standardError } = method
  const error = `${printPercent(standardError, Math.max(2, digits), ZERO)}个百分点`
  return `环节不是简单的先后和并联，不能精确算出；抽样${runs}件得来（种子${seed}），标准误不超过${error}`
}

/** That some times count as longer than they are, where they do. */
export function coarseWords({ exactTimes, cell }: MatterCertainty): string | undefined {
  return exactTimes ? undefined : `用时按${workdaysWords(cell)}一格向上取整，把握只会算低`
}

/** Whether the wanted share of cases keeps the promise; undefined without one. */
export function isKept({ kept }: SituationCertainty, share: Rational): boolean | undefined {
  return kept === null ? undefined : compare(kept, share) >= 0
}
