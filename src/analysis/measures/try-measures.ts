import { compare, ONE, type Rational, subtract } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { accountsFor, type LongChain } from './account-for.ts'
import type { Attempt, MeasureProblem } from './measure-trial.ts'
import { allowances, costOf, measure, type PlanProblem, type PlanTarget } from './plan-problem.ts'
import { createClashFinder, takeMeasure } from './take-measures.ts'

/** The choice among the measures that can be taken, by number, each set tried out once at most (试行). */
export function measureProblem(problem: PlanProblem, target: PlanTarget): MeasureProblem<LongChain> {
  const { usable, matter, options } = problem
  const numbers = new Map(usable.map(({ name }, number) => [name, number]))
  const numbersOf = (names: readonly string[]) => names.flatMap((name) => numbers.get(name) ?? [])
  const excludes = usable.map(({ excludes: names }) => new Set(numbersOf(names)))
  for (const [number, others] of excludes.entries()) for (const other of others) excludes[other]?.add(number)
  const findClash = createClashFinder(matter, options.conversion)
  const versionWith = createVersions(problem)
  const tried = new Map<string, Attempt<LongChain>>()
  return {
    costs: usable.map(costOf),
    requires: usable.map(({ requires }) => numbersOf(requires)),
    excludes: excludes.map((others) => [...others]),
    nodes: options.nodes,
    attempt(chosen) {
      const key = chosen.join()
      const known = tried.get(key) ?? tryOut(problem, target, chosen, { findClash, versionWith })
      tried.set(key, known)
      return known
    },
  }
}

/** The measures of a choice, in the order of the matter. */
export function measuresOf({ usable }: PlanProblem, chosen: readonly number[]): readonly Measure[] {
  return usable.filter((_, number) => chosen.includes(number))
}

interface Trial {
  readonly findClash: ReturnType<typeof createClashFinder>
  readonly versionWith: ReturnType<typeof createVersions>
}

/** The matter with measures taken one after the other; what many sets begin with is done once. */
function createVersions({ matter, usable, options }: PlanProblem) {
  const versions = new Map<string, Matter | undefined>([['', matter]])
  return function versionWith(chosen: readonly number[]): Matter | undefined {
    const key = chosen.join()
    if (versions.has(key)) return versions.get(key)
    const before = versionWith(chosen.slice(0, -1))
    const one = usable[chosen.at(-1) ?? -1]
    const after = before && one && takeMeasure(before, one, options.conversion)
    versions.set(key, after)
    return after
  }
}

/** Takes a set of measures and looks for the situation that misses the target by most. */
function tryOut(
  problem: PlanProblem,
  target: PlanTarget,
  chosen: readonly number[],
  { findClash, versionWith }: Trial,
): Attempt<LongChain> {
  const { matter, options, usable } = problem
  const taken = measuresOf(problem, chosen)
  const after = versionWith(chosen)
  const worst = after && worstMiss(problem, after, target)
  if (worst === undefined) {
    const clash = findClash(taken)
    if (clash !== undefined) return { kind: 'clash', clash: clash.map((one) => usable.indexOf(one)) }
    return after === undefined ? { kind: 'clash', clash: chosen } : { kind: 'met' }
  }
  const { path, allowed } = worst
  const [chain, rest] = accountsFor({ path, allowed, chosen: new Set(chosen) }, matter, usable, options.conversion)
  if (!problem.rivalEnds) return { kind: 'missed', accounts: [chain, rest] }
  // Where the first of several ends counts, a measure beside the chain can end the case sooner by any time.
  const others = [...usable.keys()].filter((number) => !chosen.includes(number))
  const savings = others.map((number) => ({ measure: number, part: '', workdays: ONE }))
  return { kind: 'missed', accounts: [{ ...rest, kind: 'others', need: ONE, savings }] }
}

function worstMiss(problem: PlanProblem, after: Matter, target: PlanTarget) {
  const measuring = measure(problem, after)
  let worst: { readonly path: PathResult; readonly allowed: Rational; readonly excess: Rational } | undefined
  for (const { situations, allowed } of allowances(measuring, target) ?? []) {
    const path = measuring.pathIn(situations)
    if (path === undefined) continue
    const excess = subtract(path.workdays, allowed)
    if (excess.num > 0n && (worst === undefined || compare(excess, worst.excess) > 0)) worst = { path, allowed, excess }
  }
  return worst
}
