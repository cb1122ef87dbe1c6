import { add, compare, type Rational, ZERO } from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import { compressionRatio } from '../graph/compression.ts'
import {
  type DecidedVerdict,
  distanceTo,
  type Reduction,
  requirementOf,
  roundUp,
  satisfies,
  type Undecided,
} from '../graph/target-verdict.ts'
import type { Target } from '../model/matter.ts'
import { reductionOf } from './describe-target.ts'
import type { ReportExclusion } from './exclusion.ts'
import type { TargetCheck } from './verify-targets.ts'

/** A matter that is cut by less than the sum asks for (拖后腿的事项). */
export interface Laggard {
  readonly matter: string
  readonly file: string | undefined
  /** Where the number after stands: the promise, the first step of the chain, or the matter. */
  readonly origin: Origin | undefined
  /** How much of the sum it lacks by itself. Unit: workdays, 份, 个, 次. */
  readonly shortfall: Rational
}

/** A matter that takes no part in a sum (不计入的事项). */
export interface Excluded {
  readonly matter: string
  /** Why it cannot be measured, or that it is not in force. */
  readonly because: Undecided | ReportExclusion
}

/** Whether matters taken together are cut by a share (合计目标), as published programmes count: the ratio of sums. */
export interface SumCheck {
  readonly target: Target
  /** Σ before, Σ after and the exact cut; null where no matter could be counted. */
  readonly sums: Reduction | null
  /** How many matters are counted. */
  readonly included: number
  readonly excluded: readonly Excluded[]
  /** False also where no matter could be counted. */
  readonly met: boolean
  /** How much the sum after is above what is asked for; null where no matter could be counted. */
  readonly shortfall: Rational | null
  /** The matters below the share by themselves, those that lack most first. */
  readonly laggards: readonly Laggard[]
}

/** Verifies a target on the sum of matters that have been measured for it, with exact numbers; `leftOut` is nothing asked of. */
export function verifySum(target: Target, checks: readonly TargetCheck[], leftOut: readonly Excluded[]): SumCheck {
  const decided = checks.flatMap((check) =>
    check.verdict.kind === 'decided' ? [{ ...check, verdict: check.verdict }] : [],
  )
  const unmeasured = checks.flatMap(({ matter, verdict }) =>
    verdict.kind === 'undecided' ? [{ matter, because: verdict.because }] : [],
  )
  const excluded = [...unmeasured, ...leftOut]
  const requirement = requirementOf(target)
  const sums = sumUp(decided.map(({ verdict }) => reductionOf(verdict)))
  const counted = { target, sums, included: decided.length, excluded }
  if (sums === null || requirement === undefined) return { ...counted, met: false, shortfall: null, laggards: [] }
  const lacking = ({ before, after, ratio }: Reduction) =>
    satisfies(ratio, requirement) ? ZERO : distanceTo(before, after, requirement)
  const laggards = decided
    .map(({ matter, file, verdict, origin }) => {
      return { matter, file, origin: placeOf(verdict) ?? origin, shortfall: lacking(reductionOf(verdict)) }
    })
    .filter(({ shortfall }) => shortfall.num > 0n)
    .sort((a, b) => compare(b.shortfall, a.shortfall))
  const shortfall = lacking(sums)
  return {
    ...counted,
    met: satisfies(sums.ratio, requirement),
    shortfall: target.subject === 'time' ? shortfall : roundUp(shortfall),
    laggards,
  }
}

/** The line that says how long it takes now, where one does. */
function placeOf(verdict: DecidedVerdict): Origin | undefined {
  return verdict.subject === 'time' ? verdict.compression.after.rule?.origin : undefined
}

/** The sums of both sides with their cut; null where there is nothing to be divided by. */
function sumUp(reductions: readonly Reduction[]): Reduction | null {
  const before = reductions.reduce((sum, each) => add(sum, each.before), ZERO)
  const after = reductions.reduce((sum, each) => add(sum, each.after), ZERO)
  return before.num === 0n ? null : { before, after, ratio: compressionRatio(before, after) }
}
