import type { ComparisonOperator } from '../model/condition.ts'

/** What holds where a comparison does not (相反的比较). */
export const OPPOSITE_OPERATOR: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  eq: 'ne',
  ne: 'eq',
  ge: 'lt',
  lt: 'ge',
  le: 'gt',
  gt: 'le',
}
