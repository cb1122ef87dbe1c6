import { emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { stepsUnderWay } from '../find-step.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'

/** 终止: ends the handling without a decision, by who has the case in hand or decides it. */
export const terminate: Handler<'terminate'> = (work, { reason }) => {
  const nodes = [...stepsUnderWay(work), ...work.definition.byStage.decision]
  const refused = refuseOthersThanStaffOf(work, nodes) ?? refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  emit(work, { kind: 'terminated', reason })
  return undefined
}
