import { add, type Rational, subtract } from '../../base/rational.ts'
import type { BlockTree } from './block-tree.ts'
import type { BuiltProblem } from './build-problem.ts'
import { inInputOrder, planOf } from './chosen-plan.ts'
import type { Refuted } from './feasible-plan.ts'
import type { BoundReason, ChainLink, NetworkAnswer, NetworkProof } from './network-answer.ts'
import { earliestFinishes, latestFinishes, longestChain, startOf } from './order-times.ts'
import { type Choice, chosenMode, durationsOf, type Problem } from './problem.ts'
import type { Restriction } from './restrictions.ts'
import type { SearchResult } from './search-plan.ts'

/** The answer of a finished search, with what proves it. */
export function planAnswer(built: BuiltProblem, tree: BlockTree, result: SearchResult): NetworkAnswer {
  const { cost, lowerBound, nodes, choice } = result
  const plain = nodes <= 1 && tree.nodeReductions === 0 && built.problem.measures.length === 0
  const reason: BoundReason = plain ? { kind: 'table' } : { kind: 'branches', nodes }
  return answerOf(built, choice, lowerBound, reason, tree.nodeReductions, cost === lowerBound)
}

/** A choice as an answer: optimal when `proven`. */
export function answerOf(
  built: BuiltProblem,
  choice: Choice,
  lowerBound: number,
  reason: BoundReason,
  nodeReductions: number,
  proven: boolean,
): NetworkAnswer {
  const proof: NetworkProof = { kind: 'plan', ...scheduleOf(built, choice), reason, nodeReductions }
  return {
    status: proven ? 'optimal' : 'best-known',
    ...planOf(built, choice),
    lowerBound: built.money.fromUnits(lowerBound),
    proof,
  }
}

function scheduleOf({ problem, deadline, time }: BuiltProblem, choice: Choice) {
  const durations = durationsOf(problem, choice)
  const earliest = earliestFinishes(problem, durations)
  const latest = latestFinishes(problem, durations)
  const rest = subtract(deadline, time.fromUnits(problem.deadline))
  return {
    schedule: inInputOrder(problem).map((activity) => ({
      id: activity.id,
      mode: chosenMode(activity, choice)?.original ?? 0,
      start: time.fromUnits(startOf(activity, earliest)),
      finish: time.fromUnits(earliest[activity.index] ?? 0),
      slack: add(rest, time.fromUnits((latest[activity.index] ?? 0) - (earliest[activity.index] ?? 0))),
    })),
    criticalChain: linksOf(problem, longestChain(problem, earliest, durations), (at) =>
      time.fromUnits(durations[at] ?? 0),
    ),
  }
}

/** The answer that no plan meets the deadline: for each way of settling the measures the chain that is too long. */
export function impossibleAnswer({ problem, time }: BuiltProblem, refuted: readonly Refuted[]): NetworkAnswer {
  const lengths = refuted.flatMap(({ length }) => (length === undefined ? [] : [length]))
  return {
    status: 'infeasible',
    shortest: lengths.length === 0 ? undefined : time.fromUnits(Math.min(...lengths)),
    proof: {
      kind: 'impossible',
      refutations: refuted.map(({ restriction, chain, length, shortest }) => ({
        ...settledMeasures(problem, restriction),
        chain: linksOf(problem, chain, (at) => time.fromUnits(shortest[at] ?? 0)),
        length: length === undefined ? undefined : time.fromUnits(length),
      })),
    },
  }
}

function settledMeasures({ measures }: Problem, restriction: Restriction | undefined) {
  const settled = { adopt: new Set<number>(), refuse: new Set<number>() }
  for (let at = restriction; at !== undefined; at = at.from) {
    if ('measure' in at.fact) settled[at.fact.kind].add(at.fact.measure)
  }
  const names = (chosen: ReadonlySet<number>) => measures.flatMap(({ id, index }) => (chosen.has(index) ? [id] : []))
  return { adopted: names(settled.adopt), refused: names(settled.refuse) }
}

/** The activities of a chain; orders that link them are not activities of the input. */
function linksOf(
  problem: Problem,
  chain: readonly number[],
  durationOf: (at: number) => Rational,
): readonly ChainLink[] {
  return chain.flatMap((at) => {
    const activity = problem.activities[at]
    return activity === undefined || activity.link !== undefined ? [] : [{ id: activity.id, duration: durationOf(at) }]
  })
}
