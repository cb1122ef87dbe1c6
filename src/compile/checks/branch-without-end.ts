import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { FlowProblem } from '../../graph/flow-problem.ts'
import { childOf } from '../lower/read-node.ts'
import { insertUnder, replaceAt } from '../text/edits.ts'
import { type Check, type CheckContext, entryOf, placeOf } from './check-context.ts'

type BranchWithoutEnd = Extract<FlowProblem, { readonly kind: 'branchWithoutEnd' }>

/** ZW6012: a branch of a 分流 that neither ends the case nor joins a later step. */
export const checkBranchWithoutEnd: Check = (context) =>
  context.problems.flatMap((problem) => {
    if (problem.kind !== 'branchWithoutEnd') return []
    const { choice, step, merge } = problem
    const related = merge?.origin === undefined ? [] : [{ origin: merge.origin, text: '多半应当在这里汇合' }]
    const fixes = [...joinMerge(problem, context), endHere(problem, context)].flatMap((fix) => fix ?? [])
    return diagnose('ZW6012', { choice, step, merge: merge?.step }, placeOf(problem, context), { related, fixes })
  })

/** Adds the loose end to the 前序 of the step where the branches probably meet. */
function joinMerge({ step, merge }: BranchWithoutEnd, context: CheckContext): readonly (Fix | undefined)[] {
  const { source } = context
  const entry = merge && entryOf(merge, context)
  if (merge?.origin === undefined || entry === undefined) return []
  const names = [...new Set([...merge.after, step])].map((name) => `【${name}】`).join('、')
  const line = childOf(entry, 'step.after')
  const title = `在环节“${merge.step}”下面写“前序：${names}”`
  const edit =
    line === undefined
      ? insertUnder(source, merge.origin, `前序：${names}`)
      : replaceAt({ file: source.uri, span: line.valueSpan }, names)
  return [{ title, applicability: 'ask', edits: [edit] }]
}

function endHere({ step, origin }: BranchWithoutEnd, { source }: CheckContext): Fix | undefined {
  return (
    origin && {
      title: `办到环节“${step}”就结束，在下面写“终止：是”`,
      applicability: 'ask',
      edits: [insertUnder(source, origin, '终止：是')],
    }
  )
}
