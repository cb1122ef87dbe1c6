import { expect, test } from 'vitest'
import type { ServicePort, ServiceRequest } from '../../src/runner/services.ts'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import { approver, counter, STORY, system } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

/** Another office that hands out documents, and notes what it was asked. */
function registry(answer: (request: ServiceRequest) => ReturnType<ServicePort>) {
  const asked: ServiceRequest[] = []
  const port: ServicePort = (request) => {
    asked.push(request)
    return answer(request)
  }
  return { asked, port }
}

const found: ServicePort = async ({ data }) => ({
  outcome: 'done',
  materials: [{ name: String(data['material']), reference: 'registry:1' }],
})

test('a document of another office is fetched with the key of the request, and the case goes on', async () => {
  const { asked, port } = registry(found)
  const engine = await engineAt({ services: { dataSharing: port } })
  await engine.tell('case-1', STORY.slice(0, 1))
  await engine.deliver()
  expect(asked).toEqual([
    {
      key: { caseId: 'case-1', seq: 2 },
      service: 'dataSharing',
      matter: '餐饮许可',
      step: '受理',
      data: { material: '营业执照' },
      failures: 0,
    },
  ])
  const read = await engine.read('case-1')
  expect(read.ok && read.value.state.materials['营业执照']).toBe('registry:1')
  expect(await engine.send('case-1', counter, { kind: 'accept' })).toMatchObject({ kind: 'done' })
})

test('a service that is down is asked again; what it says no to is said to the case', async () => {
  let attempt = 0
  const { asked, port } = registry(async () => {
    attempt++
    if (attempt < 3) throw new Error('connection refused')
    return { outcome: 'failed' }
  })
  const engine = await engineAt({ services: { dataSharing: port } })
  await engine.tell('case-1', STORY.slice(0, 1))
  for (let times = 0; times < 4; times++) {
    await engine.deliver()
    engine.pass(10_000)
  }
  expect(asked.map(({ key, failures }) => [key.seq, failures])).toEqual([
    [2, 0],
    [2, 1],
    [2, 2],
  ])
  const read = await engine.read('case-1')
  expect(read.ok && read.value.history.at(-1)?.event).toMatchObject({ kind: 'serviceAnswered', outcome: 'failed' })
})

test('an answer that the matter does not take waits for a person', async () => {
  const { port } = registry(async () => ({ outcome: 'done', materials: [{ name: '没有的材料' }] }))
  const engine = await engineAt({
    services: { dataSharing: port },
    retry: { firstDelay: 1, longestDelay: 1, mostAttempts: 2 },
  })
  await engine.tell('case-1', STORY.slice(0, 1))
  await engine.deliver()
  engine.pass(5)
  await engine.deliver()
  expect(await engine.failures({ dead: true })).toMatchObject([
    { subscriber: 'service:dataSharing', seq: 2, attempts: 2 },
  ])
  expect(engine.troubles).toMatchObject([{ kind: 'dead-letter' }])
})

test('a request is not sent again once it was answered, by whomever', async () => {
  const store = openMemoryStore()
  const { asked, port } = registry(found)
  const engine = await engineAt({ store, services: { dataSharing: port } })
  // 系统 got the answer by another way before the engine came to ask.
  await engine.tell('case-1', STORY.slice(0, 2))
  await engine.deliver()
  expect(asked).toEqual([])
})

test('a service that answers later answers by a command', async () => {
  const { asked, port } = registry(async () => undefined)
  const engine = await engineAt({ services: { dataSharing: port } })
  await engine.tell('case-1', STORY.slice(0, 1))
  await engine.deliver()
  await engine.deliver()
  expect(asked).toHaveLength(1)
  const [, answer] = STORY
  expect(await engine.send('case-1', system, answer?.[2] ?? { kind: 'tick' })).toMatchObject({ kind: 'done' })
})

test('a crash between the answer and taking note of it asks no second time', async () => {
  const store = openMemoryStore()
  let dies = true
  const dying: typeof store = {
    ...store,
    movePosition: async (...move) => {
      if (dies) throw new Error('the process died')
      return store.movePosition(...move)
    },
  }
  const { asked, port } = registry(found)
  const engine = await engineAt({ store: dying, services: { dataSharing: port } })
  await engine.tell('case-1', STORY.slice(0, 1))
  await expect(engine.deliver()).rejects.toThrow('died')
  dies = false
  await engine.deliver()
  expect(asked).toHaveLength(1)
  const read = await engine.read('case-1')
  expect(read.ok && read.value.history.filter(({ event }) => event.kind === 'serviceAnswered')).toHaveLength(1)
})

test('a service that is connected later is asked for what still waits', async () => {
  const store = openMemoryStore()
  const before = await engineAt({ store, services: { seal: found } })
  await before.tell('case-1', STORY.slice(0, 1))
  await before.tell('case-2', STORY.slice(0, 2))
  await before.deliver()
  await before.stop()
  const { asked, port } = registry(found)
  const after = await engineAt({ store, services: { seal: found, dataSharing: port } })
  after.setClock('2026-09-28 10:00')
  await after.deliver()
  expect(asked.map(({ key }) => key)).toEqual([{ caseId: 'case-1', seq: 2 }])
})

test('services that staff ask for are called too, and the step waits for the seal', async () => {
  const { asked, port } = registry(async () => ({ outcome: 'done', data: { sealNumber: 7 } }))
  const engine = await engineAt({ services: { seal: port } })
  await engine.tell('case-1', STORY.slice(0, 6))
  engine.setClock('2026-10-09 10:00')
  await engine.send('case-1', approver, { kind: 'requestService', service: 'seal', step: '决定', data: { pages: 2 } })
  expect(await engine.send('case-1', approver, { kind: 'completeStep', step: '决定' })).toMatchObject({
    refusal: { code: 'service-pending' },
  })
  await engine.deliver()
  expect(asked).toMatchObject([{ service: 'seal', step: '决定', data: { pages: 2 } }])
  expect(await engine.send('case-1', approver, { kind: 'completeStep', step: '决定' })).toMatchObject({ kind: 'done' })
})
