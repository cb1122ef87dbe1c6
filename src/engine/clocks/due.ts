import type { Calendar } from '../../calendar/calendar.ts'
import type { CaseState } from '../case-state.ts'
import type { Policy } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { ClockAlert, ClockDue, ClockReading } from './clock-reading.ts'
import { readClocks } from './read-clocks.ts'

/** What a running clock waits for, and when (到期日). */
export interface DueDate extends ClockDue, Pick<ClockReading, 'kind' | 'label'> {
  /** The id of the clock. */
  readonly clock: string
  readonly alerts: readonly ClockAlert[]
}

/** The due dates of the clocks of a case that run (各到期日), the earliest first. */
export function due(
  definition: CaseDefinition,
  state: CaseState,
  calendar: Calendar,
  policy?: Policy,
): readonly DueDate[] {
  return readClocks(definition, state, calendar, state.lastAt, policy)
    .flatMap((reading) =>
      reading.due === undefined || reading.state === 'stopped'
        ? []
        : [{ clock: reading.id, kind: reading.kind, label: reading.label, alerts: reading.alerts, ...reading.due }],
    )
    .sort((a, b) => a.expiresAt - b.expiresAt)
}
