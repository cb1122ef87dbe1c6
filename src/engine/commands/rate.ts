import { NODE } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { findStep } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refuse.ts'

/** 评价 (好差评): the applicant's, once for each step that is done, and once for the case when it has ended. */
export const rate: Handler<'rate'> = (work, { score, step, comment }) => {
  const refused =
    (work.context.by.kind === 'applicant'
      ? undefined
      : refuse('not-applicant', '评价由申请人作出', '请由申请人本人评价')) ??
    (Number.isInteger(score) && score >= 1 && score <= 5
      ? undefined
      : refuse('bad-command', '评价是1至5的整数', '5最好，1最差', { field: 'score' })) ??
    (step === undefined ? refuseEarly(work) : refuseStep(work, step)) ??
    (Object.hasOwn(work.state.ratings, step ?? '')
      ? refuse('already-rated', '已经评价过', '每个环节、每个办件评价一次')
      : undefined) ??
    refuseText(comment, 'comment')
  if (refused !== undefined) return refused
  emit(work, {
    kind: 'rated',
    score,
    ...(step !== undefined && { step }),
    ...(comment !== undefined && { comment }),
  })
  return undefined
}

function refuseEarly({ state }: CaseWork): Refusal | undefined {
  if (state.status === 'ended') return undefined
  return refuse('wrong-status', '办件还没有结束', '现在可以评价已经办完的环节')
}

function refuseStep({ definition, state }: CaseWork, name: string): Refusal | undefined {
  const found = findStep(definition, name)
  if (!found.ok) return found.error
  if (state.nodes[found.value.id] === NODE.done) return undefined
  return refuse('step-not-ready', `“${name}”没有办过`, '只能评价已经办完的环节', { field: 'step', names: [name] })
}
