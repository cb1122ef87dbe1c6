import type { Append } from './case-store.ts'

/**
 * Refuses an append that breaks the promises of its writer (核对追加): events that do not follow the expected version one by
 * one, that are not chained, or that lead elsewhere than the summary says. What it lets through keeps histories gapless.
 */
export function checkAppend({ summary, expectedVersion, events }: Append): void {
  const [first] = events
  if (first === undefined) throw new RangeError('An append needs at least one event')
  let { previous } = first
  let version = expectedVersion
  for (const sealed of events) {
    version++
    if (sealed.event.seq !== version) throw new RangeError(`Event ${sealed.event.seq} stands where ${version} belongs`)
    if (sealed.previous !== previous) throw new RangeError(`Event ${version} is not chained to the one before it`)
    previous = sealed.hash
  }
  if (summary.version !== version) throw new RangeError(`The summary is of version ${summary.version}, not ${version}`)
  if (summary.lastHash !== previous) throw new RangeError('The summary does not have the hash of the last event')
}
