import { ONE, subtract } from '../../base/rational.ts'
import { DEFAULT_BASIS } from '../../graph/compression.ts'
import { requirementOf } from '../../graph/target-verdict.ts'
import type { Target } from '../../model/matter.ts'
import type { PlanTarget } from './plan-problem.ts'

/**
 * What a 目标 asks of a plan: 压减时限 of 法定时限, 不低于60% or 压减到40%. Undefined for one of another kind or 口径, and
 * for one that a bound must be passed for, which no number of half days is the last to do.
 */
export function planTargetOf(target: Target): PlanTarget | undefined {
  const requirement = requirementOf(target)
  const { before } = target.basis ?? DEFAULT_BASIS
  if (requirement === undefined || target.subject !== 'time' || before !== 'statutory') return undefined
  const { sense, operator, ratio } = requirement
  if (sense === 'cut') return operator === 'ge' ? { kind: 'cut', ratio } : undefined
  return operator === 'le' ? { kind: 'cut', ratio: subtract(ONE, ratio) } : undefined
}
