import type { FlowItem, Step } from '../../model/flow.ts'

/** Steps that wait for nothing begin together (同时开始): they stand first, and a 并联 says so. */
export function startSideBySide(steps: readonly Step[]): readonly FlowItem[] {
  const first = steps.filter(({ after }) => after === undefined)
  if (first.length < 2) return steps
  const parallel = { kind: 'parallel' as const, steps: first.map(({ name }) => name), sources: [], notes: [] }
  return [...first, parallel, ...steps.filter(({ after }) => after !== undefined)]
}
