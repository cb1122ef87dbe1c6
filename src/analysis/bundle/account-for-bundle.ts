import { type Rational, ZERO } from '../../base/rational.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { findProvisional } from '../../calendar/known-days.ts'
import { addWorkdays } from '../../calendar/workdays.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { ALWAYS } from '../../graph/decision-diagram.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { scheduleWorstCase } from '../../graph/schedule.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { type BundleTarget, judgeBundleTarget } from '../judge-bundle-target.ts'
import { type BundlingOptions, bundleMatters } from './bundle-matters.ts'
import type { BundledMatter } from './bundle-parts.ts'
import { type BundleMeasuring, measureBundle, type SelectionMeasure } from './measure-bundle.ts'
import { listSelections } from './selections.ts'

/** How a bundle is accounted for. */
export interface BundleAccountOptions extends BundleMeasuring, BundlingOptions {
  /** The day of the application, `YYYY-MM-DD`, and the calendar: then every step has its dates. */
  readonly start?: { readonly date: string; readonly calendar: Calendar } | undefined
}

/** One step of the bundle on the way to its end (环节的排期). */
export interface BundleStep {
  readonly name: string
  /** Unit: workdays since the application. */
  readonly start: Rational
  readonly end: Rational
  readonly critical: boolean
  /** The day on which it ends, counted from the day after the application; absent where no start was given. */
  readonly endsOn?: string
  /** That day rests on a year whose holidays are not published yet (暂定). */
  readonly provisional?: true
}

/** Everything that people ask of a bundle (一件事总账): what it is made of, one combination in full, and all of them in short. */
export interface BundleAccount {
  readonly bundle: Bundle
  readonly bundled: BundledMatter
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf: string | undefined
  /** Every combination that the known facts leave open, the largest first. */
  readonly selections: readonly SelectionMeasure[]
  /** The first of them; undefined where no component takes part. */
  readonly chosen: SelectionMeasure | undefined
  /** What came of its 目标, whatever is known of the applicant: as `zw verify` says. */
  readonly targets: readonly BundleTarget[]
  /** Its steps, those that are not done left out. */
  readonly steps: readonly BundleStep[]
}

/** Makes the account of a bundle (一件事总账). */
export function accountForBundle(
  bundle: Bundle,
  matters: ReadonlyMap<string, Matter>,
  options: BundleAccountOptions = {},
): BundleAccount {
  const bundled = bundleMatters(bundle, matters, options)
  const selections = measureBundle(bundle, bundled, matters, options)
  const isForOne = bundle.targets.length > 0 && options.facts !== undefined
  const all = isForOne ? measureBundle(bundle, bundled, matters, { ...options, facts: undefined }) : selections
  return {
    bundle,
    bundled,
    asOf: options.asOf,
    selections,
    chosen: selections[0],
    targets: bundle.targets.flatMap((target) => judgeBundleTarget(bundle, all, target) ?? []),
    steps: schedule(bundle, bundled, options),
  }
}

function schedule(
  bundle: Bundle,
  { matter }: BundledMatter,
  { conversion = DEFAULT_CONVERSION, facts, start }: BundleAccountOptions,
): readonly BundleStep[] {
  const { graph } = buildGraph(matter)
  const space = matterSituations(matter, graph)
  const within = facts === undefined ? ALWAYS : space.given(facts)
  const [chosen] = listSelections(bundle, () => space, within)
  if (chosen === undefined) return []
  const drawn = scheduleWorstCase(graph, { conversion, situations: { space: () => space, within: chosen.situations } })
  const first = start === undefined ? undefined : parseCivilDate(start.date)
  return (drawn?.steps ?? []).map(({ name, start: from, end, critical }) => {
    const step = { name, start: from, end, critical }
    if (first?.ok !== true || start === undefined) return step
    const day = addWorkdays(start.calendar, first.value, whole(end))
    if (day === undefined) return step
    const unsettled = findProvisional(start.calendar, [{ from: first.value + 1, to: day }])
    return { ...step, endsOn: printCivilDate(day), ...(unsettled !== undefined && { provisional: true as const }) }
  })
}

/** A part of a working day is over when the day is. */
function whole({ num, den }: Rational): number {
  return Number(num % den === 0n ? num / den : num / den + 1n)
}

/** The length of the schedule (排期总长). Unit: workdays. */
export function lengthOf(steps: readonly BundleStep[]): Rational {
  return steps.reduce((longest, { end }) => (end.num * longest.den > longest.num * end.den ? end : longest), ZERO)
}
