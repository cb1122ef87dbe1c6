import { expect, test } from 'vitest'
import type { FailedEffect } from '../../stores/case-store.ts'
import { appendAfter, blankCase } from './sample-case.ts'
import { eventsOf, type OnNewPlace } from './store-kind.ts'

/** Definitions, positions of subscribers, leases, failed calls. */
export function testKeeping(onNewPlace: OnNewPlace): void {
  test(
    'keeps definitions by their hash',
    onNewPlace(async ({ store }) => {
      expect(await store.definition('h1')).toBeUndefined()
      await Promise.all([1, 2, 3].map(() => store.saveDefinition('h1', '{"事项":"设立登记"}')))
      await store.saveDefinition('h2', '{}')
      expect(await store.definition('h1')).toBe('{"事项":"设立登记"}')
      expect(await store.definition('h2')).toBe('{}')
    }),
  )

  test(
    'moves a subscriber only from where it is',
    onNewPlace(async ({ store, openAgain }) => {
      expect(await store.position('mail')).toBe(0)
      expect(await store.movePosition('mail', 3, 5)).toBe(false)
      expect(await store.movePosition('mail', 0, 5)).toBe(true)
      expect(await store.movePosition('mail', 0, 7)).toBe(false)
      expect(await store.movePosition('mail', 5, 9)).toBe(true)
      expect([await store.position('mail'), await store.position('archive')]).toEqual([9, 0])
      const stores = [store, await openAgain()]
      for (const [subscriber, from] of [
        ['mail', 9],
        ['archive', 0],
      ] as const) {
        const moves = await Promise.all(
          Array.from({ length: 8 }, (_, index) =>
            (stores[index % 2] ?? store).movePosition(subscriber, from, 20 + index),
          ),
        )
        expect(moves.filter(Boolean)).toHaveLength(1)
        expect(await store.position(subscriber)).toBe(20 + moves.indexOf(true))
      }
    }),
  )

  test(
    'leases a name to one worker until it runs out or is given back',
    onNewPlace(async ({ store, openAgain }) => {
      const lease = (worker: string, now: number, until: number) =>
        store.lease({ name: 'delivery', worker, now, until })
      expect(await lease('w1', 10, 20)).toBe(true)
      expect(await lease('w2', 19, 29)).toBe(false)
      expect(await lease('w1', 19, 30)).toBe(true)
      expect(await lease('w2', 29, 40)).toBe(false)
      expect(await lease('w2', 30, 40)).toBe(true)
      expect(await lease('w1', 31, 31)).toBe(false)
      expect(await lease('w1', 32, 42)).toBe(false)
      expect(await lease('w2', 33, 33)).toBe(false)
      expect(await lease('w1', 33, 43)).toBe(true)
      expect(await store.lease({ name: 'another', worker: 'w2', now: 33, until: 43 })).toBe(true)

      const other = await openAgain()
      const taken = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 === 0 ? store : other).lease({ name: 'race', worker: `w${index}`, now: 50, until: 60 }),
        ),
      )
      expect(taken.filter(Boolean)).toHaveLength(1)
    }),
  )

  test(
    'keeps failed calls until they are taken away, the dead ones apart',
    onNewPlace(async ({ store }) => {
      const failed = (seq: number, nextAt: number | null, subscriber = 'mail'): FailedEffect => {
        return { subscriber, caseId: 'c1', seq, position: 10 - seq, attempts: 1, nextAt, error: `连不上\0"${seq}"🙁` }
      }
      const [soon, later, dead] = [failed(3, 50), failed(2, 60), failed(1, null)]
      const foreign = failed(3, 50, 'archive')
      for (const effect of [dead, later, soon, foreign]) await store.putFailedEffect(effect)
      expect(await store.failedEffects({ limit: 9 })).toEqual([foreign, soon, later, dead])
      expect(await store.failedEffects({ limit: 2 })).toEqual([foreign, soon])
      expect(await store.failedEffects({ subscriber: 'mail', limit: 9 })).toEqual([soon, later, dead])
      expect(await store.failedEffects({ subscriber: 'mail', dueBy: 50, limit: 9 })).toEqual([soon])
      expect(await store.failedEffects({ dead: true, limit: 9 })).toEqual([dead])
      expect(await store.failedEffects({ subscriber: 'mail', dead: false, limit: 9 })).toEqual([soon, later])
      expect(await store.failedEffects({ dead: true, dueBy: 99, limit: 9 })).toEqual([])

      const again = { ...soon, attempts: 2, nextAt: 99, error: '' }
      await store.putFailedEffect(again)
      await store.removeFailedEffect('mail', 'c1', 1)
      await store.removeFailedEffect('mail', 'c1', 1)
      expect(await store.failedEffects({ limit: 9 })).toEqual([foreign, again, later])
    }),
  )

  test(
    'does nothing any more once it is closed, however often',
    onNewPlace(async ({ store }) => {
      await store.append(appendAfter(blankCase('c1')))
      await store.close()
      await store.close()
      await expect(store.append(appendAfter(blankCase('c2')))).rejects.toThrow()
      await expect(store.summary('c1')).rejects.toThrow()
      await expect(eventsOf(store, 'c1')).rejects.toThrow()
    }),
  )
}

/** What a store has when it is opened again. */
export function testReopening(onNewPlace: OnNewPlace): void {
  test(
    'has everything when it is opened again',
    onNewPlace(async ({ store, openAgain }) => {
      const first = appendAfter(blankCase('c1'), { events: 3, wakeAt: 10, idempotencyKey: 'key-1' })
      await store.append(first)
      await store.append(appendAfter(blankCase('c2')))
      await store.saveDefinition('h1', '{}')
      await store.movePosition('mail', 0, 2)
      await store.lease({ name: 'delivery', worker: 'w1', now: 5, until: 15 })
      await store.claimDue({ now: 10, until: 10, limit: 1, worker: 'w1', claimedUntil: 20 })
      const all = await store.readAll(0, 10)
      await store.close()

      const again = await openAgain()
      expect(await again.readAll(0, 10)).toEqual(all)
      expect(await again.summary('c1')).toEqual(first.summary)
      expect(await again.append(first)).toMatchObject({ kind: 'repeated', version: 3 })
      expect(await again.definition('h1')).toBe('{}')
      expect(await again.position('mail')).toBe(2)
      expect(await again.lease({ name: 'delivery', worker: 'w2', now: 14, until: 24 })).toBe(false)
      const claim = { limit: 9, worker: 'w2', claimedUntil: 30 }
      expect(await again.claimDue({ ...claim, now: 19, until: 19 })).toEqual([])
      expect(await again.claimDue({ ...claim, now: 20, until: 20 })).toEqual([{ caseId: 'c1', wakeAt: 10 }])
      const next = await again.append(appendAfter(blankCase('c3')))
      expect(next).toMatchObject({ kind: 'appended' })
      expect((await again.readAll(all.at(-1)?.position ?? 0, 10)).map(({ caseId }) => caseId)).toEqual(['c3'])
    }),
  )

  test(
    'can be opened by 8 at once where there was none',
    onNewPlace(async ({ openAgain }) => {
      const stores = await Promise.all(Array.from({ length: 8 }, openAgain))
      await Promise.all(stores.map((each, index) => each.append(appendAfter(blankCase(`c${index}`)))))
      expect(await stores[0]?.readAll(0, 100)).toHaveLength(8)
    }),
  )
}
