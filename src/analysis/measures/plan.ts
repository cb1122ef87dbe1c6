import { compare, type Rational } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { LongChain } from './account-for.ts'
import { type Choice, chooseMeasures, UNTAUGHT } from './choose-measures.ts'
import type { Account, Clash, Learnt } from './measure-trial.ts'
import { neededLines } from './needed-lines.ts'
import {
  allowances,
  lengthOf,
  longestPath,
  measure,
  type PlanOptions,
  type PlanProblem,
  type PlanTarget,
  preparePlan,
  type RefusedMeasure,
} from './plan-problem.ts'
import { takeMeasures } from './take-measures.ts'
import { measureProblem, measuresOf } from './try-measures.ts'

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
  /**
   * The measures that the proof says cannot be taken together, because no flow can be written with them (不能同时采取): two
   * of which no plan takes both, or the whole of a larger set that no plan takes just so.
   */
  readonly clashes: readonly (readonly Measure[])[]
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
  return withProof(planFrom(preparePlan(matter, options), target))
}

/** A plan whose proof is not written yet. */
export interface DraftPlan {
  readonly plan: PlanAnswer & Common
  readonly problem: PlanProblem
  readonly learnt: Learnt<LongChain>
  /** What of it the answer rests on; takes time of its own. */
  readonly needed: () => Learnt<LongChain>
}

type Common = Pick<Plan, 'target' | 'before' | 'refused'>

/** Plans with what an easier target has taught to start from. */
export function planFrom(problem: PlanProblem, target: PlanTarget, known: Learnt<LongChain> = UNTAUGHT): DraftPlan {
  const { matter, refused } = problem
  const now = measure(problem, matter)
  const before = lengthOf(longestPath(now))
  const common: Common = { target, before, refused }
  if (allowances(now, target) === undefined)
    return { plan: { status: 'no-baseline', ...common }, problem, learnt: UNTAUGHT, needed: () => UNTAUGHT }
  const trial = measureProblem(problem, target)
  const choice = chooseMeasures(trial, known)
  const { learnt } = choice
  return {
    plan: { ...answerOf(problem, choice), ...common },
    problem,
    learnt,
    needed: () => neededLines(trial, choice),
  }
}

/** Writes the proof of a plan, as short as can be. */
export function withProof({ plan, problem, needed }: DraftPlan): Plan {
  const { accounts, clashes } = needed()
  const proof = accounts.map((account) => proofLine(problem, account))
  return { ...plan, proof, clashes: clashes.map((clash: Clash) => measuresOf(problem, clash)) }
}

function answerOf(problem: PlanProblem, choice: Choice<LongChain>): PlanAnswer {
  const { matter, options, usable } = problem
  if (choice.kind === 'open') return { status: 'open', lowerBound: choice.lowerBound }
  if (choice.kind === 'impossible') {
    const shortest = longestPath(measure(problem, takeMeasures(matter, usable, options.conversion)))
    return { status: 'infeasible', shortest }
  }
  const { chosen, cost, lowerBound } = choice
  const measures = measuresOf(problem, chosen)
  const after = takeMeasures(matter, measures, options.conversion)
  const proven = compare(lowerBound, cost) === 0
  const status = !proven ? 'best-known' : measures.length === 0 ? 'already-met' : 'optimal'
  return { status, measures, cost, lowerBound, after, path: longestPath(measure(problem, after)) }
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
