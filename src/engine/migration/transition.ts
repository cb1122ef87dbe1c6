import type { Instant } from '../../calendar/instant.ts'
import { TRANSITIONS } from '../../model/terms.ts'
import type { CaseState } from '../case-state.ts'
import { readClocks } from '../clocks/read-clocks.ts'
import type { CommandContext } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refuse.ts'

/** A case as it stands under one version of its matter. */
interface Standing {
  readonly definition: CaseDefinition
  readonly state: CaseState
}

/**
 * Why a case may not move to a new version though it could (过渡). Before acceptance every case follows the version in
 * force. After it the new version's 过渡 decides: 受理时 (where it says nothing) keeps the version of the day of
 * acceptance, 新规 moves every case, 从短 those that are due earlier under the new version.
 */
export function refuseTransition(now: Standing, then: Standing, context: CommandContext): Refusal | undefined {
  const transition = then.definition.matter.transition ?? 'atAcceptance'
  if (now.state.ledger.acceptedAt === undefined || transition === 'newRules') return undefined
  if (transition === 'atAcceptance') {
    return refuse('cannot-migrate', '办件已经受理，仍按受理时的规定办', `新版的过渡是“${TRANSITIONS[transition]}”`)
  }
  const due = expiry(now, context)
  const dueThen = expiry(then, context)
  if (due === undefined || dueThen === undefined) {
    return refuse('cannot-migrate', '到期日还算不出来，比不出哪一版短', '计时恢复以后再改')
  }
  return dueThen < due
    ? undefined
    : refuse('cannot-migrate', '新版的时限不比原来的短', '过渡是“从短”，仍按原来的版本办')
}

/** When the promise runs out, or the statutory limit where nothing is promised. */
function expiry({ definition, state }: Standing, { calendar, at, policy }: CommandContext): Instant | undefined {
  const clocks = readClocks(definition, state, calendar, at, policy)
  const clock = clocks.find(({ kind }) => kind === 'promised') ?? clocks.find(({ kind }) => kind === 'statutory')
  return clock?.due?.expiresAt
}
