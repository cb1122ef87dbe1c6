import { printNumber } from '../base/print-number.ts'
import { printPercent } from '../base/print-percent.ts'
import { ONE, type Rational, subtract } from '../base/rational.ts'
import { UNIT_WORDS } from '../calendar/duration.ts'
import { type DecidedVerdict, type Reduction, requirementOf } from '../graph/target-verdict.ts'
import type { Target } from '../model/matter.ts'
import { COMPARISON_WORDS, TARGET_SUBJECTS, type TargetSubject } from '../model/terms.ts'

/** A target in words (目标): 压减时限 不低于 60%, 压减时限到 不超过 40%. */
export function describeTarget({ subject, sense, operator, percent }: Target): string {
  return `压减${TARGET_SUBJECTS[subject]}${sense === 'cut' ? '' : '到'} ${COMPARISON_WORDS[operator]} ${percent}%`
}

/** The unit in which a subject of targets is counted (计量单位): 工作日, 份, 个, 次. */
export const TARGET_UNITS: Readonly<Record<TargetSubject, string>> = {
  time: UNIT_WORDS.workday,
  materials: '份',
  steps: '个',
  trips: '次',
}

const COUNTERS: Readonly<Record<TargetSubject, string>> = {
  time: '个工作日',
  materials: '份材料',
  steps: '个环节',
  trips: '次',
}

/** So much of a subject (数量): 4个工作日, 3份材料. */
export function printAmount(value: Rational, subject: TargetSubject): string {
  return `${printNumber(value)}${COUNTERS[subject]}`
}

/** A number before and after (从多少到多少): 20→8个工作日. */
export function printChange({ before, after }: Omit<Reduction, 'ratio'>, subject: TargetSubject): string {
  return `${printNumber(before)}→${printAmount(after, subject)}`
}

/** What was measured for a target, whatever it cuts. */
export function reductionOf(verdict: DecidedVerdict): Reduction {
  if (verdict.subject !== 'time') return verdict.counts
  const { before, after, ratio } = verdict.compression
  return { before: before.workdays, after: after.workdays, ratio }
}

/** The share that a target asks about, of what was reached (实际比例), on its true side of what is asked for: 59.96. */
export function printShare(target: Target, ratio: Rational, digits = 1): string {
  return printPercent(target.sense === 'cut' ? ratio : subtract(ONE, ratio), digits, requirementOf(target)?.ratio)
}
