import type { CaseEvent } from '../../engine/event.ts'
import { firstLink, sealEvents } from '../../engine/history/seal-events.ts'
import type { Append, CaseSummary } from '../../stores/case-store.ts'

/** How a sample append differs from a plain one of one event. */
interface AppendOptions extends Partial<Pick<CaseSummary, 'matter' | 'applicant' | 'status' | 'wakeAt'>> {
  /** How many events. */
  readonly events?: number
  /** What the applicant writes in each. */
  readonly text?: string
  readonly idempotencyKey?: string
  readonly fingerprint?: string
}

/** A case of which nothing is kept yet. */
export function blankCase(caseId: string): CaseSummary {
  return {
    caseId,
    version: 0,
    matter: '食品经营许可新办',
    definition: 'sample-definition',
    applicant: 'applicant-1',
    status: 'received',
    wakeAt: null,
    lastHash: firstLink(caseId),
  }
}

/** The next append to a case as its last one left it: the submission, then facts of the applicant. */
export function appendAfter(
  before: CaseSummary,
  { events = 1, text = '', idempotencyKey, fingerprint, ...summary }: AppendOptions = {},
): Append {
  const sealed = sealEvents(
    before.lastHash,
    Array.from({ length: events }, (_, index) => sampleEvent(before, before.version + index + 1, text)),
  )
  return {
    summary: {
      ...before,
      ...summary,
      version: before.version + events,
      lastHash: sealed.at(-1)?.hash ?? before.lastHash,
    },
    expectedVersion: before.version,
    events: sealed,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
}

function sampleEvent({ caseId, definition, matter, applicant }: CaseSummary, seq: number, text: string): CaseEvent {
  const by = { kind: 'applicant', id: applicant, roles: [] } as const
  const envelope = { v: 1, seq, at: 1_790_000_000_000 + seq, by } as const
  if (seq === 1) {
    return { kind: 'submitted', ...envelope, caseId, definition, matter, nodeCount: 3, floatingCount: 0, applicant }
  }
  return { kind: 'factsProvided', ...envelope, facts: { 说明: { kind: 'text', text: `${text}${seq}` } } }
}
