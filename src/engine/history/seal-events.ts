import { printCanonicalJson } from '../../base/canonical-json.ts'
import { hashText } from '../../graph/hash-text.ts'
import type { CaseEvent } from '../event.ts'
import type { SealedEvent } from './sealed-event.ts'

/** What the first event of a case follows (链首): the hash of its id, so that no history passes for another case's. */
export function firstLink(caseId: string): string {
  return hashText(caseId)
}

/** The hash of an event that follows another (链上的指纹): of the canonical JSON of both together. */
export function hashEvent(previous: string, event: CaseEvent): string {
  return hashText(printCanonicalJson({ event, previous }))
}

/** Chains events to the last one of their case (封存): `last` is its hash, or {@link firstLink} of a new case. */
export function sealEvents(last: string, events: readonly CaseEvent[]): readonly SealedEvent[] {
  let previous = last
  return events.map((event) => {
    const sealed = { event, previous, hash: hashEvent(previous, event) }
    previous = sealed.hash
    return sealed
  })
}
