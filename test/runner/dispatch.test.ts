import { expect, test } from 'vitest'
import { openMemoryStore } from '../../src/stores/memory-store.ts'
import {
  applicant,
  area,
  compileLicence,
  counter,
  define,
  form,
  reviewer,
  STORY,
  tell,
} from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

const submit = { kind: 'submit', facts: area, materials: form } as const

test('a case runs from the application to its end as the pure engine has it', async () => {
  const engine = await engineAt()
  const done = await engine.tell('case-1', STORY)
  const { state, events } = tell(define(compileLicence()), STORY)
  expect(done.state).toEqual(state)
  const read = await engine.read('case-1')
  expect(read.ok && read.value.history.map(({ event }) => event)).toEqual(events)
  expect(await engine.list({ status: 'closed' })).toMatchObject([
    { caseId: 'case-1', applicant: 'person-1', wakeAt: null },
  ])
})

test('a new case without an id gets one', async () => {
  const engine = await engineAt()
  const answer = await engine.dispatch({ matter: '餐饮许可', by: applicant, command: submit })
  expect(answer).toMatchObject({ kind: 'done', version: 3, caseId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  const again = await engine.dispatch({ matter: '餐饮许可', by: applicant, command: submit })
  expect(again).not.toMatchObject({ caseId: answer.caseId })
})

test('reading tells the state, the clocks and who may do what', async () => {
  const engine = await engineAt()
  await engine.tell('case-1', STORY.slice(0, 3))
  const read = await engine.read('case-1')
  if (!read.ok) throw new Error(read.error.message)
  const { state, clocks, enabled, definition } = read.value
  expect(state.status).toBe('accepted')
  expect(clocks.find(({ kind }) => kind === 'statutory')?.due?.date).toBe('2026-11-02')
  expect(enabled.filter(({ command }) => command === 'completeStep').map(({ step, role }) => [step, role])).toEqual([
    ['材料审查', '审查人员'],
    ['现场核查', '核查人员'],
  ])
  expect(definition.matter.name).toBe('餐饮许可')
})

test('a request sent again under its key gives its first answer, however far the case has come', async () => {
  const engine = await engineAt()
  const request = { matter: '餐饮许可', by: applicant, command: submit, idempotencyKey: 'order-7' }
  const first = await engine.dispatch(request)
  if (first.kind !== 'done') throw new Error('refused')
  await engine.tell(first.caseId, STORY.slice(1, 4))
  expect(await engine.dispatch(request)).toEqual({ ...first, repeated: true })
  expect(await engine.list()).toHaveLength(1)
})

test('a refusal is not kept: the same request may succeed later', async () => {
  const engine = await engineAt()
  await engine.tell('case-1', STORY.slice(0, 1))
  const accept = { caseId: 'case-1', by: counter, command: { kind: 'accept' }, idempotencyKey: 'accept-1' } as const
  expect(await engine.dispatch(accept)).toMatchObject({ kind: 'refused', refusal: { code: 'service-pending' } })
  await engine.tell('case-1', STORY.slice(1, 2))
  expect(await engine.dispatch(accept)).toMatchObject({ kind: 'done', repeated: false })
})

test('a key is used for one request, and each sender has keys of its own', async () => {
  const engine = await engineAt()
  const request = { matter: '餐饮许可', by: applicant, command: submit, idempotencyKey: 'k' }
  await engine.dispatch(request)
  expect(await engine.dispatch({ ...request, command: { kind: 'submit' } })).toMatchObject({
    refusal: { code: 'key-reused', field: 'idempotencyKey' },
  })
  const other = await engine.dispatch({ ...request, by: { ...applicant, id: 'person-2' } })
  expect(other).toMatchObject({ kind: 'done', repeated: false, state: { applicant: 'person-2' } })
})

test('twenty times the same request at once is one case', async () => {
  const engine = await engineAt()
  const request = { matter: '餐饮许可', by: applicant, command: submit, idempotencyKey: 'k' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => engine.dispatch(request)))
  const first = answers.find((answer) => answer.kind === 'done' && !answer.repeated)
  expect(answers.map(({ kind, caseId }) => [kind, caseId])).toEqual(answers.map(() => ['done', first?.caseId]))
  expect(await engine.list()).toHaveLength(1)
})

test('who has seen an older version is told so, and nothing happens', async () => {
  const engine = await engineAt()
  const { version } = await engine.tell('case-1', STORY.slice(0, 3))
  const command = { kind: 'startStep', step: '材料审查' } as const
  const request = { caseId: 'case-1', by: reviewer, command }
  expect(await engine.dispatch({ ...request, expectedVersion: version - 1 })).toMatchObject({
    kind: 'refused',
    refusal: { code: 'stale-version' },
    version,
  })
  expect(await engine.dispatch({ ...request, expectedVersion: version })).toMatchObject({ kind: 'done' })
})

test('two engines on one store: both commands are judged, one after the other', async () => {
  const store = openMemoryStore()
  const [one, other] = [await engineAt({ store }), await engineAt({ store })]
  await one.tell('case-1', STORY.slice(0, 3))
  other.setClock('2026-09-29 10:00')
  const start = { kind: 'startStep', step: '材料审查' } as const
  const answers = await Promise.all([one.send('case-1', reviewer, start), other.send('case-1', reviewer, start)])
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  const read = await one.read('case-1')
  expect(read.ok && read.value.history.filter(({ event }) => event.kind === 'stepStarted')).toHaveLength(2)
})

test('the clock of another machine may be a little behind, but not an hour', async () => {
  const engine = await engineAt()
  await engine.tell('case-1', STORY.slice(0, 3))
  engine.pass(-2_000)
  const start = { kind: 'startStep', step: '材料审查' } as const
  const answer = await engine.send('case-1', reviewer, start)
  expect(answer).toMatchObject({ kind: 'done' })
  engine.pass(-3_600_000)
  expect(await engine.send('case-1', reviewer, { kind: 'completeStep', step: '材料审查' })).toMatchObject({
    refusal: { code: 'backward-time' },
  })
})

test('what is wrong with a request is said, with its field', async () => {
  const engine = await engineAt()
  const base = { by: applicant, command: submit }
  expect(await engine.dispatch(base)).toMatchObject({ refusal: { code: 'bad-command', field: 'matter' } })
  expect(await engine.dispatch({ ...base, matter: '没有的事项' })).toMatchObject({
    refusal: { code: 'unknown-matter', help: '请核对事项名称，有：“餐饮许可”', names: ['餐饮许可'] },
  })
  const unheardOf: unknown = { caseId: 'case-9', by: counter, command: { kind: 'acept' } }
  expect(await Reflect.apply(engine.dispatch, undefined, [unheardOf])).toMatchObject({
    refusal: { code: 'bad-command', field: 'kind', help: expect.stringMatching(/^命令有：submit、.*、accept、/) },
  })
  expect(await engine.dispatch({ ...base, matter: '餐饮许可', caseId: '张三的办件' })).toMatchObject({
    refusal: { code: 'bad-command', field: 'caseId' },
  })
  expect(await engine.dispatch({ caseId: 'case-9', by: counter, command: { kind: 'accept' } })).toMatchObject({
    refusal: { code: 'unknown-case', field: 'caseId' },
  })
  const rated: unknown = { caseId: 'case-9', by: applicant, command: { kind: 'rate', score: 6 } }
  expect(await engine.dispatch(JSON.parse(JSON.stringify(rated)))).toMatchObject({
    refusal: { code: 'bad-command', field: 'score' },
  })
  expect(await engine.read('case-9')).toMatchObject({ ok: false, error: { code: 'unknown-case' } })
})

test('a command for a case of another matter is refused', async () => {
  const engine = await engineAt()
  await engine.tell('case-1', STORY.slice(0, 2))
  const accept = { caseId: 'case-1', by: counter, command: { kind: 'accept' } } as const
  expect(await engine.dispatch({ ...accept, matter: '没有的事项' })).toMatchObject({
    refusal: { code: 'bad-command', field: 'matter' },
  })
  expect(await engine.dispatch({ ...accept, matter: '餐饮许可' })).not.toMatchObject({ refusal: { field: 'matter' } })
})

test('plain facts are refused with the field of the command, and the way to read them', async () => {
  const engine = await engineAt()
  const plain: unknown = { matter: '餐饮许可', by: applicant, command: { ...submit, facts: { 经营面积: 200 } } }
  const answer = await Reflect.apply(engine.dispatch, undefined, [plain])
  expect(answer).toMatchObject({ refusal: { code: 'bad-command', field: 'facts.经营面积', names: ['facts.经营面积'] } })
  expect(answer).toMatchObject({ refusal: { help: expect.stringContaining('readFacts') } })
})

test('what is undefined in a request is absent', async () => {
  const engine = await engineAt()
  await engine.tell('case-1', STORY.slice(0, 2))
  const loose: unknown = {
    caseId: 'case-1',
    matter: undefined,
    by: { ...applicant, organ: undefined },
    command: { kind: 'withdraw', reason: undefined },
    idempotencyKey: undefined,
  }
  expect(await Reflect.apply(engine.dispatch, undefined, [loose])).toMatchObject({ kind: 'done' })
})

test('of several versions a new case gets the one in force on its day', async () => {
  const before = compileLicence()
  const from = compileLicence(['到现场次数：1次', '到现场次数：1次\n  施行：2026年10月1日'])
  const engine = await engineAt({ definitions: [from, before] })
  const submitAt = async (when: string) => {
    engine.setClock(when)
    const answer = await engine.dispatch({ matter: '餐饮许可', by: applicant, command: submit })
    return answer.kind === 'done' ? answer.state.definition : answer.refusal.code
  }
  expect(await submitAt('2026-09-30 23:59')).toBe(define(before).hash)
  expect(await submitAt('2026-10-01 00:00')).toBe(define(from).hash)
  const late = await engineAt({ definitions: [from] })
  expect(await late.dispatch({ matter: '餐饮许可', by: applicant, command: submit })).toMatchObject({
    refusal: { code: 'unknown-matter', help: '请核对各事项的施行日期', names: [] },
  })
})

test('an engine does not open over a matter that cannot carry cases', async () => {
  const { matter, graph } = compileLicence()
  await expect(engineAt({ definitions: [{ matter, graph: { ...graph, nodes: [] } }] })).rejects.toThrow('不能用来办件')
})
