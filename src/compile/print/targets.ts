import type { Target } from '../../model/matter.ts'
import { QUANTITIES } from '../../model/terms.ts'
import { line, type PrintedLine } from './lines.ts'

/** One line of 目标. */
export function printTarget(target: Target): PrintedLine {
  const { subject, basis } = target
  const under =
    basis === undefined ? [] : [line('target.basis', `${QUANTITIES[basis.before]}→${QUANTITIES[basis.after]}`)]
  return line(`target.${subject}`, printGoal(target), under)
}

const COMPARISONS: { readonly [K in Target['operator']]: string } = {
  ge: '不低于',
  gt: '超过',
  eq: '为',
  le: '不超过',
  lt: '低于',
}

/** 不低于60%, 压减到40%: what remains is at most so much unless another word says otherwise. */
function printGoal({ sense, operator, percent }: Target): string {
  if (sense === 'cut') return `${COMPARISONS[operator]}${percent}%`
  return `压减到${operator === 'le' ? '' : COMPARISONS[operator]}${percent}%`
}
