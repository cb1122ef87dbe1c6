import { add, compare, max, type Rational, sumOf, ZERO } from '../../base/rational.ts'
import type { Measure } from '../../model/measure.ts'
import type { Plan, ProofLine } from './plan.ts'
import { costOf } from './plan-problem.ts'

/**
 * Checks the proof of a plan by brute reckoning, without the planner's search: no allowed set that costs less satisfies
 * all lines of its proof. Slow on purpose; made for tests and for doubters.
 *
 * @param cost undefined for a target that is said to be out of reach
 * @returns the cheapest set that satisfies every line at a lower cost, or undefined when the proof holds
 */
export function findCheaperSet(
  measures: readonly Measure[],
  { proof, clashes }: Pick<Plan, 'proof' | 'clashes'>,
  cost: Rational | undefined,
): readonly Measure[] | undefined {
  function search(at: number, taken: readonly Measure[], spent: Rational): readonly Measure[] | undefined {
    if (cost !== undefined && compare(spent, cost) >= 0) return undefined
    const next = measures[at]
    if (next === undefined)
      return isConsistent(taken, measures) &&
        !clashes.some((clash) => isHeld(clash, taken)) &&
        proof.every((line) => isSatisfied(line, taken))
        ? taken
        : undefined
    return search(at + 1, taken, spent) ?? search(at + 1, [...taken, next], add(spent, costOf(next)))
  }
  return search(0, [], ZERO)
}

function isSatisfied({ need, savings }: ProofLine, taken: readonly Measure[]): boolean {
  const best = new Map<string, Rational>()
  for (const { measure, part, workdays } of savings) {
    if (taken.some(({ name }) => name === measure.name)) best.set(part, max(best.get(part) ?? ZERO, workdays))
  }
  return compare(sumOf([...best.values()]), need) >= 0
}

/** Whether a set takes both measures that clash, or is the larger set that cannot be taken just so. */
function isHeld(clash: readonly Measure[], taken: readonly Measure[]): boolean {
  const names = new Set(taken.map(({ name }) => name))
  return (clash.length === 2 || clash.length === taken.length) && clash.every(({ name }) => names.has(name))
}

function isConsistent(taken: readonly Measure[], all: readonly Measure[]): boolean {
  const names = new Set(taken.map(({ name }) => name))
  const missing = new Set(all.flatMap(({ name }) => (names.has(name) ? [] : [name])))
  return taken.every(
    ({ requires, excludes }) =>
      !requires.some((name) => missing.has(name)) && !excludes.some((name) => names.has(name)),
  )
}
