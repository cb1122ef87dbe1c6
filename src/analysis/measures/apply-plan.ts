import { castDraft, current, type Draft } from 'immer'
import { compare, printRational, type Rational, rational } from '../../base/rational.ts'
import { convertToWorkdays } from '../../calendar/duration.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import { type Edit, editDefinition } from '../../model/edit.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { MEASURE_EFFECTS } from './measure-effects.ts'
import {
  type Allowance,
  allowances,
  lengthOf,
  measure,
  type PlanOptions,
  type PlanProblem,
  type PlanTarget,
  preparePlan,
} from './plan-problem.ts'
import { takeMeasures } from './take-measures.ts'

/** How a plan is written into a definition. */
export interface ApplyOptions extends PlanOptions {
  /** 施行: the day from which the new promise holds; the present one stays before it. Without it the promise is replaced. */
  readonly from?: string | undefined
}

/**
 * Writes a plan into the definition (采纳方案): the measures change it and are marked 已采取, and 承诺时限 becomes what the
 * flow then takes, in whole days where the target allows. Measured again it gives what the plan said; the inverse
 * patches give the old definition back.
 */
export function applyPlan(
  matter: Matter,
  { measures, target }: { readonly measures: readonly Measure[]; readonly target: PlanTarget },
  options: ApplyOptions = {},
): Edit<Matter> {
  const problem = preparePlan(matter, options)
  const { conversion } = problem.options
  const names = new Set(measures.map(({ name }) => name))
  return editDefinition(matter, (draft) => {
    for (const one of measures) {
      const before = current(draft)
      if (takeMeasures(before, [one], conversion) !== before) MEASURE_EFFECTS[one.kind].apply(draft, one, conversion)
    }
    for (const one of draft.measures) if (names.has(one.name)) one.taken = true
    promise(draft, problem, target, options.from)
  })
}

/** Sets the promise to what the flow takes now, unless the present promise is within the target and no longer than that. */
function promise(draft: Draft<Matter>, problem: PlanProblem, target: PlanTarget, from: string | undefined): void {
  const matter = current(draft)
  const { asOf, conversion } = problem.options
  const measuring = measure(problem, matter)
  const allowed = allowances(measuring, target) ?? []
  const rules = target.kind === 'cut' ? measuring.statutory().map(({ rule }) => rule) : []
  const promises = allowed.map((allowance, at) => ({
    workdays: promiseFor(lengthOf(measuring.pathIn(allowance.situations)), allowance),
    when: rules[at]?.when,
  }))
  const [first] = promises
  if (first === undefined) return
  const same = promises.every(({ workdays }) => compare(workdays, first.workdays) === 0)
  const inForce = limitsInForce(matter.promisedLimits, asOf)
  const [present] = inForce
  const presentDays = present && convertToWorkdays(present.limit, conversion)
  if (same && inForce.length === 1 && presentDays && compare(presentDays, first.workdays) <= 0) return
  const lines = (same ? [{ workdays: first.workdays, when: undefined }] : promises).map(
    ({ workdays, when }): TimeLimit => ({
      limit: { unit: 'workday', amount: printRational(workdays) },
      ...(from === undefined ? {} : { from }),
      ...(when === undefined ? {} : { when }),
      sources: [],
      notes: [],
    }),
  )
  const kept =
    from === undefined ? matter.promisedLimits.filter((line) => !inForce.includes(line)) : matter.promisedLimits
  draft.promisedLimits = castDraft([...kept, ...lines])
}

/** The whole days that a path takes, or the half days where whole ones would miss the target. Unit: workdays. */
function promiseFor({ num, den }: Rational, { allowed }: Allowance): Rational {
  const whole = rational((num + den - 1n) / den)
  return compare(whole, allowed) <= 0 ? whole : rational((num * 2n + den - 1n) / den, 2n)
}
