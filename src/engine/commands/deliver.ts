import { type CaseWork, emit } from '../case-work.ts'
import type { Handler } from '../handler.ts'
import { hasResult, outputsToCome } from '../has-result.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'

/** 送达: hands over what was decided and produced, once; a step of 送达 that is done has handed it over. */
export const deliver: Handler<'deliver'> = (work, { channel }) => {
  const { definition, state } = work
  const { byStage } = definition
  const { ledger } = state
  const refused =
    refuseOthersThanStaffOf(work, byStage.delivery.length > 0 ? byStage.delivery : byStage.acceptance) ??
    refuseWithoutResult(work) ??
    (ledger.deliveredAt === undefined ? undefined : refuse('wrong-status', '已经送达', '不用重复送达'))
  if (refused !== undefined) return refused
  emit(work, { kind: 'delivered', ...(channel !== undefined && { channel }) })
  return undefined
}

function refuseWithoutResult({ definition, state }: CaseWork): Refusal | undefined {
  if (hasResult(definition, state)) return undefined
  if (state.ledger.decidedAt === undefined) {
    return refuse('wrong-status', '还没有可以送达的结果', '作出决定以后再送达')
  }
  const names = outputsToCome(definition, state)
  return refuse('work-left', `结果还没有做好：${listed(names)}没有办完`, '办完以后再送达', { names })
}
