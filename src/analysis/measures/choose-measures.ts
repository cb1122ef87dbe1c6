import { add, compare, max, multiply, type Rational, rational, ZERO } from '../../base/rational.ts'
import { type Cover, type CoverProblem, cheapestCover, LARGEST_NUMBER, type SavingRow } from './cheapest-cover.ts'

/** What a measure saves on one part of a chain: a step, or the overlap of steps that it lets run side by side. */
export interface Saving {
  readonly measure: number
  readonly part: string
  /** Unit: workdays. */
  readonly workdays: Rational
}

/**
 * Why a set of measures misses the target: a chain of steps that is too long by `need`, and what each measure can save
 * on it at most; of several measures on one part the best counts. Whatever reaches the target satisfies it, so it is a
 * line of the proof.
 */
export interface Account<R> {
  /**
   * `chain`: before any measure. `rest`: the chain as it is with some measures taken, and what others can still save.
   * `others`: only that one more measure is needed than were tried, whatever it saves.
   */
  readonly kind: 'chain' | 'rest' | 'others'
  readonly need: Rational
  readonly savings: readonly Saving[]
  readonly reason: R
}

/** Whether a set of measures reaches the target. */
export type Attempt<R> =
  | { readonly met: true }
  | { readonly met: false; readonly accounts: readonly [Account<R>, ...Account<R>[]] }

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
  /** The work limit was met before any set reached the target, or a number is too large to reckon with. */
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
  if (scale === undefined) return { kind: 'open', lowerBound: ZERO, accounts }
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
    const cover = cheapestCover(coverProblem(problem, accounts, scale))
    if (cover === undefined) return { kind: 'impossible', accounts }
    const attempt = problem.attempt(cover.chosen)
    if (attempt.met) {
      const cost = sumOf(cover.chosen.map((measure) => problem.costs[measure] ?? ZERO))
      const lowerBound = cover.lowerBound === cover.cost ? cost : boundOf(cover, scale)
      return {
        kind: 'chosen',
        chosen: cover.chosen,
        cost,
        lowerBound,
        accounts,
      }
    }
    accounts.push(
      attempt.accounts.find((account) => rulesOut(account, cover.chosen)) ?? othersNeeded(problem, attempt, cover),
    )
  }
  const cover = cheapestCover(coverProblem(problem, accounts, scale))
  return { kind: 'open', lowerBound: cover === undefined ? ZERO : boundOf(cover, scale), accounts }
}

/** A bound in the unit of the costs, without what the number of measures adds to it. */
function boundOf({ lowerBound }: Cover, { costs, whole }: CostScale): Rational {
  const bound = lowerBound - costs.length
  return bound > 0 ? rational(bound, whole) : ZERO
}

/** Costs as whole numbers, times so much that a measure more decides between equal costs. */
interface CostScale {
  readonly costs: readonly number[]
  readonly whole: bigint
}

/** Undefined where a cost is too large. */
function costScale({ costs }: { readonly costs: readonly Rational[] }): CostScale | undefined {
  const whole = commonDenominator(costs) * BigInt(costs.length + 1)
  const scaled = costs.map(({ num, den }) => Number((num * whole) / den + 1n))
  return scaled.every((cost) => cost <= LARGEST_NUMBER) ? { costs: scaled, whole } : undefined
}

function coverProblem<R>(problem: MeasureProblem<R>, accounts: readonly Account<R>[], scale: CostScale): CoverProblem {
  return { ...problem, costs: scale.costs, rows: accounts.map(wholeRow) }
}

function wholeRow({ need, savings }: Account<unknown>): SavingRow {
  const denominator = commonDenominator([need, ...savings.map(({ workdays }) => workdays)])
  const whole = ({ num, den }: Rational) => Number((num * denominator) / den)
  const parts = new Map<string, number>()
  return {
    need: whole(need),
    savings: savings.map(({ measure, part: name, workdays }) => {
      const part = parts.get(name) ?? parts.size
      parts.set(name, part)
      return { measure, part, saving: whole(workdays) }
    }),
  }
}

function rulesOut({ need, savings }: Account<unknown>, chosen: readonly number[]): boolean {
  const best = new Map<string, Rational>()
  for (const { measure, part, workdays } of savings) {
    if (chosen.includes(measure)) best.set(part, max(best.get(part) ?? ZERO, workdays))
  }
  return compare(sumOf([...best.values()]), need) < 0
}

/** What always holds, since measures never lengthen: a set that misses needs at least one more. */
function othersNeeded<R>(
  { costs }: MeasureProblem<R>,
  { accounts: [account] }: { readonly accounts: readonly [Account<R>, ...Account<R>[]] },
  { chosen }: Cover,
): Account<R> {
  const one = rational(1)
  const others = [...costs.keys()].filter((measure) => !chosen.includes(measure))
  const savings = others.map((measure): Saving => ({ measure, part: '', workdays: one }))
  return { kind: 'others', need: one, savings, reason: account.reason }
}

/** The accounts without those that an answer does not rest on, so that the proof is short enough to be read. */
export function neededAccounts<R>(problem: MeasureProblem<R>, choice: Choice<R>): readonly Account<R>[] {
  if (choice.kind === 'open' || (choice.kind === 'chosen' && compare(choice.lowerBound, choice.cost) < 0))
    return choice.accounts
  const scale = costScale(problem)
  if (scale === undefined) return choice.accounts
  const costOf = (accounts: readonly Account<R>[]) => cheapestCover(coverProblem(problem, accounts, scale))?.cost
  const answer = costOf(choice.accounts)
  let kept = choice.accounts
  for (const account of choice.accounts) {
    const without = kept.filter((other) => other !== account)
    if (costOf(without) === answer) kept = without
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
