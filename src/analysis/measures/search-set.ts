import { compare, leastCommonMultiple, max, type Rational, sumOf, ZERO } from '../../base/rational.ts'
import { type CoverLimits, type CoverResult, cheapestCover, type Lesson } from './cheapest-cover.ts'
import { LARGEST_NUMBER, type SavingRow } from './cover-problem.ts'
import type { Account, Clash, Learnt, MeasureProblem } from './measure-trial.ts'

/** Costs as whole numbers, times so much that a measure more decides between equal costs. */
export interface CostScale {
  readonly costs: readonly number[]
  readonly whole: bigint
}

/** Undefined where a cost is too large. */
export function costScale(costs: readonly Rational[]): CostScale | undefined {
  const whole = commonDenominator(costs) * BigInt(costs.length + 1)
  const scaled = costs.map(({ num, den }) => Number((num * whole) / den + 1n))
  return scaled.every((cost) => cost <= LARGEST_NUMBER) ? { costs: scaled, whole } : undefined
}

/** Searches the cheapest set of measures by what is learnt, and by what trying sets adds to it. */
export function searchSet<R>(
  { requires, excludes: given }: MeasureProblem<R>,
  { costs }: CostScale,
  { accounts, clashes }: Learnt<R>,
  limits: CoverLimits,
  learn: (chosen: readonly number[]) => Lesson | undefined,
): CoverResult {
  const excludes = given.map((others) => [...others])
  for (const [one, other] of pairsOf(clashes)) {
    excludes[one]?.push(other)
    excludes[other]?.push(one)
  }
  const sets = clashes.filter((clash) => clash.length > 2)
  return cheapestCover(
    { costs, requires, excludes },
    accounts.map(wholeRow),
    (chosen) => (sets.some((clash) => speaksAgainst(clash, chosen)) ? lessonOf([], []) : learn(chosen)),
    limits,
  )
}

/** What accounts and clashes teach a search. */
export function lessonOf(accounts: readonly Account<unknown>[], clashes: readonly Clash[]): Lesson {
  return { rows: accounts.map(wholeRow), apart: pairsOf(clashes) }
}

/** Whether a set does not satisfy an account. */
export function rulesOut({ need, savings }: Account<unknown>, chosen: readonly number[]): boolean {
  const best = new Map<string, Rational>()
  for (const { measure, part, workdays } of savings) {
    if (chosen.includes(measure)) best.set(part, max(best.get(part) ?? ZERO, workdays))
  }
  return compare(sumOf([...best.values()]), need) < 0
}

/** Whether a set holds two measures that clash, or is the larger set that cannot be taken. */
export function speaksAgainst(clash: Clash, chosen: readonly number[]): boolean {
  if (clash.length > 2 && clash.length !== chosen.length) return false
  return clash.every((measure) => chosen.includes(measure))
}

function pairsOf(clashes: readonly Clash[]): readonly (readonly [number, number])[] {
  return clashes.flatMap(([one, other, third]) =>
    one === undefined || other === undefined || third !== undefined ? [] : [[one, other] as const],
  )
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

function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((common, { den }) => leastCommonMultiple(common, den), 1n)
}
