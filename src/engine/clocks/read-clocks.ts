import type { Calendar } from '../../calendar/calendar.ts'
import type { Instant } from '../../calendar/instant.ts'
import type { CaseState } from '../case-state.ts'
import type { Policy } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { ClockReading } from './clock-reading.ts'
import { DEFAULT_ALERTS } from './default-alerts.ts'
import { listClocks } from './list-clocks.ts'
import { prepareAlerts } from './prepare-alerts.ts'
import { readClock } from './read-clock.ts'

/** Reads every clock of a case at a moment, those that have stopped included (读出各时钟). */
export function readClocks(
  definition: CaseDefinition,
  state: CaseState,
  calendar: Calendar,
  at: Instant,
  policy?: Policy,
): readonly ClockReading[] {
  const context = { calendar, at, rules: prepareAlerts(policy?.alerts ?? DEFAULT_ALERTS), raised: state.alerts }
  return listClocks(definition, state, true).map((clock) => readClock(clock, context))
}
