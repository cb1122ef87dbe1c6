import { printPercent } from '../../base/print-percent.ts'
import { divide, multiply, printRational, type Rational, rational, subtract } from '../../base/rational.ts'
import type { PathResult } from '../../graph/path-result.ts'
import { printSituation } from '../../graph/situation.ts'
import { MEASURE_KINDS } from '../../model/terms.ts'
import type { PlanAccount } from './plan-account.ts'
import type { Frontier } from './plan-frontier.ts'
import type { PlanTarget } from './plan-problem.ts'

/** A plan as stable JSON (`zw/plan/1`). All numbers are exact, in text. */
export function planToJson(account: PlanAccount, frontier?: Frontier) {
  const { matter, plan, asOf, now, chosen, fromAcceptance, byHand } = account
  const found = 'measures' in plan ? plan : undefined
  const path = found?.path ?? ('shortest' in plan ? plan.shortest : undefined)
  const lowerBound = 'lowerBound' in plan ? plan.lowerBound : undefined
  return {
    schema: 'zw/plan/1',
    matter: matter.name,
    asOf: asOf ?? null,
    target: targetToJson(plan.target, account.allowed),
    status: plan.status,
    now: { workdays: printRational(plan.before), fromAcceptance: printRational(fromAcceptance.now), steps: steps(now) },
    cost: numberOrNull(found?.cost),
    costUnit: costUnitOf(matter.measures),
    workdays: numberOrNull(path?.workdays),
    fromAcceptance: numberOrNull(fromAcceptance.planned),
    ...(plan.status === 'best-known' && { gap: gapOf(plan.cost, plan.lowerBound) }),
    ...(lowerBound !== undefined && { lowerBound: printRational(lowerBound) }),
    measures: chosen.map(({ measure, saves, costWithout }) => ({
      name: measure.name,
      kind: MEASURE_KINDS[measure.kind],
      cost: measure.cost.amount,
      saves: printRational(saves),
      costWithout: numberOrNull(costWithout),
    })),
    steps: steps(path),
    proof: {
      kind: 'chains',
      lowerBound: numberOrNull(lowerBound),
      lines: plan.proof.map(proofToJson),
      clashes: plan.clashes.map((clash) => clash.map(({ name }) => name)),
    },
    binding: path?.steps.map(({ name }) => name) ?? [],
    blockedByLaw: plan.refused.flatMap(({ measure, obstacle }) =>
      obstacle.because === 'law' ? [{ measure: measure.name, what: obstacle.what }] : [],
    ),
    refused: plan.refused.map(({ measure, obstacle }) => ({ measure: measure.name, ...obstacle })),
    byHand:
      byHand === undefined
        ? null
        : { cost: printRational(byHand.cost), met: byHand.met, measures: byHand.measures.map(({ name }) => name) },
    ...(frontier !== undefined && {
      frontier: frontier.points.map(({ workdays, cost, measures }) => ({
        workdays: printRational(workdays),
        cost: printRational(cost),
        measures: measures.map(({ name }) => name),
      })),
      frontierExact: frontier.exact,
    }),
  }
}

/** The one unit of the costs of a matter's measures; null where they have none. */
export function costUnitOf(measures: PlanAccount['matter']['measures']): string | null {
  return measures.find(({ cost }) => cost.unit !== undefined)?.cost.unit ?? null
}

function targetToJson(target: PlanTarget, allowed: Rational | undefined) {
  return {
    percent: target.kind === 'cut' ? printRational(multiply(target.ratio, rational(100))) : null,
    workdays: numberOrNull(allowed),
  }
}

function proofToJson({ kind, chain, need, savings }: PlanAccount['plan']['proof'][number]) {
  return {
    kind,
    chain: chain.steps.map(({ name, workdays }) => ({ name, workdays: printRational(workdays) })),
    workdays: printRational(chain.workdays),
    allowed: printRational(chain.allowed),
    taken: chain.taken,
    situation: chain.situation === null ? null : printSituation(chain.situation),
    need: printRational(need),
    savings: savings.map(({ measure, part, workdays }) => ({
      measure: measure.name,
      part,
      workdays: printRational(workdays),
    })),
  }
}

function steps(path: PathResult | undefined) {
  return path?.steps.map(({ name, workdays }) => ({ name, workdays: printRational(workdays) })) ?? []
}

function gapOf(cost: Rational, bound: Rational): string {
  return cost.num === 0n ? '0' : printPercent(divide(subtract(cost, bound), cost))
}

function numberOrNull(value: Rational | undefined): string | null {
  return value === undefined ? null : printRational(value)
}
