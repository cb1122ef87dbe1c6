import { expect, test } from 'vitest'
import { appendAfter, blankCase } from './sample-case.ts'
import type { OnNewPlace } from './store-kind.ts'

/** Idempotency keys: a request that is sent again, as clients do that have heard no answer. */
export function testRequests(onNewPlace: OnNewPlace): void {
  test(
    'gives the first answer to a request sent again, however far the case has come',
    onNewPlace(async ({ store }) => {
      const request = { idempotencyKey: 'key-1', fingerprint: 'sha-1' }
      const first = appendAfter(blankCase('c1'), { events: 2, ...request })
      await store.append(first)
      await store.append(appendAfter(first.summary))
      const again = { kind: 'repeated', caseId: 'c1', version: 2 }
      expect(await store.append(first)).toEqual({ ...again, sameRequest: true })
      expect(await store.append({ ...first, fingerprint: 'sha-2' })).toEqual({ ...again, sameRequest: false })
      expect(await store.append(appendAfter(blankCase('c2'), request))).toEqual({ ...again, sameRequest: true })
      expect(await store.readAll(0, 10)).toHaveLength(3)
      expect(await store.summary('c2')).toBeUndefined()
    }),
  )

  test(
    'tells which events a key stands for',
    onNewPlace(async ({ store }) => {
      const first = appendAfter(blankCase('c1'), { events: 2, idempotencyKey: 'key-1' })
      const second = appendAfter(first.summary, { events: 3, idempotencyKey: 'key-2', fingerprint: 'sha' })
      await store.append(first)
      await store.append(second)
      expect(await store.keyed('key-1')).toEqual({ caseId: 'c1', fromVersion: 0, version: 2 })
      expect(await store.keyed('key-2')).toEqual({ caseId: 'c1', fromVersion: 2, version: 5, fingerprint: 'sha' })
      expect(await store.keyed('key-3')).toBeUndefined()
    }),
  )

  test(
    'does not use up the key of a request that came too late',
    onNewPlace(async ({ store }) => {
      const first = appendAfter(blankCase('c1'))
      await store.append(first)
      const late = appendAfter(blankCase('c1'), { idempotencyKey: 'key-1' })
      expect(await store.append(late)).toEqual({ kind: 'conflict', version: 1 })
      expect(await store.keyed('key-1')).toBeUndefined()
      const anew = appendAfter(first.summary, { idempotencyKey: 'key-1' })
      expect(await store.append(anew)).toMatchObject({ kind: 'appended', version: 2 })
    }),
  )

  test.each([
    { title: 'one case', caseOf: () => 'c1' },
    { title: 'a new case each', caseOf: (index: number) => `c${index}` },
  ])('appends once what arrives 16 times at the same moment for $title', async ({ caseOf }) => {
    await onNewPlace(async ({ store, openAgain }) => {
      const stores = [store, await openAgain()]
      for (let round = 0; round < 5; round++) {
        const requests = Array.from({ length: 16 }, (_, index) =>
          appendAfter(blankCase(`${round}-${caseOf(index)}`), { idempotencyKey: `key-${round}`, fingerprint: 'sha' }),
        )
        const answers = await Promise.all(
          requests.map((request, index) => (stores[index % 2] ?? store).append(request)),
        )
        expect(answers.filter(({ kind }) => kind === 'appended')).toHaveLength(1)
        const won = await store.keyed(`key-${round}`)
        const again = { kind: 'repeated', caseId: won?.caseId, version: 1, sameRequest: true }
        expect(answers.filter(({ kind }) => kind !== 'appended')).toEqual(Array(15).fill(again))
        expect(await store.readAll(0, 100)).toHaveLength(round + 1)
      }
    })()
  })
}
