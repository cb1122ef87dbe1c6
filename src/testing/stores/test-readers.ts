import { expect, test, vi } from 'vitest'
import type { CaseStore, CaseSummary, StoredEvent } from '../../stores/case-store.ts'
import { appendAfter, blankCase } from './sample-case.ts'
import { eventsOf, type OnNewPlace } from './store-kind.ts'

/** What readers of all cases may rely on, and how cases are found. */
export function testReaders(onNewPlace: OnNewPlace): void {
  test(
    'reads the events of all cases after a position, so many at a time',
    onNewPlace(async ({ store }) => {
      for (const id of ['c1', 'c2', 'c3']) await store.append(appendAfter(blankCase(id), { events: 2 }))
      const all = await store.readAll(0, 100)
      expect(all.map(({ caseId, event }) => `${caseId}/${event.seq}`).join(' ')).toBe('c1/1 c1/2 c2/1 c2/2 c3/1 c3/2')
      expect(all.filter(({ caseId }) => caseId === 'c2')).toEqual(await eventsOf(store, 'c2'))
      expect(await store.readAll(0, 3)).toEqual(all.slice(0, 3))
      expect(await store.readAll(all[2]?.position ?? 0, 2)).toEqual(all.slice(3, 5))
      expect(await store.readAll(all[5]?.position ?? 0, 2)).toEqual([])
    }),
  )

  test(
    'shows a reader who follows 12 writers every event once, and none before those it was appended after',
    onNewPlace(async ({ store, openAgain }) => {
      const [other, readers] = [await openAgain(), await openAgain()]
      let writing = true
      const read = follow(readers, () => writing)
      await Promise.all(
        Array.from({ length: 12 }, async (_, writer) => {
          let summary: CaseSummary = blankCase(`c${writer}`)
          for (let round = 0; round < 25; round++) {
            const append = appendAfter(summary, { events: 1 + (round % 3) })
            await (writer % 2 === 0 ? store : other).append(append)
            summary = append.summary
          }
        }),
      )
      writing = false
      const seen = await read
      expect(seen).toEqual(await store.readAll(0, 10_000))
      expect(seen).toHaveLength(12 * (25 + 24))
      const positions = seen.map(({ position }) => position)
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
    }),
  )

  test(
    'lists cases in the order of the units of their ids, page by page',
    onNewPlace(async ({ store }) => {
      const ids = ['b', 'B', 'a:1', 'a-1', 'a.2', 'A', '2', '10', 'a_1', 'a']
      for (const id of ids) await store.append(appendAfter(blankCase(id)))
      const sorted = [...ids].sort()
      expect((await store.list({})).map(({ caseId }) => caseId)).toEqual(sorted)
      expect((await store.list({ limit: 4 })).map(({ caseId }) => caseId)).toEqual(sorted.slice(0, 4))
      const next = await store.list({ limit: 4, after: sorted[3] ?? '' })
      expect(next.map(({ caseId }) => caseId)).toEqual(sorted.slice(4, 8))
    }),
  )

  test(
    'finds cases by applicant, matter and status, as their last append left them',
    onNewPlace(async ({ store }) => {
      const mine = appendAfter(blankCase('c1'), { applicant: 'me' })
      await store.append(mine)
      await store.append(appendAfter(blankCase('c2'), { matter: '公司设立登记' }))
      await store.append(appendAfter(blankCase('c3'), { applicant: 'me', matter: '公司设立登记', status: 'closed' }))
      const found = async (query: Parameters<CaseStore['list']>[0]) =>
        (await store.list(query)).map(({ caseId }) => caseId).join(' ')
      expect(await found({ applicant: 'me' })).toBe('c1 c3')
      expect(await found({ matter: '公司设立登记' })).toBe('c2 c3')
      expect(await found({ applicant: 'me', matter: '公司设立登记' })).toBe('c3')
      expect(await found({ status: 'received' })).toBe('c1 c2')
      await store.append(appendAfter(mine.summary, { status: 'accepted' }))
      expect(await found({ status: 'received' })).toBe('c2')
      expect(await found({ status: 'accepted' })).toBe('c1')
      expect(await found({ applicant: 'nobody' })).toBe('')
    }),
  )
}

/** Reads on until nobody writes any more and everything is read. */
async function follow(store: CaseStore, isWriting: () => boolean): Promise<readonly StoredEvent[]> {
  const seen: StoredEvent[] = []
  const readOn = async () => {
    const last = !isWriting()
    const page = await store.readAll(seen.at(-1)?.position ?? 0, 20)
    seen.push(...page)
    return last && page.length === 0
  }
  await vi.waitUntil(readOn, { interval: 1, timeout: 100_000 })
  return seen
}
