import type { CountingProfile } from '../../calendar/profiles.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseDefinition } from '../flow/definition.ts'

/** What the clocks of one case are made from. */
export interface ClockSource {
  readonly definition: CaseDefinition
  readonly state: CaseState
  readonly profile: CountingProfile
  /** False leaves out the clocks on which nothing can fall due any more. */
  readonly all: boolean
}
