import { expect, test } from 'vitest'
import { openEngine } from '../../src/runner/open-engine.ts'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { applicant, area, compileLicence, counter, form, STORY } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

const submit = {
  matter: '餐饮许可',
  by: applicant,
  command: { kind: 'submit', facts: area, materials: form },
} as const

/** A promise that a test keeps when it is time. */
function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

test('stopping waits for a handler, lets it send its commands, and begins nothing new', async () => {
  const engine = await engineAt()
  const { opened, open } = gate()
  const began = gate()
  const heard: string[] = []
  engine.subscribe('follow-up', async ({ key, event }) => {
    heard.push(`${key.caseId} ${event.seq}`)
    began.open()
    await opened
    const answer = await engine.dispatch({ caseId: 'case-9', ...submit })
    heard.push(answer.kind)
  })
  await engine.tell('case-1', STORY.slice(0, 1))
  const delivering = engine.deliver()
  await began.opened
  const stopping = engine.stop()
  let isStopped = false
  stopping.then(() => {
    isStopped = true
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isStopped).toBe(false)
  open()
  await stopping
  expect(heard).toEqual(['case-1 1', 'done'])
  expect(await delivering).toBe(1)
  expect(await engine.dispatch({ ...submit })).toMatchObject({ kind: 'refused', refusal: { code: 'stopped' } })
  expect(engine.stop()).toBe(stopping)
})

test('what a stopped engine left is done by the next, from where it stopped', async () => {
  const store = openMemoryStore()
  const engine = await engineAt({ store })
  const { opened, open } = gate()
  const began = gate()
  const heard: string[] = []
  const hear = (name: string) => async (delivery: { readonly key: { readonly seq: number } }) => {
    heard.push(`${name} ${delivery.key.seq}`)
    began.open()
    await opened
  }
  engine.subscribe('archive', hear('first'))
  await engine.tell('case-1', STORY.slice(0, 1))
  const delivering = engine.deliver()
  await began.opened
  const stopping = engine.stop()
  open()
  await Promise.all([delivering, stopping])
  const next = await engineAt({ store })
  next.subscribe('archive', hear('second'))
  await next.deliver()
  expect(heard).toEqual(['first 1', 'second 2', 'second 3'])
})

test('a command under way is finished before the store closes', async () => {
  const store = openMemoryStore()
  const { opened, open } = gate()
  const slow: typeof store = {
    ...store,
    append: async (wanted) => {
      await opened
      return store.append(wanted)
    },
  }
  const engine = await openEngine({ store: slow, definitions: [compileLicence()], pollEvery: false })
  const answer = engine.dispatch({ caseId: 'case-1', ...submit })
  let isStopped = false
  const stopping = engine.stop().then(() => {
    isStopped = true
  })
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isStopped).toBe(false)
  open()
  await stopping
  expect(await answer).toMatchObject({ kind: 'done', version: 3 })
  expect(await store.summary('case-1')).toMatchObject({ version: 3 })
})

test('the store is closed by whoever opened it', async () => {
  const store = openMemoryStore()
  const guest = await engineAt({ store })
  await guest.stop()
  expect(await store.list({})).toEqual([])
  const owner = await engineAt({ store: 'memory:' })
  await owner.stop()
  await expect(owner.list()).rejects.toThrow('closed')
})

test('a store that fails in the background is told of and tried again', async () => {
  const store = openMemoryStore()
  let isDown = true
  const failing: typeof store = {
    ...store,
    readAll: async (...query) => {
      if (isDown) throw new Error('connection lost')
      return store.readAll(...query)
    },
  }
  const heard = gate()
  const told = gate()
  const engine = await engineAt({ store: failing, pollEvery: 2, onTrouble: told.open })
  engine.subscribe('archive', heard.open)
  await engine.tell('case-1', STORY.slice(0, 1))
  await told.opened
  isDown = false
  await heard.opened
  await engine.stop()
  expect(await engine.send('case-1', counter, { kind: 'accept' })).toMatchObject({ refusal: { code: 'stopped' } })
})

test('after it has stopped an engine answers that it has', async () => {
  const engine = await openEngine({ store: 'memory:', definitions: [compileLicence()], pollEvery: false })
  await engine.dispatch({ caseId: 'case-1', ...submit })
  await engine.stop()
  const stopped = { code: 'stopped' }
  expect(await engine.read('case-1')).toMatchObject({ ok: false, error: stopped })
  expect(await engine.receipt('case-1')).toMatchObject({ ok: false, error: stopped })
  expect(await engine.planMigration('case-1')).toMatchObject({ ok: false, error: stopped })
  expect(await engine.migrate('case-1', counter)).toMatchObject({ kind: 'refused', refusal: stopped })
  expect(await engine.dispatch({ caseId: 'case-1', ...submit })).toMatchObject({ refusal: stopped })
})
