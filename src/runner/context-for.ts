import type { Instant } from '../calendar/instant.ts'
import type { Actor } from '../engine/actor.ts'
import type { CommandContext } from '../engine/context.ts'
import type { CaseHost } from './case-host.ts'

/** How far the clocks of machines that share a store may differ. Unit: ms. */
const SKEW = 60_000

/**
 * What the host tells the engine about a command (命令的来由). Its moment is now, but never before the last event only
 * because the clock of another machine is a little ahead.
 */
export function contextFor(
  { calendar, policy }: CaseHost,
  by: Actor,
  now: Instant,
  lastAt: Instant | undefined,
): CommandContext {
  const isBehind = lastAt !== undefined && now < lastAt && lastAt - now <= SKEW
  return { at: isBehind ? lastAt : now, by, calendar, ...(policy !== undefined && { policy }) }
}
