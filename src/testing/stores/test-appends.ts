import { expect, test } from 'vitest'
import { hashEvent } from '../../engine/history/seal-events.ts'
import { appendAfter, blankCase } from './sample-case.ts'
import { eventsOf, type OnNewPlace } from './store-kind.ts'

/** Appends: all or nothing, each once, one writer at a version. */
export function testAppends(onNewPlace: OnNewPlace): void {
  test(
    'gives back what was appended, in order, with the hashes that it came with',
    onNewPlace(async ({ store }) => {
      const first = appendAfter(blankCase('c1'), { events: 2 })
      const second = appendAfter(first.summary, { events: 3, status: 'accepted', wakeAt: 7 })
      expect(await store.append(first)).toEqual({ kind: 'appended', version: 2, position: 2 })
      expect(await store.append(second)).toEqual({ kind: 'appended', version: 5, position: 5 })

      const kept = await eventsOf(store, 'c1')
      expect(kept.map(({ event }) => event)).toEqual([...first.events, ...second.events].map(({ event }) => event))
      expect(kept.map(({ previous, event }) => hashEvent(previous, event))).toEqual(kept.map(({ hash }) => hash))
      expect(kept.map(({ caseId, position }) => [caseId, position])).toEqual([1, 2, 3, 4, 5].map((at) => ['c1', at]))
      expect(await store.summary('c1')).toEqual(second.summary)
      expect(await eventsOf(store, 'c1', 3)).toEqual(kept.slice(3))
      expect(await eventsOf(store, 'c1', 5)).toEqual([])
      expect(await eventsOf(store, 'nobody')).toEqual([])
      expect(await store.summary('nobody')).toBeUndefined()
    }),
  )

  test(
    'keeps any text: emoji, quotes, line ends, U+0000, half a surrogate',
    onNewPlace(async ({ store }) => {
      const append = appendAfter(blankCase('c1'), { events: 2, text: `“卤味”🍜'";--\r\n\u2028\0\u{d83c}` })
      await store.append(append)
      const kept = await eventsOf(store, 'c1')
      expect(kept.map(({ event }) => event)).toEqual(append.events.map(({ event }) => event))
      expect(kept.map(({ previous, event }) => hashEvent(previous, event))).toEqual(kept.map(({ hash }) => hash))
    }),
  )

  test(
    'keeps long histories, and many events in one append',
    onNewPlace(async ({ store }) => {
      const long = appendAfter(blankCase('c1'), { events: 1_300 })
      await store.append(long)
      expect((await eventsOf(store, 'c1')).map(({ event }) => event.seq)).toEqual(
        long.events.map(({ event }) => event.seq),
      )
      expect(await eventsOf(store, 'c1', 1_299)).toHaveLength(1)
    }),
  )

  test(
    'appends nothing at another version than the expected one, and says which it is',
    onNewPlace(async ({ store }) => {
      const first = appendAfter(blankCase('c1'), { events: 2 })
      await store.append(first)
      const stale = { ...first.summary, version: 1 }
      expect(await store.append(appendAfter(blankCase('c1')))).toEqual({ kind: 'conflict', version: 2 })
      expect(await store.append(appendAfter(stale, { wakeAt: 9 }))).toEqual({ kind: 'conflict', version: 2 })
      const ahead = { ...first.summary, version: 3 }
      expect(await store.append(appendAfter(ahead))).toEqual({ kind: 'conflict', version: 2 })
      expect(await store.append(appendAfter({ ...blankCase('c2'), version: 3 }))).toEqual({
        kind: 'conflict',
        version: 0,
      })
      expect(await store.summary('c1')).toEqual(first.summary)
      expect(await store.summary('c2')).toBeUndefined()
      expect(await store.readAll(0, 10)).toHaveLength(2)
    }),
  )

  test(
    'lets one of 16 writers through at a version, in two stores at once',
    onNewPlace(async ({ store, openAgain }) => {
      const stores = [store, await openAgain()]
      let summary = blankCase('c1')
      for (let round = 0; round < 5; round++) {
        const rivals = Array.from({ length: 16 }, (_, index) => appendAfter(summary, { text: `${index}` }))
        const answers = await Promise.all(rivals.map((rival, index) => (stores[index % 2] ?? store).append(rival)))
        const won = answers.findIndex(({ kind }) => kind === 'appended')
        const others = answers.filter((_, index) => index !== won)
        expect(others).toEqual(others.map(() => ({ kind: 'conflict', version: round + 1 })))
        summary = rivals[won]?.summary ?? summary
        expect(await store.summary('c1')).toEqual(summary)
      }
      expect(await eventsOf(store, 'c1')).toHaveLength(5)
    }),
  )

  test(
    'refuses what breaks the promises of a writer',
    onNewPlace(async ({ store }) => {
      const good = appendAfter(blankCase('c1'), { events: 3 })
      const { summary, events } = good
      const [first, second, third] = events
      if (first === undefined || second === undefined || third === undefined) throw new Error('three events')
      const broken = [
        { ...good, events: [] },
        { ...good, events: [first, third] },
        { ...good, events: [second, first, third] },
        { ...good, events: [first, second, { ...third, previous: first.hash }] },
        { ...good, expectedVersion: 1 },
        { ...good, summary: { ...summary, version: 4 } },
        { ...good, summary: { ...summary, lastHash: second.hash } },
      ]
      for (const append of broken) await expect(store.append(append)).rejects.toThrow(RangeError)
      expect(await store.readAll(0, 10)).toEqual([])
      expect(await store.append(good)).toMatchObject({ kind: 'appended' })
    }),
  )
}
