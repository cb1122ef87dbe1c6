import type { CaseState } from '../case-state.ts'
import { type CaseWork, emit } from '../case-work.ts'
import { catchUp } from '../catch-up.ts'
import type { CommandContext } from '../context.ts'
import type { Decision } from '../decide.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { refuse } from '../refuse.ts'
import { settle } from '../settle.ts'
import type { Renamed } from './counterpart.ts'
import { planMigration } from './plan-migration.ts'
import { refuseTransition } from './transition.ts'

/**
 * Moves a case to another version of its matter (改版): the events, or why not. What has fallen due by now happens first,
 * under the old version.
 */
export function migrate(
  state: CaseState,
  old: CaseDefinition,
  definition: CaseDefinition,
  context: CommandContext,
  renamed: Renamed = {},
): Decision {
  if (context.by.kind === 'applicant') return { refused: refuse('wrong-role', '改版由工作人员办', '请由工作人员办理') }
  if (context.at < state.lastAt) {
    return { refused: refuse('backward-time', '时间早于办件的上一件事', '请核对系统时间') }
  }
  const before: CaseWork = { definition: old, context, events: [], state }
  catchUp(before)
  const planned = planMigration(before.state, old, definition, renamed)
  if (!planned.ok) return { refused: planned.error }
  const { migrated, passedOver } = planned.value
  const work: CaseWork = { ...before, definition }
  emit(work, migrated)
  if (passedOver.length > 0) {
    emit(work, { kind: 'flowAdvanced', ready: [], passedOver, dead: [], blocked: [], cancelled: [], chosen: [] })
  }
  const refused = refuseTransition({ definition: old, state: before.state }, { definition, state: work.state }, context)
  if (refused !== undefined) return { refused }
  settle(work)
  return { events: work.events, state: work.state }
}
