import { describe } from 'vitest'
import { onNewPlaceOf, type StoreKind } from './store-kind.ts'
import { testAppends } from './test-appends.ts'
import { testClaims } from './test-claims.ts'
import { testKeeping, testReopening } from './test-keeping.ts'
import { testManyCases } from './test-many-cases.ts'
import { testReaders } from './test-readers.ts'
import { testRequests } from './test-requests.ts'

/**
 * Puts a store to the test (存储合格测试): everything that the engine relies on, as tests of vitest under the store's name.
 *
 *     testCaseStore('our store', {
 *       durable: true,
 *       newPlace: async () => {
 *         const url = await createEmptyDatabase()
 *         return () => openOurStore(url)
 *       },
 *     })
 *
 * What becomes of a store when its process is killed can only be seen from outside, and is not part of it.
 */
export function testCaseStore(name: string, kind: StoreKind): void {
  const onNewPlace = onNewPlaceOf(kind)
  describe(name, () => {
    describe('appends', () => testAppends(onNewPlace))
    describe('requests sent again', () => testRequests(onNewPlace))
    describe('readers', () => testReaders(onNewPlace))
    describe('claims', () => testClaims(onNewPlace))
    describe('keeping', () => testKeeping(onNewPlace))
    if (kind.durable) describe('opened again', () => testReopening(onNewPlace))
    describe('many cases', () => testManyCases(onNewPlace, kind.cases ?? 10_000))
  })
}
