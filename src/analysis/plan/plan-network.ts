import { buildProblem } from './build-problem.ts'
import { impossibleAnswer, planAnswer } from './certificate.ts'
import type { NetworkOptions, PlanNetwork } from './network.ts'
import type { NetworkAnswer } from './network-answer.ts'
import { solveProblem } from './solve-problem.ts'

/**
 * The cheapest plan that meets the deadline, with its proof (最省费用的方案); or a proof that there is none; or, when the work
 * limit is met, the best plan known with a proven lower bound. Exact: the same input gives the same answer everywhere.
 */
export function planNetwork(network: PlanNetwork, { nodes }: NetworkOptions = {}): NetworkAnswer {
  const built = buildProblem(network)
  if (!('problem' in built)) return { status: 'invalid', problems: built }
  const solved = solveProblem(built.problem, nodes)
  if (solved.kind === 'undecided') return { status: 'undecided' }
  if (solved.kind === 'impossible') return impossibleAnswer(built, solved.refuted)
  return planAnswer({ ...built, problem: solved.problem }, solved.tree, solved.result)
}
