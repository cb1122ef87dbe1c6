import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { FlowProblem } from '../../graph/flow-problem.ts'
import { insertUnder } from '../text/edits.ts'
import { type Check, type CheckContext, placeOf } from './check-context.ts'

type DeadEnd = Extract<FlowProblem, { readonly kind: 'deadEnd' }>

/**
 * ZW6013: a last step without 产出.
 * Where no step of the matter states 产出 and there is one end, that end yields all 结果: nothing is unclear then.
 */
export const checkDeadEnds: Check = (context) => {
  const { matter, problems } = context
  const ends = problems.filter((problem) => problem.kind === 'deadEnd')
  const stated = matter.flow.some((item) => item.kind === 'step' && item.outputs.length > 0)
  if (!stated && ends.length === 1 && matter.outputs.length > 0) return []
  return ends.map((end) =>
    diagnose('ZW6013', { step: end.step }, placeOf(end, context), { fixes: yieldOutput(end, context) }),
  )
}

function yieldOutput({ origin, step, outputs: [only, ...others] }: DeadEnd, { source }: CheckContext): readonly Fix[] {
  if (origin === undefined || only === undefined || others.length > 0) return []
  const line = `产出：${only}`
  return [
    {
      title: `在环节“${step}”下面写“${line}”`,
      applicability: 'ask',
      edits: [insertUnder(source, origin, line)],
    },
  ]
}
