import type { Extension } from '../../model/flow.ts'
import { isAccepted } from '../acceptance.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { refuseText } from '../check-text.ts'
import { readClocks } from '../clocks/read-clocks.ts'
import type { Handler } from '../handler.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'

/** How often a limit may be extended where the matter does not say. Legal source: 行政许可法第四十二条第一款. */
const ONCE = 1

/** 延长: lengthens the statutory limit while it runs. */
export const extend: Handler<'extend'> = (work, { name, reason }) => {
  const { extensions } = work.definition.matter
  const names = extensions.map((each) => each.name)
  const [extension, another] = name === undefined ? extensions : extensions.filter((each) => each.name === name)
  if (extension === undefined) {
    const help = names.length === 0 ? '请在时限内办结' : `有：${names.join('、')}`
    return refuse('no-extension', '事项没有规定这种延长', help, { field: 'name', names })
  }
  if (another !== undefined) {
    return refuse('no-extension', '没有写是哪一种延长', `请写明：${names.join('、')}`, { field: 'name', names })
  }
  const refused =
    refuseUnapproved(work, extension) ??
    refuseUntimely(work) ??
    refuseInapplicable(work, extension) ??
    refuseText(reason, 'reason')
  if (refused !== undefined) return refused
  const { extendBy, extendTo } = extension
  emit(work, {
    kind: 'extended',
    name: extension.name,
    ...(extendBy !== undefined && { extendBy }),
    ...(extendTo !== undefined && { extendTo }),
    reason,
  })
  return undefined
}

/** 批准: who holds the role that the matter names for it; where it names none, who decides. */
function refuseUnapproved(work: CaseWork, { approver }: Extension): Refusal | undefined {
  const { by } = work.context
  if (approver === undefined || by.kind !== 'staff')
    return refuseOthersThanStaffOf(work, work.definition.byStage.decision)
  if (by.roles.includes(approver)) return undefined
  return refuse('not-approved', `延长由${approver}批准`, '请由有权批准的人员办理', { names: [approver] })
}

function refuseUntimely(work: CaseWork): Refusal | undefined {
  const { definition, state, context } = work
  if (!isAccepted(work)) return refuse('wrong-status', '还没有受理，时限没有开始算', '受理以后再延长')
  if (state.ledger.decidedAt !== undefined)
    return refuse('wrong-status', '已经作出决定，不用再延长', '请办理后面的环节')
  const clocks = readClocks(definition, state, context.calendar, context.at, context.policy)
  const isOver = clocks.some(({ kind, overdue }) => kind === 'statutory' && overdue)
  return isOver ? refuse('limit-passed', '法定时限已经届满，不能再延长', '延长要在时限届满以前批准') : undefined
}

function refuseInapplicable(
  { definition, state }: CaseWork,
  { name, times = ONCE, when }: Extension,
): Refusal | undefined {
  const used = state.ledger.extensions.filter((each) => each.name === name).length
  if (used >= times) return refuse('too-often', `“${name}”至多${times}次`, '请在时限内办结')
  const truth = when === undefined ? 'yes' : definition.truthOf(when, state.facts)
  if (when === undefined || truth === 'yes') return undefined
  if (truth === 'no')
    return refuse('condition-not-met', `这个办件不适用“${name}”`, '请看延长的适用情形', { names: [name] })
  const names = definition.neededFor(when, state.facts)
  return refuse('missing-fact', `适不适用“${name}”还定不下来`, `要先填写${listed(names)}`, { names })
}
