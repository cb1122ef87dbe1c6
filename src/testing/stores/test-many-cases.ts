import { expect, test } from 'vitest'
import type { CaseStore } from '../../stores/case-store.ts'
import { appendAfter, blankCase } from './sample-case.ts'
import type { OnNewPlace } from './store-kind.ts'

const WRITERS = 16

/** A store that has been in use: so many open cases. */
export function testManyCases(onNewPlace: OnNewPlace, cases: number): void {
  test(
    `holds ${cases} cases: each is written, listed, read and claimed once`,
    onNewPlace(async ({ store }) => {
      const ids = Array.from({ length: cases }, (_, index) => `case-${`${index}`.padStart(5, '0')}`)
      const waiting = ids.entries()
      const write = async () => {
        for (const [index, id] of waiting) await store.append(appendAfter(blankCase(id), { wakeAt: cases - index }))
      }
      await Promise.all(Array.from({ length: WRITERS }, write))
      expect(await listAll(store)).toEqual(ids)

      const read = new Map<string, number>()
      let position = 0
      for (;;) {
        const page = await store.readAll(position, 1_000)
        for (const { caseId } of page) read.set(caseId, (read.get(caseId) ?? 0) + 1)
        const last = page.at(-1)
        if (last === undefined) break
        expect(last.position).toBeGreaterThan(position)
        position = last.position
      }
      expect([...read.keys()].sort()).toEqual(ids)
      expect(new Set(read.values())).toEqual(new Set([1]))

      const claimed: string[] = []
      for (;;) {
        const due = await store.claimDue({ now: cases, until: cases, limit: 777, worker: 'w', claimedUntil: 2 * cases })
        if (due.length === 0) break
        claimed.push(...due.map(({ caseId }) => caseId))
      }
      expect(claimed).toEqual([...ids].reverse())
    }),
  )
}

async function listAll(store: CaseStore): Promise<readonly string[]> {
  const ids: string[] = []
  for (;;) {
    const after = ids.at(-1)
    const page = await store.list(after === undefined ? { limit: 1_000 } : { limit: 1_000, after })
    if (page.length === 0) return ids
    ids.push(...page.map(({ caseId }) => caseId))
  }
}
