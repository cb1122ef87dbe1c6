import { printCanonicalJson } from '../../base/canonical-json.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { type Instant, printInstant } from '../../calendar/instant.ts'
import { hashText } from '../../graph/hash-text.ts'
import type { CaseState } from '../case-state.ts'
import type { ClockReading } from '../clocks/clock-reading.ts'
import { explainClock } from '../clocks/explain-clock.ts'
import { readClocks } from '../clocks/read-clocks.ts'
import type { EventKind } from '../event.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { type CalendarBasis, calendarBasis } from './calendar-basis.ts'
import type { ChainEnd } from './check-chain.ts'
import type { SealedEvent } from './sealed-event.ts'

/** One event in a receipt (凭证里的一件事): what, when, by whom, and the hash that fixes all the rest of it. */
export interface ReceiptLine {
  readonly seq: number
  readonly at: string
  readonly kind: EventKind
  readonly by: string
  readonly hash: string
}

/** One clock in a receipt (凭证里的一个时限). */
export interface ReceiptClock extends ClockReading {
  readonly explanation: string
}

/**
 * What was decided on a case, on what and by which rules (办件凭证): plain JSON that a party, a court or an auditor can keep
 * and hold against the history later. It holds what the applicant declared, so it is for the parties only.
 */
export interface Receipt {
  readonly schema: 'zw/receipt/1'
  readonly caseId: string
  readonly matter: string
  /** Hash of the definition that the case runs on. */
  readonly definition: string
  /** The moment it was made. */
  readonly madeAt: string
  /** The last event: with it `verifyHistory` sees whether the history was cut off or sealed anew. */
  readonly head: ChainEnd
  readonly calendar: CalendarBasis
  readonly inputs: Pick<CaseState, 'facts' | 'judgements' | 'materials'>
  readonly outputs: Pick<CaseState, 'status' | 'ending' | 'outputs'>
  /** Every clock, with the day it runs out, what it left out, and how that came about in words. */
  readonly clocks: readonly ReceiptClock[]
  readonly trace: readonly ReceiptLine[]
}

/** Makes the receipt of a case as it stands (开具凭证). `events` are its whole verified history. */
export function buildReceipt({
  definition,
  state,
  end,
  events,
  calendar,
  at,
}: {
  readonly definition: CaseDefinition
  readonly state: CaseState
  readonly end: ChainEnd
  readonly events: readonly SealedEvent[]
  readonly calendar: Calendar
  readonly at: Instant
}): Receipt {
  const { caseId, matter, facts, judgements, materials, status, ending, outputs } = state
  const clocks = readClocks(definition, state, calendar, at)
  const last = Math.max(at, ...clocks.map(({ due }) => due?.expiresAt ?? at))
  return {
    schema: 'zw/receipt/1',
    caseId,
    matter,
    definition: definition.hash,
    madeAt: printInstant(at),
    head: end,
    calendar: calendarBasis(calendar, state.ledger.receivedAt, last),
    inputs: { facts, judgements, materials },
    outputs: { status, ...(ending !== undefined && { ending }), outputs },
    clocks: clocks.map((clock) => ({ ...clock, explanation: explainClock(clock, calendar) })),
    trace: events.map(({ event: { seq, at: moment, kind, by }, hash }) => ({
      seq,
      at: printInstant(moment),
      kind,
      by: `${by.kind}:${by.id}`,
      hash,
    })),
  }
}

/** The hash of a receipt (凭证指纹), to be published or signed. */
export function hashReceipt(receipt: Receipt): string {
  return hashText(printCanonicalJson(receipt))
}
