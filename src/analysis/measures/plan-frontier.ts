import { compare, type Rational, rational, subtract } from '../../base/rational.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { LongChain } from './account-for.ts'
import { UNTAUGHT } from './choose-measures.ts'
import type { Account, Learnt } from './measure-trial.ts'
import { planFrom } from './plan.ts'
import { lengthOf, longestPath, measure, type PlanOptions, preparePlan } from './plan-problem.ts'

/** What a time costs at least (价目): no cheaper set of measures is as fast, and no faster one as cheap. */
export interface FrontierPoint {
  /** In the worst situation. Unit: workdays. */
  readonly workdays: Rational
  readonly cost: Rational
  readonly measures: readonly Measure[]
}

/** All times that a matter can be brought to, with what each costs (时间与成本的边界). */
export interface Frontier {
  /** From the present time to the shortest; costs rise. */
  readonly points: readonly FrontierPoint[]
  /** False where the search was broken off, so that a cheaper set or a shorter time may exist. */
  readonly exact: boolean
}

/** The whole price list of a matter: plans for shorter and shorter times until none can be reached. */
export function planFrontier(matter: Matter, options: PlanOptions = {}): Frontier {
  const problem = preparePlan(matter, options)
  const present = lengthOf(longestPath(measure(problem, matter)))
  let points: FrontierPoint[] = []
  let known: Learnt<LongChain> = UNTAUGHT
  let exact = true
  for (let target = present; ; ) {
    const { plan, learnt } = planFrom(problem, { kind: 'workdays', workdays: target }, known)
    if (plan.status === 'open') exact = false
    if (plan.status === 'open' || plan.status === 'infeasible' || plan.status === 'no-baseline') break
    if (plan.status === 'best-known') exact = false
    const { cost, measures } = plan
    const workdays = lengthOf(plan.path)
    points = [...points.filter((point) => compare(point.cost, cost) < 0), { workdays, cost, measures }]
    if (workdays.num <= 0n) break
    target = nextBelow(workdays)
    known = { ...learnt, accounts: learnt.accounts.map((account) => tightened(account, target)) }
  }
  return { points, exact }
}

/** The next half day below a time. Unit: workdays. */
function nextBelow({ num, den }: Rational): Rational {
  return rational((num * 2n + den - 1n) / den - 1n, 2n)
}

/** An account for a shorter time: the same chain has more to lose. */
function tightened(account: Account<LongChain>, allowed: Rational): Account<LongChain> {
  if (account.kind === 'others') return account
  const reason = { ...account.reason, allowed }
  return { ...account, need: subtract(reason.workdays, allowed), reason }
}
