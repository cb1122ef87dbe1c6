import { emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { isFlowResolved, isResolved } from '../flow/advance.ts'
import type { Handler } from '../handler.ts'
import { findOutstanding } from '../outstanding.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import { listed, refuse } from '../refuse.ts'

/** 办结: closes a case whose steps are all done though something is outstanding. Nothing outstanding, it closes by itself. */
export const close: Handler<'close'> = (work, { reason }) => {
  const { definition, state } = work
  const everyStep = definition.nodes.flatMap(({ step }, id) => (step === undefined ? [] : [id]))
  const left = definition.nodes.flatMap(({ name }, id) => (isResolved(state.nodes[id] ?? 0) ? [] : [name]))
  const refused =
    refuseOthersThanStaffOf(work, everyStep) ??
    (isFlowResolved(state.nodes)
      ? undefined
      : refuse('work-left', `还没有办完：${listed(left)}`, '办完以后再办结；办不下去的，请终止并说明理由', {
          names: left,
        })) ??
    refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  emit(work, {
    kind: 'closed',
    outputs: state.outputs,
    outstanding: findOutstanding(definition, state),
    ...(reason !== undefined && { reason }),
  })
  return undefined
}
