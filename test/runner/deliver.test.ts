import { afterEach, expect, test, vi } from 'vitest'
import type { Delivery } from '../../src/runner/delivery.ts'
import { openEngine } from '../../src/runner/open-engine.ts'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { compileLicence, moment, STORY } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** Notes what comes in; fails as long as told. */
function listener(fails: (delivery: Delivery) => boolean = () => false) {
  const heard: string[] = []
  const handler = (delivery: Delivery) => {
    const { key, failures } = delivery
    heard.push(`${key.caseId} ${key.seq}${failures > 0 ? ` again ${failures}` : ''}`)
    if (fails(delivery)) throw new Error('the other system is down')
  }
  return { heard, handler }
}

test('a subscriber hears of every event once, in the order of each case', async () => {
  const engine = await engineAt()
  const { heard, handler } = listener()
  engine.subscribe('archive', handler)
  await engine.tell('case-1', STORY.slice(0, 1))
  await engine.tell('case-2', STORY.slice(0, 1))
  expect(await engine.deliver()).toBe(6)
  expect(heard).toEqual(['case-1 1', 'case-1 2', 'case-1 3', 'case-2 1', 'case-2 2', 'case-2 3'])
  expect(await engine.deliver()).toBe(0)
  await engine.tell('case-1', STORY.slice(1, 2))
  expect(await engine.deliver()).toBe(1)
  expect(heard.at(-1)).toBe('case-1 4')
})

test('a subscriber goes on where it was after a restart, and one that came later begins at the first event', async () => {
  const store = openMemoryStore()
  const first = await engineAt({ store })
  first.subscribe('archive', listener().handler)
  await first.tell('case-1', STORY.slice(0, 1))
  await first.deliver()
  await first.tell('case-1', STORY.slice(1, 2))
  await first.stop()
  const second = await engineAt({ store })
  const [old, late] = [listener(), listener()]
  second.subscribe('archive', old.handler)
  second.subscribe('statistics', late.handler)
  await second.deliver()
  expect(old.heard).toEqual(['case-1 4'])
  expect(late.heard).toEqual(['case-1 1', 'case-1 2', 'case-1 3', 'case-1 4'])
})

test('only the kinds asked for are delivered', async () => {
  const engine = await engineAt()
  const { heard, handler } = listener()
  engine.subscribe('acceptances', handler, { kinds: ['accepted', 'closed'] })
  await engine.tell('case-1', STORY)
  expect(await engine.deliver()).toBe(2)
  expect(heard).toHaveLength(2)
  expect(() => engine.subscribe('acceptances', handler)).toThrow('subscribed already')
})

test('what fails comes again later and later, holds up nothing, and at last waits for a person', async () => {
  const engine = await engineAt({ retry: { firstDelay: 1_000, longestDelay: 3_000, mostAttempts: 4 } })
  let isDown = true
  const { heard, handler } = listener(({ key }) => isDown && key.seq === 2)
  engine.subscribe('archive', handler)
  await engine.tell('case-1', STORY.slice(0, 1))
  expect(await engine.deliver()).toBe(3)
  expect(heard).toEqual(['case-1 1', 'case-1 2', 'case-1 3'])
  for (const [wait, failures] of [
    [1_000, 1],
    [2_000, 2],
    [3_000, 3],
  ] as const) {
    engine.pass(wait - 1)
    expect(await engine.deliver()).toBe(0)
    engine.pass(1)
    expect(await engine.deliver()).toBe(1)
    expect(heard.at(-1)).toBe(`case-1 2 again ${failures}`)
  }
  engine.pass(864e5)
  expect(await engine.deliver()).toBe(0)
  const [dead, ...others] = await engine.failures({ dead: true })
  expect(dead).toMatchObject({
    subscriber: 'archive',
    caseId: 'case-1',
    seq: 2,
    attempts: 4,
    nextAt: null,
    error: 'the other system is down',
  })
  expect(others).toEqual([])
  expect(engine.troubles).toEqual([{ kind: 'dead-letter', failed: dead }])

  isDown = false
  if (dead !== undefined) await engine.retry(dead)
  expect(await engine.deliver()).toBe(1)
  expect(heard.at(-1)).toBe('case-1 2')
  expect(await engine.failures()).toEqual([])
})

test('a crash between handling and taking note brings an event again, never leaves it out', async () => {
  const store = openMemoryStore()
  let dies = true
  const dying = {
    ...store,
    movePosition: async (...move: Parameters<typeof store.movePosition>) => {
      if (dies) throw new Error('the process died')
      return store.movePosition(...move)
    },
  }
  const engine = await engineAt({ store: dying })
  const { heard, handler } = listener()
  engine.subscribe('archive', handler)
  await engine.tell('case-1', STORY.slice(0, 1))
  await expect(engine.deliver()).rejects.toThrow('died')
  dies = false
  await engine.deliver()
  expect(heard).toEqual(['case-1 1', 'case-1 2', 'case-1 3', 'case-1 1', 'case-1 2', 'case-1 3'])
})

test('of two engines one serves a subscriber, and the other goes on when the first is gone', async () => {
  const store = openMemoryStore()
  const [one, other] = [await engineAt({ store }), await engineAt({ store })]
  const [first, second] = [listener(), listener()]
  one.subscribe('archive', first.handler)
  other.subscribe('archive', second.handler)
  await one.tell('case-1', STORY.slice(0, 1))
  await Promise.all([one.deliver(), other.deliver()])
  expect([...first.heard, ...second.heard]).toHaveLength(3)
  await one.tell('case-1', STORY.slice(1, 2))
  expect(await other.deliver()).toBe(0)
  // The first died without a word: its lease runs out.
  other.setClock('2026-09-28 09:05')
  expect(await other.deliver()).toBe(1)
  // Stopping gives the lease back at once.
  await other.stop()
  one.setClock('2026-09-28 09:05')
  await one.tell('case-1', [
    ['2026-09-28 09:05', { kind: 'applicant', id: 'person-1', roles: [] }, { kind: 'withdraw' }],
  ])
  expect(await one.deliver()).toBeGreaterThan(0)
})

test('a handler that takes longer than a lease is not run a second time elsewhere', async () => {
  vi.useFakeTimers({ now: moment('2026-09-28 09:00') })
  const store = openMemoryStore()
  const definitions = [compileLicence()]
  const engines = [await openEngine({ store, definitions }), await openEngine({ store, definitions })]
  const heard: string[] = []
  for (const engine of engines) {
    engine.subscribe('slow', async ({ key }) => {
      heard.push(`${key.caseId} ${key.seq}`)
      await new Promise((resolve) => setTimeout(resolve, 100_000))
    })
  }
  const [, by, command] = STORY[0] ?? []
  if (by === undefined || command === undefined) throw new Error('no story')
  await engines[0]?.dispatch({ caseId: 'case-1', matter: '餐饮许可', by, command })
  await vi.advanceTimersByTimeAsync(310_000)
  expect(heard).toEqual(['case-1 1', 'case-1 2', 'case-1 3'])
  for (const engine of engines) await engine.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('cases are worked on side by side, the events of one case one after the other', async () => {
  const engine = await engineAt()
  const running = new Set<string>()
  let most = 0
  engine.subscribe(
    'slow',
    async ({ key }) => {
      expect(running).not.toContain(key.caseId)
      running.add(key.caseId)
      most = Math.max(most, running.size)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running.delete(key.caseId)
    },
    { concurrency: 4 },
  )
  for (let id = 0; id < 10; id++) await engine.tell(`case-${id}`, STORY.slice(0, 1))
  expect(await engine.deliver()).toBe(30)
  expect(most).toBe(4)
})

test('in the background events are delivered and what is due happens without being asked', async () => {
  vi.useFakeTimers({ now: moment('2026-09-28 09:00') })
  const engine = await openEngine({ store: 'memory:', definitions: [compileLicence()] })
  const { heard, handler } = listener()
  engine.subscribe('archive', handler)
  const [, by, command] = STORY[0] ?? []
  if (by === undefined || command === undefined) throw new Error('no story')
  await engine.dispatch({ caseId: 'case-1', matter: '餐饮许可', by, command })
  await vi.advanceTimersByTimeAsync(10)
  expect(heard).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(moment('2026-09-29 00:00') - Date.now() - 2_000)
  expect(heard).toHaveLength(3)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(heard).toHaveLength(4)
  await engine.stop()
  expect(vi.getTimerCount()).toBe(0)
})
