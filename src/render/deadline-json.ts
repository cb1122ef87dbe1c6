import { TRACE_WORDS } from '../calendar/deadline-trace.ts'
import { durationToJson } from '../calendar/duration-json.ts'
import type { DeadlineAnswer } from './deadline-answer.ts'
import { describeTraceDay } from './trace-note.ts'

/** The document of `zw deadline --json`, schema zw/deadline/1. */
export function writeDeadlineJson({ from, limit, extendBy, extendTo, profile, deadline, trace }: DeadlineAnswer) {
  return {
    schema: 'zw/deadline/1',
    from,
    limit: durationToJson(limit),
    ...(extendBy && { extend: durationToJson(extendBy) }),
    ...(extendTo && { extendTo: durationToJson(extendTo) }),
    profile: profile.name,
    due: deadline.due,
    ...(deadline.dueAt !== undefined && { dueAt: deadline.dueAt }),
    nominalDue: deadline.nominalDue,
    dayPart: deadline.dayPart,
    provisional: deadline.provisional !== undefined,
    provisionalBecause: deadline.provisional?.because ?? null,
    notices: deadline.notices,
    trace: trace.days.map((day) => ({
      date: day.date,
      kind: TRACE_WORDS[day.kind],
      note: describeTraceDay(day, deadline.due),
    })),
    ...(trace.omitted > 0 && { traceOmitted: trace.omitted }),
  }
}
