import { isAccepted } from '../acceptance.ts'
import { emit } from '../case-work.ts'
import { refuseJudgements } from '../check-judgements.ts'
import { refuseText } from '../check-text.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import { refuse } from '../refuse.ts'

/** 不予受理: with its reason, before acceptance. */
export const refuseCase: Handler<'refuse'> = (work, { reason, judgements }) => {
  const { definition } = work
  const refused =
    refuseOthersThanStaffOf(work, definition.byStage.acceptance) ??
    (isAccepted(work) ? refuse('wrong-status', '已经受理，不能再不予受理', '请在决定环节作出决定') : undefined) ??
    refuseText(reason, 'reason') ??
    refuseJudgements(definition, judgements)
  if (refused !== undefined) return refused
  emit(work, { kind: 'refused', reason, ...(judgements !== undefined && { judgements }) })
  return undefined
}
