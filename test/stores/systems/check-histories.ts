import { expect } from 'vitest'
import { firstLink, hashEvent } from '../../../src/engine/history/seal-events.ts'
import type { CaseStore, StoredEvent } from '../../../src/stores/case-store.ts'

/**
 * Expects everything in a store to be whole: the events of every case numbered without a gap and chained, its summary as
 * the last event left it, and all of them once in the order of positions. Gives the events of each case.
 */
export async function checkHistories(store: CaseStore): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const histories = new Map<string, StoredEvent[]>()
  let position = 0
  for (;;) {
    const page = await store.readAll(position, 1_000)
    for (const stored of page) {
      expect(stored.position).toBeGreaterThan(position)
      position = stored.position
      const history = histories.get(stored.caseId) ?? []
      history.push(stored)
      histories.set(stored.caseId, history)
    }
    if (page.length === 0) break
  }
  for (const [caseId, history] of histories) {
    let previous = firstLink(caseId)
    for (const [index, stored] of history.entries()) {
      expect(stored.event.seq).toBe(index + 1)
      expect(stored.previous).toBe(previous)
      expect(stored.hash).toBe(hashEvent(previous, stored.event))
      previous = stored.hash
    }
    expect(await store.summary(caseId)).toMatchObject({ version: history.length, lastHash: previous })
  }
  expect((await store.list({})).map(({ caseId }) => caseId)).toEqual([...histories.keys()].sort())
  return histories
}
