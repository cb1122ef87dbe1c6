import { assertNever } from '../base/assert-never.ts'
import { onlyAccepts, openAcceptanceSteps } from './acceptance.ts'
import { NODE } from './case-state.ts'
import { type CaseWork, type EventSource, emit, SYSTEM } from './case-work.ts'
import type { DueAction } from './clocks/due-action.ts'
import { dueActions } from './clocks/due-actions.ts'
import { DEFAULT_POLICY } from './context.ts'
import { settle } from './settle.ts'
import { emitCompletion } from './step-events.ts'

/** Lets happen what has fallen due by the moment of the command (到期的事), one after the other, each at its own moment. */
export function catchUp(work: CaseWork): void {
  const { definition, context } = work
  const policy = context.policy ?? DEFAULT_POLICY
  for (;;) {
    const due = dueActions(definition, work.state, context.calendar, policy, context.at)
    if (due === undefined) return
    happen(work, due)
  }
}

function happen(work: CaseWork, due: DueAction): void {
  const source = { at: due.moment, by: SYSTEM }
  switch (due.kind) {
    case 'alert':
      emit(work, { kind: 'alerted', clock: due.clock, level: due.level, dueOn: due.dueOn }, source)
      return
    case 'deemedAcceptance':
      emit(work, { kind: 'accepted', acceptedOn: due.acceptedOn, how: 'deemed' }, source)
      completeAcceptance(work, source)
      return
    case 'supplementOverdue':
      lapse(work, due, source)
      return
    default:
      assertNever(due)
  }
}

function lapse(
  work: CaseWork,
  { name, effect }: Extract<DueAction, { readonly kind: 'supplementOverdue' }>,
  source: EventSource,
) {
  const reason = '逾期没有补正'
  if (effect === 'terminate') emit(work, { kind: 'terminated', reason }, source)
  else if (effect === 'withdraw') emit(work, { kind: 'withdrawn', deemed: true, reason }, source)
  else if (effect === 'refuse') emit(work, { kind: 'refused', reason }, source)
  else emit(work, { kind: 'supplementLapsed', name }, source)
}

/** The steps that only accept have nothing left to do. */
function completeAcceptance(work: CaseWork, source: EventSource): void {
  for (;;) {
    const { definition, state } = work
    const done = openAcceptanceSteps(work).find(
      (id) => onlyAccepts(definition, id) && (state.nodes[id] === NODE.ready || state.nodes[id] === NODE.running),
    )
    if (done !== undefined) emitCompletion(work, done, {}, source)
    settle(work)
    if (done === undefined || work.state.status === 'ended') return
  }
}
