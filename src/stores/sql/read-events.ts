import type { CaseEvent } from '../../engine/event.ts'
import type { StoredEvent } from '../case-store.ts'
import type { Database, SqlFlavour } from './flavour.ts'

/** How many events of a case one query fetches. */
const PAGE = 500

const COLUMNS = ['case_id', 'position', 'seq', 'event', 'previous', 'hash'] as const

/** The events of one case in order, page by page (读办件的事件). */
export async function* readCase(database: Database, caseId: string, afterVersion: number): AsyncGenerator<StoredEvent> {
  let after = afterVersion
  for (;;) {
    const rows = await database
      .selectFrom('zw_events')
      .select(COLUMNS)
      .where('case_id', '=', caseId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) yield toEvent(row)
    if (rows.length < PAGE) return
    after = rows.at(-1)?.seq ?? after
  }
}

/**
 * Reads the events of all cases (读全部事件) so that none appears later before one already read.
 *
 * A database that lets appends run side by side draws positions in one order and commits in another: 7 can be there while
 * 6 is on its way. Where positions are missing in what was read, those appends that are under way are waited for; what is
 * missing after that was undone and never comes. In rows without a gap there is nothing to wait for.
 */
export function allEventsReader(
  database: Database,
  flavour: SqlFlavour,
): (afterPosition: number, limit: number) => Promise<readonly StoredEvent[]> {
  const { settleAppends } = flavour
  /** Up to here every append is known to be finished. */
  let settled = 0

  async function select(after: number, limit: number, until = Number.MAX_SAFE_INTEGER) {
    return await database
      .selectFrom('zw_events')
      .select(COLUMNS)
      .where('position', '>', after)
      .where('position', '<=', until)
      .orderBy('position')
      .limit(limit)
      .execute()
  }

  return async (after, limit) => {
    const rows = await select(after, limit)
    const last = rows.at(-1)?.position
    if (settleAppends === undefined || last === undefined) return rows.map(toEvent)
    const gap = firstGap(rows, Math.max(after, settled))
    if (gap !== undefined) {
      if (!(await settleAppends(database))) return rows.slice(0, gap).map(toEvent)
      settled = Math.max(settled, last)
      return (await select(after, limit, last)).map(toEvent)
    }
    // From a place that this reader does not know nothing follows for what lies before it.
    if (after <= settled) settled = Math.max(settled, last)
    return rows.map(toEvent)
  }
}

/** The first row before which a position is missing that may still come. */
function firstGap(rows: readonly { readonly position: number }[], settled: number): number | undefined {
  let expected = settled + 1
  for (const [index, { position }] of rows.entries()) {
    if (position <= settled) continue
    if (position !== expected) return index
    expected++
  }
  return undefined
}

interface SelectedEvent {
  readonly case_id: string
  readonly position: number
  readonly event: string
  readonly previous: string
  readonly hash: string
}

function toEvent({ case_id, position, event, previous, hash }: SelectedEvent): StoredEvent {
  return { caseId: case_id, position, event: parseEvent(event), previous, hash }
}

/** Text that is no JSON any more is handed on as it is, so that whoever verifies the history names the event. */
function parseEvent(text: string): CaseEvent {
  try {
    return JSON.parse(text)
  } catch {
    return JSON.parse(JSON.stringify(text))
  }
}
