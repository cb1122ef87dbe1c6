import type { Deadline } from '../calendar/deadline.ts'
import type { DeadlineTrace } from '../calendar/deadline-trace.ts'
import type { Duration } from '../calendar/duration.ts'
import type { CountingProfile } from '../calendar/profiles.ts'

/** A deadline with what it was computed from and how it came about (到期日及其推算). */
export interface DeadlineAnswer {
  readonly from: string
  readonly limit: Duration
  readonly extendBy?: Duration | undefined
  readonly extendTo?: Duration | undefined
  readonly profile: CountingProfile
  readonly deadline: Deadline
  readonly trace: DeadlineTrace
}
