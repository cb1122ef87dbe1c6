import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../src/engine/event.ts'
import { firstLink, hashEvent, sealEvents } from '../../../src/engine/history/seal-events.ts'
import type { SealedEvent } from '../../../src/engine/history/sealed-event.ts'
import { verifyHistory } from '../../../src/engine/history/verify-history.ts'
import { replay } from '../../../src/engine/replay.ts'
import { hashText } from '../../../src/graph/hash-text.ts'
import { compileLicence, define, STORY, tell } from '../../support/engine/licence.ts'

const { events, state } = tell(define(compileLicence()), STORY)
const sealed = sealEvents(firstLink('case-1'), events)
const count = events.length
const lastHash = sealed.at(-1)?.hash ?? ''
const place = fc.nat({ max: events.length - 1 })

/** What is found first wrong: its kind and place, or where the history leads to. */
function verdict(history: readonly SealedEvent[], head?: { readonly version: number; readonly hash: string }): string {
  const verified = verifyHistory('case-1', history, head)
  return verified.ok ? `ok ${verified.value.end.version}` : `${verified.error.kind} ${verified.error.seq}`
}

/** Changes an event without a trace in its own hash or in those after it. */
function resealed(change: (event: CaseEvent, index: number) => CaseEvent): readonly SealedEvent[] {
  return sealEvents(firstLink('case-1'), events.map(change))
}

describe('a history that nobody touched', () => {
  test('holds, and leads to where the case stands', () => {
    const verified = verifyHistory('case-1', sealed)
    expect(verified).toEqual({ ok: true, value: { state, end: { version: count, hash: lastHash } } })
    expect(state).toEqual(replay('case-1', events))
  })

  test('holds up to any event, and is known by the hash of its last', () => {
    fc.assert(
      fc.property(place, (index) => {
        const end = { version: index + 1, hash: sealed[index]?.hash ?? '' }
        expect(verdict(sealed.slice(0, index + 1), end)).toBe(`ok ${index + 1}`)
        expect(verdict(sealed, end)).toBe(`ok ${count}`)
      }),
    )
  })

  test('is chained by SHA-256 of canonical JSON, which other programs can check', () => {
    const [first, second] = sealed
    expect(first?.previous).toBe(hashText('case-1'))
    expect(second?.previous).toBe(first?.hash)
    expect(hashEvent('0', { v: 1, seq: 1, at: 1, by: { id: 'a', kind: 'staff', roles: [] }, kind: 'delivered' })).toBe(
      hashText(
        '{"event":{"at":1,"by":{"id":"a","kind":"staff","roles":[]},"kind":"delivered","seq":1,"v":1},"previous":"0"}',
      ),
    )
  })

  test('is the same whatever order the fields come in', () => {
    const turned = events.map((event) => Object.fromEntries(Object.entries(event).reverse()))
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(events))
    expect(sealEvents(firstLink('case-1'), JSON.parse(JSON.stringify(turned))).map(({ hash }) => hash)).toEqual(
      sealed.map(({ hash }) => hash),
    )
  })
})

describe('the first bad event is named', () => {
  test('where a word of an event was altered', () => {
    fc.assert(
      fc.property(place, (index) => {
        const history = sealed.map((one, at) =>
          at === index ? { ...one, event: { ...one.event, by: { ...one.event.by, id: 'somebody-else' } } } : one,
        )
        expect(verdict(history)).toBe(`altered ${index + 1}`)
      }),
    )
  })

  test('where an event was altered and its own hash made to fit', () => {
    fc.assert(
      fc.property(fc.nat({ max: events.length - 2 }), (index) => {
        const history = sealed.map((one, at) => {
          if (at !== index) return one
          const event = { ...one.event, by: { ...one.event.by, id: 'somebody-else' } }
          return { ...one, event, hash: hashEvent(one.previous, event) }
        })
        expect(verdict(history)).toBe(`altered ${index + 1}`)
      }),
    )
  })

  test('where all hashes were made to fit: by a hash kept somewhere else', () => {
    const forged = resealed((event) => (event.kind === 'rated' ? { ...event, score: 1 } : event))
    expect(verdict(forged)).toBe(`ok ${count}`)
    expect(verdict(forged, { version: count, hash: lastHash })).toBe(`altered ${count}`)
  })

  test('where events are missing', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 5 }), (index, gone) => {
        const history = sealed.toSpliced(index, gone)
        const isEnd = index + gone >= count
        expect(verdict(history, { version: count, hash: lastHash })).toBe(`missing ${index + 1}`)
        if (isEnd && index > 0) expect(verdict(history)).toBe(`ok ${index}`)
      }),
    )
    expect(verdict([])).toBe('missing 1')
  })

  test('where two events changed places, or one stands there twice', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one < other)
        const history = [...sealed]
        const [first, second] = [sealed[one], sealed[other]]
        if (first === undefined || second === undefined) return
        history[one] = second
        history[other] = first
        expect(verdict(history)).toBe(`reordered ${one + 1}`)
        expect(verdict(sealed.toSpliced(other, 0, first))).toBe(`reordered ${other + 1}`)
      }),
    )
  })

  test('where an event is none', () => {
    const broken = [
      { event: { kind: 'accepted' }, previous: '', hash: '' },
      { event: { ...events[5], surprise: true }, previous: '', hash: '' },
      null,
      'event',
    ]
    for (const one of broken) {
      const history = JSON.parse(JSON.stringify(sealed.toSpliced(5, 1).toSpliced(5, 0)))
      history.splice(5, 0, one)
      expect(verdict(history)).toBe('malformed 6')
    }
  })

  test('where it belongs to another case', () => {
    const other = sealEvents(firstLink('case-2'), events)
    expect(verdict(other)).toBe('altered 1')
    expect(verdict(sealEvents(firstLink('case-1'), tell(define(compileLicence()), STORY, 'case-2').events))).toBe(
      'impossible 1',
    )
  })
})

describe('what cannot happen is found though the chain holds', () => {
  const byKind = (kind: string) => events.findIndex((event) => event.kind === kind)

  test('time that goes back', () => {
    const index = byKind('rated')
    expect(verdict(resealed((event, at) => (at === index ? { ...event, at: event.at - 864e5 * 30 } : event)))).toBe(
      `impossible ${index + 1}`,
    )
  })

  test('an event that stands there twice', () => {
    for (const [index, event] of events.entries()) {
      const twice = events.toSpliced(index + 1, 0, event).map((one, at) => ({ ...one, seq: at + 1 }))
      // Another request of the same service is nothing unheard of.
      const expected = event.kind === 'serviceRequested' ? /^ok/ : /^impossible/
      expect.soft(verdict(sealEvents(firstLink('case-1'), twice)), event.kind).toMatch(expected)
    }
  })

  test('a step without its turn, and what comes after the end', () => {
    const without = (index: number) => events.toSpliced(index, 1).map((one, at) => ({ ...one, seq: at + 1 }))
    const turn = byKind('flowAdvanced')
    expect(verdict(sealEvents(firstLink('case-1'), without(turn)))).toBe(`impossible ${byKind('stepStarted')}`)
    expect(verdict(sealEvents(firstLink('case-1'), without(0)))).toBe('impossible 1')
    const late = [...events, { ...events[byKind('accepted')], seq: count + 1, at: state.lastAt }]
    expect(verdict(sealEvents(firstLink('case-1'), JSON.parse(JSON.stringify(late))))).toBe(`impossible ${count + 1}`)
  })
})
