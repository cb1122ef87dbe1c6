import { add, multiply, type Rational, rational, subtract, ZERO } from '../../base/rational.ts'
import { type Cover, type CoverProblem, cheapestCover, type SavingRow } from './cheapest-cover.ts'

/**
 * Why a set of measures misses the target: a chain of steps that is too long by `need` even before any measure, and what
 * each measure can save on it at most. Whatever is chosen must satisfy it, so it is a line of the proof.
 */
export interface Account<R> {
  /** `others`: only that one more measure is needed than were tried, whatever it saves. */
  readonly kind: 'chain' | 'others'
  readonly need: Rational
  /** By the number of the measure. */
  readonly savings: ReadonlyMap<number, Rational>
  readonly reason: R
}

/** Whether a set of measures reaches the target. */
export type Attempt<R> = { readonly met: true } | { readonly met: false; readonly account: Account<R> }

/** Measures with costs and conditions, and a way of trying out a set of them. Measures must not lengthen anything. */
export interface MeasureProblem<R> {
  readonly costs: readonly Rational[]
  readonly requires: readonly (readonly number[])[]
  readonly excludes: readonly (readonly number[])[]
  readonly attempt: (chosen: readonly number[]) => Attempt<R>
}

/** The cheapest set that reaches the target, or that none does; the accounts prove it. */
export type Choice<R> =
  | {
      readonly kind: 'chosen'
      readonly chosen: readonly number[]
      readonly cost: Rational
      /** Below `cost` only where the search was broken off. */
      readonly lowerBound: Rational
      readonly accounts: readonly Account<R>[]
    }
  | { readonly kind: 'impossible'; readonly accounts: readonly Account<R>[] }
  /** The work limit was met before any set reached the target. */
  | { readonly kind: 'open'; readonly lowerBound: Rational; readonly accounts: readonly Account<R>[] }

/** Sets tried after which the search is given up. */
const MOST_ATTEMPTS = 2_000

/**
 * Chooses measures by trial: take the cheapest set that no account rules out, try it, and if it misses the target
 * learn the account of the chain that is too long. The first set that reaches the target is the cheapest one, because
 * every account holds for every set that reaches it (implicit hitting sets with weighted rows).
 *
 * Literature: Moreno-Centeno, Karp, "The implicit hitting set approach", Operations Research 61 (2013).
 *
 * @param known accounts from an easier target of the same problem, to start with
 */
export function chooseMeasures<R>(problem: MeasureProblem<R>, known: readonly Account<R>[] = []): Choice<R> {
  const accounts: Account<R>[] = [...known]
  const scale = costScale(problem)
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    const cover = cheapestCover(coverProblem(problem, accounts, scale))
    if (cover === undefined) return { kind: 'impossible', accounts: needed(problem, accounts, scale, undefined) }
    const attempt = problem.attempt(cover.chosen)
    if (attempt.met) {
      const cost = sumOf(cover.chosen.map((measure) => problem.costs[measure] ?? ZERO))
      const lowerBound = cover.lowerBound === cover.cost ? cost : boundOf(cover, scale)
      return {
        kind: 'chosen',
        chosen: cover.chosen,
        cost,
        lowerBound,
        accounts: needed(problem, accounts, scale, cover),
      }
    }
    accounts.push(rulesOut(attempt.account, cover.chosen) ? attempt.account : othersNeeded(problem, attempt, cover))
  }
  const cover = cheapestCover(coverProblem(problem, accounts, scale))
  return { kind: 'open', lowerBound: cover === undefined ? ZERO : boundOf(cover, scale), accounts }
}

/** A bound in the unit of the costs, without what the number of measures adds to it. */
function boundOf({ lowerBound }: Cover, { costs, whole }: CostScale): Rational {
  const bound = lowerBound - BigInt(costs.length)
  return bound > 0n ? rational(bound, whole) : ZERO
}

/** Costs as whole numbers, times so much that a measure more decides between equal costs. */
interface CostScale {
  readonly costs: readonly bigint[]
  readonly whole: bigint
}

function costScale({ costs }: { readonly costs: readonly Rational[] }): CostScale {
  const denominator = commonDenominator(costs)
  const whole = denominator * BigInt(costs.length + 1)
  return { costs: costs.map(({ num, den }) => (num * whole) / den + 1n), whole }
}

function coverProblem<R>(problem: MeasureProblem<R>, accounts: readonly Account<R>[], scale: CostScale): CoverProblem {
  return { ...problem, costs: scale.costs, rows: accounts.map(wholeRow) }
}

function wholeRow({ need, savings }: Account<unknown>): SavingRow {
  const denominator = commonDenominator([need, ...savings.values()])
  const whole = ({ num, den }: Rational) => (num * denominator) / den
  return { need: whole(need), savings: new Map([...savings].map(([measure, saving]) => [measure, whole(saving)])) }
}

function rulesOut({ need, savings }: Account<unknown>, chosen: readonly number[]): boolean {
  const saved = sumOf(chosen.map((measure) => savings.get(measure) ?? ZERO))
  return subtract(need, saved).num > 0n
}

/** What always holds, since measures never lengthen: a set that misses needs at least one more. */
function othersNeeded<R>(
  { costs }: MeasureProblem<R>,
  { account }: { readonly account: Account<R> },
  { chosen }: Cover,
): Account<R> {
  const one = rational(1)
  const others = [...costs.keys()].filter((measure) => !chosen.includes(measure))
  return {
    kind: 'others',
    need: one,
    savings: new Map(others.map((measure) => [measure, one])),
    reason: account.reason,
  }
}

/** The accounts without those that the answer does not rest on, so that the proof is short enough to be read. */
function needed<R>(
  problem: MeasureProblem<R>,
  accounts: readonly Account<R>[],
  scale: CostScale,
  answer: Cover | undefined,
): readonly Account<R>[] {
  if (answer !== undefined && answer.lowerBound < answer.cost) return accounts
  let kept = accounts
  for (const account of accounts) {
    const without = kept.filter((other) => other !== account)
    const cover = cheapestCover(coverProblem(problem, without, scale))
    const same = answer === undefined ? cover === undefined : cover?.cost === answer.cost
    if (same) kept = without
  }
  return kept
}

function sumOf(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO)
}

function commonDenominator(values: Iterable<Rational>): bigint {
  let denominator = 1n
  for (const { den } of values) denominator *= multiply(rational(denominator), rational(1n, den)).den
  return denominator
}
