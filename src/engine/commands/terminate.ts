import { NODE } from '../case-state.ts'
import { emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'

/** 终止: ends the handling without a decision, by who has the case in hand or decides it. */
export const terminate: Handler<'terminate'> = (work, { reason }) => {
  const { definition, state } = work
  const underWay = definition.nodes.flatMap(({ step }, id) =>
    step !== undefined && (state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running) ? [id] : [],
  )
  const refused =
    refuseOthersThanStaffOf(work, [...underWay, ...definition.byStage.decision]) ?? refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  emit(work, { kind: 'terminated', reason })
  return undefined
}
