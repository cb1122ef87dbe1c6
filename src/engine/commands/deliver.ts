import { emit } from '../case-work.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import { refuse } from '../refuse.ts'

/** 送达: hands over what was decided, once; a step of 送达 that is done has handed it over. */
export const deliver: Handler<'deliver'> = (work, { channel }) => {
  const { definition, state } = work
  const { byStage } = definition
  const { ledger, status, ending } = state
  const hasResult = ledger.decidedAt !== undefined || (status === 'ended' && ending !== 'withdrawn')
  const refused =
    refuseOthersThanStaffOf(work, byStage.delivery.length > 0 ? byStage.delivery : byStage.acceptance) ??
    (hasResult ? undefined : refuse('wrong-status', '还没有可以送达的结果', '作出决定以后再送达')) ??
    (ledger.deliveredAt === undefined ? undefined : refuse('wrong-status', '已经送达', '不用重复送达'))
  if (refused !== undefined) return refused
  emit(work, { kind: 'delivered', ...(channel !== undefined && { channel }) })
  return undefined
}
