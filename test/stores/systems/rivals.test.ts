import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { openStore } from '../../../src/stores/open-store.ts'
import { appendAfter, blankCase } from '../../../src/testing/stores/sample-case.ts'
import { checkHistories } from './check-histories.ts'
import { SHARED_STORES } from './places.ts'
import { startProgram } from './start-program.ts'

const ADDS = 100
const DUE = 200

const lineSchema = z.union([
  z.strictObject({ added: z.tuple([z.string(), z.int(), z.string()]) }),
  z.strictObject({ claimed: z.array(z.string()) }),
  z.strictObject({ conflicts: z.int() }),
])

describe.each(SHARED_STORES)('processes that share $name', ({ newPlace }) => {
  test('lose no update, claim no case twice and are never locked out', async () => {
    const place = await newPlace()
    const rivals = ['w1', 'w2', 'w3'].map((worker) => startProgram('rival', place, worker, `${ADDS}`))
    await Promise.all(rivals.map(({ ready }) => ready))
    const store = await openStore(place)
    const ids = Array.from({ length: DUE }, (_, index) => `due-${index}`)
    for (const [index, id] of ids.entries()) await store.append(appendAfter(blankCase(id), { wakeAt: index % 100 }))
    for (const rival of rivals) rival.go()
    const endings = await Promise.all(rivals.map(({ ending }) => ending))
    expect(endings).toEqual(rivals.map(() => ({ errors: '', code: 0, signal: null })))

    const told = await Promise.all(rivals.map(async ({ lines }) => z.array(lineSchema).parse(await lines)))
    const histories = await checkHistories(store)
    const added = told.flat().flatMap((line) => ('added' in line ? [line.added] : []))
    expect(added).toHaveLength(rivals.length * ADDS)
    for (const [caseId, version, hash] of added) expect(histories.get(caseId)?.[version - 1]?.hash).toBe(hash)
    const counts = [0, 1, 2].map((index) => histories.get(`shared-${index}`)?.length ?? 0)
    expect(counts.reduce((sum, count) => sum + count)).toBe(rivals.length * ADDS)
    // They did get in each other's way.
    expect(told.flat().some((line) => 'conflicts' in line && line.conflicts > 0)).toBe(true)

    const claims = told.map((lines) => lines.flatMap((line) => ('claimed' in line ? line.claimed : [])))
    expect(claims.flat().sort()).toEqual([...ids].sort())
    expect(claims.map(({ length }) => length > 0)).toEqual(rivals.map(() => true))
    expect(await store.position('mail')).toBe(rivals.length * ADDS)
    await store.close()
  })

  test('migrate an empty place once, all starting at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const place = await newPlace()
      const rivals = ['w1', 'w2', 'w3', 'w4'].map((worker) => startProgram('rival', place, worker, '3'))
      await Promise.all(rivals.map(({ ready }) => ready))
      for (const rival of rivals) rival.go()
      const endings = await Promise.all(rivals.map(({ ending }) => ending))
      expect(endings).toEqual(rivals.map(() => ({ errors: '', code: 0, signal: null })))
      const store = await openStore(place)
      const histories = await checkHistories(store)
      expect([...histories.values()].flat()).toHaveLength(rivals.length * 3)
      await store.close()
    }
  })
})
