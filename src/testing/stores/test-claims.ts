import { expect, test } from 'vitest'
import type { CaseStore, DueCase } from '../../stores/case-store.ts'
import { appendAfter, blankCase } from './sample-case.ts'
import type { OnNewPlace } from './store-kind.ts'

/** A claim at a moment: of what is due by then, for 100 ms. */
function claimAt(now: number, limit = 100, worker = 'worker-1') {
  return { now, until: now, limit, worker, claimedUntil: now + 100 }
}

function idsOf(due: readonly DueCase[]): string {
  return due.map(({ caseId }) => caseId).join(' ')
}

/** Claims on cases whose time has come: one worker at a time, and nothing is forgotten with a worker that dies. */
export function testClaims(onNewPlace: OnNewPlace): void {
  const withCases = (body: (store: CaseStore) => Promise<void>) =>
    onNewPlace(async ({ store }) => {
      for (const [id, wakeAt] of [
        ['c1', 30],
        ['c2', 10],
        ['c3', null],
        ['c4', 20],
        ['c5', 10],
      ] as const) {
        await store.append(appendAfter(blankCase(id), { wakeAt }))
      }
      await body(store)
    })

  test(
    'claims what is due, longest waiting first, and nothing before its time',
    withCases(async (store) => {
      expect(await store.claimDue(claimAt(9))).toEqual([])
      expect(await store.claimDue(claimAt(20, 2))).toEqual([
        { caseId: 'c2', wakeAt: 10 },
        { caseId: 'c5', wakeAt: 10 },
      ])
      expect(await store.claimDue(claimAt(20))).toEqual([{ caseId: 'c4', wakeAt: 20 }])
      expect(await store.claimDue(claimAt(20))).toEqual([])
      expect(idsOf(await store.claimDue({ ...claimAt(20), until: 30 }))).toBe('c1')
    }),
  )

  test(
    'gives a case to another worker when the claim has ended, and not before',
    withCases(async (store) => {
      expect(idsOf(await store.claimDue(claimAt(10)))).toBe('c2 c5')
      expect(idsOf(await store.claimDue(claimAt(109, 100, 'worker-2')))).toBe('c4 c1')
      expect(idsOf(await store.claimDue(claimAt(110, 100, 'worker-2')))).toBe('c2 c5')
      expect(idsOf(await store.claimDue(claimAt(110, 100, 'worker-1')))).toBe('')
    }),
  )

  test(
    'frees a claim with the next append, which says when to look again',
    withCases(async (store) => {
      await store.claimDue(claimAt(10))
      const summary = await store.summary('c2')
      await store.append(appendAfter(summary ?? blankCase('c2'), { wakeAt: 11 }))
      expect(idsOf(await store.claimDue(claimAt(12)))).toBe('c2')
    }),
  )

  test(
    'moves a waking without an event, unless the case has moved on',
    withCases(async (store) => {
      await store.claimDue(claimAt(10))
      expect(await store.reschedule('c2', 2, 99)).toBe(false)
      expect(await store.reschedule('nobody', 1, 99)).toBe(false)
      expect(idsOf(await store.claimDue(claimAt(11)))).toBe('')
      expect(await store.reschedule('c2', 1, 11)).toBe(true)
      expect(await store.reschedule('c5', 1, null)).toBe(true)
      expect(idsOf(await store.claimDue(claimAt(11)))).toBe('c2')
      expect(idsOf(await store.claimDue(claimAt(5000)))).toBe('c2 c4 c1')
      expect(await store.summary('c2')).toMatchObject({ version: 1, wakeAt: 11 })
      expect(await store.readAll(0, 100)).toHaveLength(5)
    }),
  )

  test(
    'tells the next waking: of a claimed case not before its claim ends',
    withCases(async (store) => {
      expect(await store.nextWake()).toBe(10)
      await store.claimDue(claimAt(10))
      expect(await store.nextWake()).toBe(20)
      await store.claimDue(claimAt(50))
      expect(await store.nextWake()).toBe(110)
      await store.reschedule('c2', 1, 70)
      expect(await store.nextWake()).toBe(70)
      for (const id of ['c1', 'c2', 'c4', 'c5']) await store.reschedule(id, 1, null)
      expect(await store.nextWake()).toBeUndefined()
    }),
  )

  test(
    'keeps moments far away: 400 days, 100 years',
    onNewPlace(async ({ store }) => {
      const days = 86_400_000
      const at = 1_790_000_000_000
      await store.append(appendAfter(blankCase('c1'), { wakeAt: at + 400 * days }))
      await store.append(appendAfter(blankCase('c2'), { wakeAt: at + 36_500 * days }))
      expect(await store.claimDue(claimAt(at + 400 * days - 1))).toEqual([])
      expect(await store.claimDue(claimAt(at + 400 * days))).toEqual([{ caseId: 'c1', wakeAt: at + 400 * days }])
      expect(await store.nextWake()).toBe(at + 400 * days + 100)
      expect(await store.summary('c2')).toMatchObject({ wakeAt: at + 36_500 * days })
    }),
  )

  test(
    'never gives a case to two of 8 workers who ask at the same moment',
    onNewPlace(async ({ store, openAgain }) => {
      const other = await openAgain()
      const ids = Array.from({ length: 120 }, (_, index) => `c${index}`)
      await Promise.all(ids.map((id, index) => store.append(appendAfter(blankCase(id), { wakeAt: index }))))
      const claimed: string[] = []
      const work = async (worker: number) => {
        for (;;) {
          const from = worker % 2 === 0 ? store : other
          const due = await from.claimDue(claimAt(1_000, 7, `worker-${worker}`))
          if (due.length === 0) return
          claimed.push(...due.map(({ caseId }) => caseId))
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)))
      expect(claimed.sort()).toEqual(ids.sort())
    }),
  )
}
