import { add, compare, multiply, ONE, type Rational, subtract, sumOf, ZERO } from '../../base/rational.ts'
import { ALWAYS, type Diagram, type DiagramStore, NEVER } from '../../graph/decision-diagram.ts'
import type { QuestionRules, QuestionState } from './question-state.ts'

/**
 * The question whose answer leaves the least open on average (最能定事的问题): for each thing that is open, how likely it is
 * times how likely it is not, summed up and averaged over the answers. Of equal ones the first in the order of the matter.
 */
export function tellingQuestion(
  rules: QuestionRules,
  state: QuestionState,
  store: DiagramStore,
  chances: (variable: number) => readonly Rational[],
): string | undefined {
  const known = new Map<Diagram, Rational>([
    [NEVER, ZERO],
    [ALWAYS, ONE],
  ])
  const facts = rules.openFacts(state)
  const [first] = facts
  let best: { readonly fact: string; readonly doubt: Rational } | undefined
  for (const fact of facts.length > 1 ? facts : []) {
    const doubts = rules.answersTo(fact, state).map(({ chance, state: next }) => multiply(chance, doubtOf(next)))
    const doubt = sumOf(doubts)
    if (best === undefined || compare(doubt, best.doubt) < 0) best = { fact, doubt }
  }
  return best?.fact ?? first

  function doubtOf({ roots }: QuestionState): Rational {
    return sumOf(
      roots.map((root) => {
        const likely = chanceOf(root)
        return multiply(likely, subtract(ONE, likely))
      }),
    )
  }

  function chanceOf(set: Diagram): Rational {
    const before = known.get(set)
    if (before !== undefined) return before
    const test = store.testOf(set)
    const shares = test === undefined ? [] : chances(test.variable)
    const chance = shares.reduce(
      (sum, share, cell) => add(sum, multiply(share, chanceOf(test?.children[cell] ?? NEVER))),
      ZERO,
    )
    known.set(set, chance)
    return chance
  }
}
