import { isKeyOf } from '../../base/keys-of.ts'
import type { Origin } from '../../base/source-file.ts'
import type { Duration } from '../../calendar/duration.ts'
import { type Instant, printInstant } from '../../calendar/instant.ts'
import type { CountingProfile } from '../../calendar/profiles.ts'
import type { LegalSource } from '../../model/common.ts'
import type { LedgerExtension, LedgerPause } from '../case-state.ts'
import { CLOCK_KINDS, type ClockKind } from './clock-kind.ts'

/**
 * One time limit of one case: a budget and a ledger, never a stored due date (时钟). Every field is always there, since
 * clocks are made anew at every command.
 */
export interface Clock {
  readonly kind: ClockKind
  /** What it is the clock of, where a case may have several of the kind: the name of the step, procedure, material. */
  readonly name: string | undefined
  readonly node: number | undefined
  /** As stated; undefined while the choice among several limits waits for facts. */
  readonly limit: Duration | undefined
  readonly neededFacts: readonly string[]
  readonly profile: CountingProfile
  /** The event from which it counts; of a count that began anew, the restart. */
  readonly start: Instant
  /** The count began anew (重新计算). */
  readonly restarted: boolean
  readonly stop: Instant | undefined
  /** In the order of their beginning. */
  readonly pauses: readonly LedgerPause[]
  readonly extensions: readonly LedgerExtension[]
  /** The line of the definition that sets the limit, or the law that does. */
  readonly origin: Origin | undefined
  readonly source: LegalSource | undefined
}

/** What most clocks have none of. */
export const PLAIN_CLOCK = {
  name: undefined,
  node: undefined,
  neededFacts: [],
  restarted: false,
  pauses: [],
  extensions: [],
  origin: undefined,
  source: undefined,
} as const satisfies Partial<Clock>

/**
 * What alerts call a clock. Start and extensions take part, so that a step that is done again, a count that began anew
 * and a limit that was extended may raise their alerts again. Steps go by name: their numbers change with the version.
 */
export function clockId({ kind, name, start, extensions }: Clock): string {
  const place = name === undefined ? '' : `${name}/`
  const extended = extensions.length === 0 ? '' : `/+${extensions.length}`
  return `${kind}/${place}${printInstant(start)}${extended}`
}

/** What people call a clock (时钟的名称). */
export function labelClock({ kind, name }: Pick<Clock, 'kind' | 'name'>): string {
  if (name === undefined) return CLOCK_KINDS[kind]
  return kind === 'supplement'
    ? CLOCK_KINDS.supplement
    : `“${name}”${kind === 'deferral' ? CLOCK_KINDS.deferral : '时限'}`
}

/** What people call the clock that an alert names (预警所指的时钟); '' for what is no id of a clock. */
export function labelClockId(id: string): string {
  const [kind = '', ...rest] = id.split('/')
  if (!isKeyOf(CLOCK_KINDS, kind)) return ''
  const extended = rest.at(-1)?.startsWith('+') === true ? 2 : 1
  const name = rest.slice(0, -extended).join('/')
  return labelClock({ kind, name: name === '' ? undefined : name })
}
