import { compare } from '../../base/rational.ts'
import type { Lesson } from './cheapest-cover.ts'
import { type Choice, UNTAUGHT } from './choose-measures.ts'
import type { Learnt, MeasureProblem } from './measure-trial.ts'
import { costScale, lessonOf, rulesOut, searchSet, speaksAgainst } from './search-set.ts'

/** Of the nodes for the plan these parts go on learning anew, and on leaving out. */
const LEARNING = 1 / 4
const LEAVING_OUT = 1 / 16

/**
 * What an answer rests on (证明要用的几行), so that the proof is short enough to be read: what was learnt is learnt anew, line
 * by line as sets call for it; then every line is left out without which the others prove as much. As far as the work
 * limit goes.
 */
export function neededLines<R>(problem: MeasureProblem<R>, choice: Choice<R>): Learnt<R> {
  const { kind, learnt } = choice
  const scale = costScale(problem.costs)
  if (scale === undefined || kind === 'open' || (kind === 'chosen' && compare(choice.lowerBound, choice.cost) < 0))
    return learnt
  // However many measures they take: sets that cost less than the answer are below that.
  const below = kind === 'chosen' ? Number((choice.cost.num * scale.whole) / choice.cost.den) : Number.POSITIVE_INFINITY
  let nodes = problem.nodes * LEARNING
  const proves = (lines: Learnt<R>, learn: (chosen: readonly number[]) => Lesson | undefined = () => undefined) => {
    const result = searchSet(problem, scale, lines, { below, nodes: 0, dive: Math.max(0, nodes) }, learn)
    nodes -= result.nodes
    return result.kind === 'none'
  }
  let kept: Learnt<R> = UNTAUGHT
  const isProved = proves(kept, (chosen) => {
    const clashes = learnt.clashes.filter((clash) => speaksAgainst(clash, chosen)).slice(0, 1)
    const accounts =
      clashes.length > 0 ? [] : learnt.accounts.filter((account) => rulesOut(account, chosen)).slice(0, 1)
    if (clashes.length + accounts.length === 0) return undefined
    kept = { accounts: [...kept.accounts, ...accounts], clashes: [...kept.clashes, ...clashes] }
    return lessonOf(accounts, clashes)
  })
  if (!isProved) return learnt
  nodes = problem.nodes * LEAVING_OUT
  for (const account of kept.accounts) {
    const fewer = { ...kept, accounts: kept.accounts.filter((other) => other !== account) }
    if (proves(fewer)) kept = fewer
  }
  for (const clash of kept.clashes) {
    const fewer = { ...kept, clashes: kept.clashes.filter((other) => other !== clash) }
    if (proves(fewer)) kept = fewer
  }
  return kept
}
