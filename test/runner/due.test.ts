import { afterEach, expect, test, vi } from 'vitest'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { NOTICES } from '../../src/calendar/notices.ts'
import type { CaseEvent } from '../../src/engine/event.ts'
import type { Engine } from '../../src/runner/engine.ts'
import { openEngine } from '../../src/runner/open-engine.ts'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { calendar, compileLicence, moment, STORY } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function happened(engine: Engine, caseId: string): Promise<readonly CaseEvent[]> {
  const read = await engine.read(caseId)
  if (!read.ok) throw new Error(read.error.message)
  return read.value.history.map(({ event }) => event)
}

test('what falls due happens at its moment, however late it is looked at', async () => {
  const timely = await engineAt()
  const late = await engineAt()
  for (const engine of [timely, late]) await engine.tell('case-1', STORY.slice(0, 2))
  for (let wake = await timely.nextWake(); wake !== undefined && wake < moment('2026-11-20 00:00'); ) {
    expect((await timely.runDue(wake)).ticked).toBe(1)
    wake = await timely.nextWake()
  }
  expect(await late.runDue(moment('2026-11-20 00:00'))).toEqual({ ticked: 1, broken: [] })
  const events = await happened(late, 'case-1')
  expect(events).toEqual(await happened(timely, 'case-1'))
  expect(events.filter(({ kind }) => kind === 'accepted')).toMatchObject([{ how: 'deemed', acceptedOn: '2026-09-28' }])
  expect(await late.runDue(moment('2026-11-20 00:00'))).toEqual({ ticked: 0, broken: [] })
})

test('a thousand cases due at once are each woken once, by whichever engine is quicker', async () => {
  const store = openMemoryStore()
  const engines = [await engineAt({ store }), await engineAt({ store })]
  const [first] = engines
  for (let id = 0; id < 1_000; id++) await first?.tell(`case-${id}`, STORY.slice(0, 1))
  const runs = await Promise.all(engines.map((engine) => engine.runDue(moment('2026-09-29 08:00'))))
  expect(runs.reduce((sum, { ticked }) => sum + ticked, 0)).toBe(1_000)
  const versions = (await store.list({})).map(({ version }) => version)
  expect(new Set(versions)).toEqual(new Set([4]))
})

test('a case that cannot be read holds up none of those behind it', async () => {
  const store = openMemoryStore()
  const failing: typeof store = {
    ...store,
    summary: async (caseId) => {
      if (caseId === 'case-0') throw new Error('a page of the disk is broken')
      return store.summary(caseId)
    },
  }
  const before = await engineAt({ store })
  for (let id = 0; id < 20; id++) await before.tell(`case-${id}`, STORY.slice(0, 1))
  const engine = await engineAt({ store: failing })
  await expect(engine.runDue(moment('2026-09-29 08:00'))).rejects.toThrow('disk')
  const versions = (await store.list({})).map(({ version }) => version)
  expect(versions).toEqual([3, ...Array.from({ length: 19 }, () => 4)])
})

test('a timer that was set too early is set anew, and the case is left alone', async () => {
  const store = openMemoryStore()
  const engine = await engineAt({ store })
  const { version } = await engine.tell('case-1', STORY.slice(0, 3))
  const wake = await engine.nextWake()
  expect(await store.reschedule('case-1', version, moment('2026-09-29 10:01'))).toBe(true)
  expect(await engine.runDue(moment('2026-09-29 10:30'))).toEqual({ ticked: 0, broken: [] })
  expect(await engine.nextWake()).toBe(wake)
})

test('a timer 400 days ahead neither fires early nor vanishes', async () => {
  vi.useFakeTimers({ now: moment('2026-09-28 09:00') })
  const source = compileLicence(['  告知时限：5个工作日\n', '  告知时限：400日\n'])
  const store = openMemoryStore()
  const engine = await openEngine({
    store,
    definitions: [source],
    calendar: createCalendar({
      notices: [...NOTICES, { ...lastNotice(), year: 2027 }, { ...lastNotice(), year: 2028 }],
    }),
    pollEvery: 3_600_000,
    policy: { alerts: [], mostReturns: 3 },
  })
  await engine.dispatch({
    caseId: 'case-1',
    matter: '餐饮许可',
    by: { kind: 'applicant', id: 'p', roles: [] },
    command: { kind: 'submit' },
  })
  const wake = await engine.nextWake()
  if (wake === undefined) throw new Error('nothing to wait for')
  const days = (wake - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(400)
  await vi.advanceTimersByTimeAsync(wake - Date.now() - 60_000)
  expect((await store.summary('case-1'))?.status).toBe('received')
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect((await store.summary('case-1'))?.status).toBe('accepted')
  await engine.stop()
})

function lastNotice() {
  const notice = NOTICES.at(-1)
  if (notice === undefined) throw new Error('no notices')
  return { ...notice, off: [], worked: [] }
}

test('after a new notice every open case is looked at anew', async () => {
  const store = openMemoryStore()
  const unsettled = createCalendar({ notices: NOTICES.filter(({ year }) => year < 2026) })
  const before = await engineAt({ store, calendar: unsettled })
  await before.tell('case-1', STORY.slice(0, 3))
  await before.tell('case-2', STORY)
  const after = await engineAt({ store, calendar })
  await after.tell('case-3', STORY.slice(0, 3))
  const wakes = async () => (await store.list({})).map(({ wakeAt }) => wakeAt)
  const [guessed, , known] = await wakes()
  expect(guessed).not.toBe(known)
  after.setClock('2026-09-29 12:00')
  expect(await after.rearm()).toEqual({ ticked: 0, broken: [] })
  expect(await wakes()).toEqual([known, null, known])
})
