import { ONE, type Rational, rational, sumOf, ZERO } from '../../base/rational.ts'
import type { Account, Clash, Learnt, MeasureProblem } from './measure-trial.ts'
import { type CostScale, costScale, lessonOf, rulesOut, searchSet } from './search-set.ts'

/** The cheapest set that reaches the target, or that none does; what was learnt proves it. */
export type Choice<R> = { readonly learnt: Learnt<R> } & (
  | {
      readonly kind: 'chosen'
      readonly chosen: readonly number[]
      readonly cost: Rational
      /** Below `cost` only where the search was broken off. */
      readonly lowerBound: Rational
    }
  | { readonly kind: 'impossible' }
  /** The work limit was met before any set reached the target, or a number is too large to reckon with. */
  | { readonly kind: 'open'; readonly lowerBound: Rational }
)

/**
 * Chooses measures by trial: take the cheapest set that no account rules out, try it, and if it misses the target
 * learn the accounts of the chain that is too long. The first set that reaches the target is the cheapest one, because
 * every account holds for every set that reaches it (implicit hitting sets with weighted rows).
 *
 * Literature: Moreno-Centeno, Karp, "The implicit hitting set approach", Operations Research 61 (2013).
 *
 * @param known what was learnt from an easier target of the same problem, to start with
 */
export function chooseMeasures<R>(problem: MeasureProblem<R>, known: Learnt<R> = UNTAUGHT): Choice<R> {
  const accounts: Account<R>[] = [...known.accounts]
  const clashes: Clash[] = [...known.clashes]
  const learnt = { accounts, clashes }
  const scale = costScale(problem.costs)
  if (scale === undefined) return { kind: 'open', lowerBound: ZERO, learnt }
  const limits = { below: Number.POSITIVE_INFINITY, nodes: problem.nodes, dive: Math.max(problem.nodes, LEAST_DIVE) }
  const result = searchSet(problem, scale, known, limits, (chosen) => {
    const attempt = problem.attempt(chosen)
    if (attempt.kind === 'met') return undefined
    if (attempt.kind === 'clash') {
      clashes.push(attempt.clash)
      return lessonOf([], [attempt.clash])
    }
    const against = attempt.accounts.filter((account) => rulesOut(account, chosen))
    const more = against.length > 0 ? against : [othersNeeded(problem, attempt.accounts[0], chosen)]
    accounts.push(...more)
    return lessonOf(more, [])
  })
  if (result.kind === 'none') return { kind: 'impossible', learnt }
  if (result.kind === 'stopped') return { kind: 'open', lowerBound: boundOf(result, scale), learnt }
  const cost = sumOf(result.chosen.map((measure) => problem.costs[measure] ?? ZERO))
  const lowerBound = result.lowerBound === result.cost ? cost : boundOf(result, scale)
  return { kind: 'chosen', chosen: result.chosen, cost, lowerBound, learnt }
}

/** Nodes that are always granted for finding some set when the limit is met. */
const LEAST_DIVE = 1_000

/** Nothing learnt yet. */
export const UNTAUGHT = { accounts: [], clashes: [] }

/** A bound in the unit of the costs, without what the number of measures adds to it, rounded up to what costs can come to. */
function boundOf({ lowerBound }: { readonly lowerBound: number }, { costs, whole }: CostScale): Rational {
  const most = BigInt(costs.length)
  const bound = BigInt(lowerBound) - most
  return bound > 0n ? rational((bound + most) / (most + 1n), whole / (most + 1n)) : ZERO
}

/** What always holds, since measures never lengthen: a set that misses needs at least one more. */
function othersNeeded<R>({ costs }: MeasureProblem<R>, { reason }: Account<R>, chosen: readonly number[]): Account<R> {
  const others = [...costs.keys()].filter((measure) => !chosen.includes(measure))
  return { kind: 'others', need: ONE, savings: others.map((measure) => ({ measure, part: '', workdays: ONE })), reason }
}
