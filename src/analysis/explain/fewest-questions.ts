import { add, compare, multiply, ONE, type Rational, sumOf, ZERO } from '../../base/rational.ts'
import { keyOf, type QuestionRules, type QuestionState } from './question-state.ts'

/** The question that is best asked next, with how many it takes from here on, that one included (平均还要问几项). */
interface BestQuestion {
  readonly fact: string
  readonly mean: Rational
}

/** The fewest questions on average, worked out exactly. */
export interface FewestQuestions {
  /** Undefined where nothing is left to ask. `'tooMany'` where working it out would take too long. */
  readonly best: (state: QuestionState) => BestQuestion | undefined | 'tooMany'
}

/** After so many states of one question the exact search gives up. */
const MAX_STATES = 1500

/**
 * Minimises the mean number of questions exactly (平均问得最少): of every question the mean over its answers of what is left to
 * ask, remembered state by state. Parts that share no question are worked out apart, and a part with a single question
 * needs no search; the first of equally good questions in the order of the matter is the one.
 */
export function fewestQuestions(rules: QuestionRules): FewestQuestions {
  const known = new Map<string, BestQuestion | undefined>()
  let visited = 0
  const isTooMany = () => visited > MAX_STATES

  function bestOf(state: QuestionState): BestQuestion | undefined {
    const parts = rules.split(state)
    const [only] = parts
    if (only === undefined) return undefined
    if (parts.length === 1) return bestOfPart(only)
    const best = parts.map(bestOfPart).flatMap((each) => each ?? [])
    // Which part comes first makes no difference to the sum.
    const [first] = rules.openFacts(state).flatMap((name) => best.filter(({ fact }) => fact === name))
    return first && { fact: first.fact, mean: sumOf(best.map(({ mean }) => mean)) }
  }

  function bestOfPart(state: QuestionState): BestQuestion | undefined {
    const key = keyOf(state)
    if (known.has(key)) return known.get(key)
    visited++
    const facts = rules.openFacts(state)
    let best: BestQuestion | undefined
    for (const fact of facts) {
      // What is found from here on is not looked at any more.
      if (isTooMany()) return undefined
      const mean = facts.length === 1 ? ONE : meanAfter(fact, state, best?.mean)
      if (mean !== undefined && (best === undefined || compare(mean, best.mean) < 0)) best = { fact, mean }
    }
    if (!isTooMany()) known.set(key, best)
    return best
  }

  /** Undefined where it is no better than what is known. */
  function meanAfter(fact: string, state: QuestionState, bound: Rational | undefined): Rational | undefined {
    let mean = ONE
    for (const { chance, state: next } of rules.answersTo(fact, state)) {
      if (bound !== undefined && compare(mean, bound) >= 0) return undefined
      mean = add(mean, multiply(chance, bestOf(next)?.mean ?? ZERO))
    }
    return mean
  }

  return {
    best: (state) => {
      visited = 0
      const found = bestOf(state)
      return isTooMany() ? 'tooMany' : found
    },
  }
}
