import { compare, ONE, type Rational, subtract } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { accountsFor, type LongChain } from './account-for.ts'
import {
  type Account,
  type Attempt,
  type Choice,
  chooseMeasures,
  type MeasureProblem,
  neededAccounts,
  type Saving,
} from './choose-measures.ts'
import {
  allowances,
  costOf,
  lengthOf,
  longestPath,
  measure,
  type PlanOptions,
  type PlanProblem,
  type PlanTarget,
  preparePlan,
  type RefusedMeasure,
  takeMeasures,
} from './plan-problem.ts'

/**
 * One line of the proof (证明的一行): a chain that is too long, and what each measure can save on each part of it at most.
 * Of several measures on one part the best counts.
 */
export interface ProofLine {
  readonly kind: Account<LongChain>['kind']
  readonly chain: LongChain
  /** What must be saved on the chain. Unit: workdays; for `others` so many measures. */
  readonly need: Rational
  readonly savings: readonly {
    readonly measure: Measure
    /** A step, or the steps that a 并联 lets overlap. */
    readonly part: string
    /** Unit: workdays. */
    readonly workdays: Rational
  }[]
}

/** The cheapest measures that reach a target, with the proof (压减方案), or why none do. */
export type Plan = PlanAnswer & {
  readonly target: PlanTarget
  /** Over all situations before and after. Unit: workdays. */
  readonly before: Rational
  readonly refused: readonly RefusedMeasure[]
  /** Whatever reaches the target satisfies every line; no cheaper set does (or no set at all). */
  readonly proof: readonly ProofLine[]
}

/** How a plan ends. */
export type PlanAnswer =
  | {
      readonly status: 'optimal' | 'already-met' | 'best-known'
      /** In the order of the matter. */
      readonly measures: readonly Measure[]
      readonly cost: Rational
      readonly lowerBound: Rational
      /** The matter with the measures taken, its promise as it was. */
      readonly after: Matter
      readonly path: PathResult | undefined
    }
  | {
      readonly status: 'infeasible'
      /** With every measure that can be taken: how short it can get, and the chain that stands in the way. */
      readonly shortest: PathResult | undefined
    }
  /** The share of a limit is asked for, and a situation has no statutory limit. */
  | { readonly status: 'no-baseline' }
  /** The work limit was met before an answer. */
  | { readonly status: 'open'; readonly lowerBound: Rational }

/**
 * Plans the cheapest set of 优化措施 that brings a matter to a target in every situation, with its proof.
 *
 * Unit: workdays for time; cost in the unit of the matter's measures.
 */
export function planMatter(matter: Matter, target: PlanTarget, options: PlanOptions = {}): Plan {
  return planFrom(preparePlan(matter, options), target, [], true).plan
}

/** Plans with accounts of an easier target to start from; making the proof short takes time of its own. */
export function planFrom(
  problem: PlanProblem,
  target: PlanTarget,
  known: readonly Account<LongChain>[] = [],
  shortProof = false,
): { readonly plan: Plan; readonly accounts: readonly Account<LongChain>[] } {
  const { matter, refused } = problem
  const now = measure(problem, matter)
  const before = lengthOf(longestPath(now))
  const common = { target, before, refused }
  if (allowances(now, target) === undefined)
    return { plan: { status: 'no-baseline', proof: [], ...common }, accounts: [] }
  const tried = new Map<string, Attempt<LongChain>>()
  const trial = measureProblem(problem, target, tried)
  const choice = chooseMeasures(trial, known)
  const proof = (shortProof ? neededAccounts(trial, choice) : choice.accounts).map((account) =>
    proofLine(problem, account),
  )
  return { plan: { ...answerOf(problem, choice), proof, ...common }, accounts: choice.accounts }
}

function answerOf(problem: PlanProblem, choice: Choice<LongChain>): PlanAnswer {
  const { matter, options, usable } = problem
  if (choice.kind === 'open') return { status: 'open', lowerBound: choice.lowerBound }
  if (choice.kind === 'impossible') {
    const shortest = longestPath(measure(problem, takeMeasures(matter, usable, options.conversion)))
    return { status: 'infeasible', shortest }
  }
  const { chosen, cost, lowerBound } = choice
  const measures = usable.filter((_, number) => chosen.includes(number))
  const after = takeMeasures(matter, measures, options.conversion)
  const proven = compare(lowerBound, cost) === 0
  const status = !proven ? 'best-known' : measures.length === 0 ? 'already-met' : 'optimal'
  return { status, measures, cost, lowerBound, after, path: longestPath(measure(problem, after)) }
}

function measureProblem(
  problem: PlanProblem,
  target: PlanTarget,
  tried: Map<string, Attempt<LongChain>>,
): MeasureProblem<LongChain> {
  const { usable } = problem
  const numbers = new Map(usable.map(({ name }, number) => [name, number]))
  const numbersOf = (names: readonly string[]) => names.flatMap((name) => numbers.get(name) ?? [])
  const excludes = usable.map(({ excludes: names }) => new Set(numbersOf(names)))
  excludes.forEach((others, number) => {
    for (const other of others) excludes[other]?.add(number)
  })
  return {
    costs: usable.map(costOf),
    requires: usable.map(({ requires }) => numbersOf(requires)),
    excludes: excludes.map((others) => [...others]),
    attempt(chosen) {
      const key = chosen.join()
      const known = tried.get(key) ?? tryOut(problem, target, chosen)
      tried.set(key, known)
      return known
    },
  }
}

/** Takes a set of measures and looks for the situation that misses the target by most. */
function tryOut(problem: PlanProblem, target: PlanTarget, chosen: readonly number[]): Attempt<LongChain> {
  const { matter, options, usable } = problem
  const taken = usable.filter((_, number) => chosen.includes(number))
  const measuring = measure(problem, takeMeasures(matter, taken, options.conversion))
  let worst: { readonly path: PathResult; readonly allowed: Rational; readonly excess: Rational } | undefined
  for (const { situations, allowed } of allowances(measuring, target) ?? []) {
    const path = measuring.pathIn(situations)
    if (path === undefined) continue
    const excess = subtract(path.workdays, allowed)
    if (excess.num > 0n && (worst === undefined || compare(excess, worst.excess) > 0)) worst = { path, allowed, excess }
  }
  if (worst === undefined) return { met: true }
  const { path, allowed } = worst
  const [chain, rest] = accountsFor({ path, allowed, chosen: new Set(chosen) }, matter, usable, options.conversion)
  if (!problem.rivalEnds) return { met: false, accounts: [chain, rest] }
  // Where the first of several ends counts, a measure beside the chain can end the case sooner by any time.
  const others = [...usable.keys()].filter((number) => !chosen.includes(number))
  const savings = others.map((number): Saving => ({ measure: number, part: '', workdays: ONE }))
  return { met: false, accounts: [{ ...rest, kind: 'others', need: ONE, savings }] }
}

function proofLine({ usable }: PlanProblem, { kind, reason, need, savings }: Account<LongChain>): ProofLine {
  return {
    kind,
    chain: reason,
    need,
    savings: savings.flatMap(({ measure: number, part, workdays }) => {
      const one = usable[number]
      return one === undefined ? [] : [{ measure: one, part, workdays }]
    }),
  }
}
