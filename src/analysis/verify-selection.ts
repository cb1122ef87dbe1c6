import { requireDate } from '../calendar/require-date.ts'
import type { SelectionTarget } from '../model/selection-target.ts'
import { inForceOn, type MeasurableMatter } from './matter-report.ts'
import { isSelected } from './select-matters.ts'
import { type Excluded, type SumCheck, verifySum } from './verify-sum.ts'
import { checkTargets, type TargetCheck, type TargetOptions, type TargetTally, tally } from './verify-targets.ts'

/** A 目标 over several matters with what came out of it (一批事项的目标核验). */
export interface SelectionCheck extends TargetTally {
  readonly target: SelectionTarget
  readonly file: string | undefined
  /** Lines of it have errors: what they ask was not verified, so that nobody may take it for met. */
  readonly isFaulty: boolean
  /** How many matters there were to choose from, and how many of them were chosen and are in force. */
  readonly among: number
  readonly selected: number
  /** Chosen, but not in force on the day: nothing is asked of them. */
  readonly leftOut: readonly Excluded[]
  /** 每项: every target of every chosen matter. */
  readonly each: readonly TargetCheck[]
  /** 合计: every target of the sum. */
  readonly total: readonly SumCheck[]
}

/** A 目标 over several matters with the file that it stands in. */
export interface WrittenSelectionTarget {
  readonly target: SelectionTarget
  readonly file?: string | undefined
  /** Lines of it have errors. */
  readonly isFaulty?: boolean | undefined
}

/**
 * Verifies targets over several matters, each on those that its 范围 chooses, with exact numbers. One that chooses none is
 * undecided: nobody may take it for met.
 */
export function verifySelections(
  targets: Iterable<WrittenSelectionTarget>,
  measurables: Iterable<MeasurableMatter>,
  options: TargetOptions = {},
): readonly SelectionCheck[] {
  requireDate(options.asOf)
  const all = [...measurables]
  return Array.from(targets, (target) => verifySelection(target, all, options))
}

function verifySelection(
  { target, file, isFaulty = false }: WrittenSelectionTarget,
  all: readonly MeasurableMatter[],
  options: TargetOptions,
): SelectionCheck {
  const leftOut: Excluded[] = []
  const chosen = all.filter(({ matter }) => {
    if (!isSelected(matter, target.selection)) return false
    const because = inForceOn(matter, options.asOf)
    if (because !== 'inForce') leftOut.push({ matter: matter.name, because: { because } })
    return because === 'inForce'
  })
  // Each matter is measured once for all that is asked.
  const asked = [...target.each, ...target.total]
  const checked = chosen.map((measurable) => checkTargets(measurable, asked, options))
  const each = checked.flatMap((checks) => checks.slice(0, target.each.length))
  const total = target.total.map((sum, index) =>
    verifySum(
      sum,
      checked.flatMap((checks) => checks[target.each.length + index] ?? []),
      leftOut,
    ),
  )
  const sums = {
    met: total.filter(({ met }) => met).length,
    missed: total.filter(({ met, sums: counted }) => !met && counted !== null).length,
    undecided: total.filter(({ sums: counted }) => counted === null).length,
  }
  const own = tally(each)
  return {
    target,
    file,
    isFaulty,
    among: all.length,
    selected: chosen.length,
    leftOut,
    each,
    total,
    met: own.met + sums.met,
    missed: own.missed + sums.missed,
    // Without a matter nothing was asked of any; without a line that can be read nothing was asked.
    undecided: chosen.length === 0 ? 1 : own.undecided + sums.undecided + (isFaulty || asked.length === 0 ? 1 : 0),
  }
}
