import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice } from '../../examples/engine-http/open-office.ts'
import { createServer, type Office } from '../../examples/engine-http/server.ts'
import { start } from '../../examples/engine-http/start.ts'
import { commandSchema } from '../../src/engine/command.ts'

let office: Office
let now = Date.UTC(2026, 8, 28, 1)

beforeAll(async () => {
  office = await openOffice('memory:', { now: () => now })
})
afterAll(() => office.engine.stop())

const SUBMISSION = {
  matter: '小餐饮经营许可',
  facts: { 经营面积: 30 },
  materials: [{ name: '申请书' }, { name: '健康证明' }],
}

async function call(
  token: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> }> {
  const response = await createServer(office).request(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

async function submit(): Promise<string> {
  const { status, body } = await call('token-applicant', '/cases', SUBMISSION)
  expect([status, body['status']]).toEqual([201, 'received'])
  return `/cases/${body['caseId']}`
}

describe('the office over HTTP', () => {
  test('takes a case from the application to the permit, each role on its step, with its limits in words', async () => {
    const path = await submit()
    await expectDone('token-window', path, { kind: 'accept' })
    await expectDone('token-inspector', path, { kind: 'completeStep', step: '现场核查' })
    const { body } = await call('token-applicant', path)
    expect(body).toMatchObject({
      status: 'accepted',
      clocks: expect.arrayContaining([
        expect.objectContaining({
          label: '承诺时限',
          due: '2026-10-12',
          explanation: expect.stringContaining('国庆节'),
        }),
      ]),
    })
    await expectDone('token-decider', path, { kind: 'completeStep', step: '决定', facts: { 审查结论: '通过' } })
    await expectDone('token-window', path, { kind: 'completeStep', step: '制证送达' })
    expect((await call('token-applicant', path)).body['status']).toBe('closed')
    await expectDone('token-applicant', path, { kind: 'rate', score: 5 })
    const history = (await call('token-window', `${path}/history`)).body['history']
    expect(history).toHaveLength(Number((await call('token-window', path)).body['version']))
    expect((await call('token-window', `${path}/receipt`)).status).toBe(200)
  })

  test('answers 401 without a token, 403 to the wrong role and to somebody else', async () => {
    const path = await submit()
    expect((await call('stolen', path)).status).toBe(401)
    const wrongRole = await call('token-inspector', `${path}/commands`, { kind: 'accept' })
    expect([wrongRole.status, wrongRole.body['type']]).toEqual([403, 'urn:zhengwu:refusal:wrong-role'])
    expect(wrongRole.headers.get('Content-Type')).toBe('application/problem+json')
    expect((await call('token-neighbour', path)).status).toBe(403)
  })

  test('answers 409 to whoever has seen an older version, and says which one is there now', async () => {
    const path = await submit()
    const seen = (await call('token-window', path)).headers.get('ETag') ?? ''
    await expectDone('token-window', path, { kind: 'accept' }, { 'If-Match': seen })
    const stale = await call(
      'token-inspector',
      `${path}/commands`,
      { kind: 'completeStep', step: '现场核查' },
      { 'If-Match': seen },
    )
    expect(stale.status).toBe(409)
    expect(stale.body).toMatchObject({ type: 'urn:zhengwu:refusal:stale-version', version: expect.any(Number) })
  })

  test.each(['"abc"', '"1","9"', '"-1"', '', 'W/abc', '"2', '"99999999999999999999"'])(
    'does nothing under the condition %s that it cannot read, and answers 412',
    async (condition) => {
      const path = await submit()
      const answer = await call('token-window', `${path}/commands`, { kind: 'accept' }, { 'If-Match': condition })
      expect(answer).toMatchObject({ status: 412, body: { field: 'If-Match' } })
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
      expect((await call('token-window', path)).body['status']).toBe('received')
    },
  )

  test('takes a weak ETag for the version that it names, and * for any', async () => {
    const path = await submit()
    const seen = (await call('token-window', path)).headers.get('ETag') ?? ''
    const stale = await call('token-window', `${path}/commands`, { kind: 'accept' }, { 'If-Match': 'W/"9"' })
    expect(stale.status).toBe(409)
    await expectDone('token-window', path, { kind: 'accept' }, { 'If-Match': `W/${seen}` })
    await expectDone('token-inspector', path, { kind: 'startStep', step: '现场核查' }, { 'If-Match': '*' })
  })

  test.each(['{', '', '{"matter":"小餐饮经营许可"', '\uFFFE'])('answers 400 to %j, which is no JSON', async (body) => {
    const path = await submit()
    for (const to of ['/cases', `${path}/commands`]) {
      const answer = await call('token-applicant', to, body)
      expect(answer).toMatchObject({ status: 400, body: { title: '不是JSON', detail: expect.stringMatching(/JSON/) } })
      expect(answer.body).not.toHaveProperty('field')
    }
  })

  test('answers 413 to more than 1 MB, told or not told how long it is', async () => {
    const body = JSON.stringify({ ...SUBMISSION, channel: 'x'.repeat(1_000_000) })
    expect((await call('token-applicant', '/cases', body)).status).toBe(413)
    const headers = { 'Content-Length': String(body.length) }
    expect((await call('token-applicant', '/cases', '{}', headers)).status).toBe(413)
  })

  test.each([
    ['a key that is none', { ...SUBMISSION, fact: {} }, 'fact', '没有“fact”这一项，请删去或改正'],
    ['no matter', { facts: {} }, 'matter', '缺少“matter”'],
    ['a matter without a name', { ...SUBMISSION, matter: '' }, 'matter', '“matter”不能是空的'],
    ['a matter that is a number', { ...SUBMISSION, matter: 7 }, 'matter', '“matter”应为文字'],
    ['a material without a name', { ...SUBMISSION, materials: [{}] }, 'materials[0].name', '缺少“materials[0].name”'],
    [
      'a fact that is a list',
      { ...SUBMISSION, facts: { 经营面积: [] } },
      'facts.经营面积',
      '“facts.经营面积”应为文字、数、true或false',
    ],
    [
      'a fact that the matter does not ask for',
      { ...SUBMISSION, facts: { 面积: 30 } },
      'facts.面积',
      '事项没有信息“面积”',
    ],
    [
      'a value that is no number',
      { ...SUBMISSION, facts: { 经营面积: '很大' } },
      'facts.经营面积',
      expect.stringMatching(/经营面积/),
    ],
  ])('answers 422 to %s, with the field and a Chinese sentence', async (_, body, field, detail) => {
    expect(await call('token-applicant', '/cases', body)).toMatchObject({ status: 422, body: { field, detail } })
  })

  test('says that the request is no object, without a field', async () => {
    const { status, body } = await call('token-applicant', '/cases', [])
    expect([status, body['detail'], body['field']]).toEqual([422, '请求的内容应为对象', undefined])
  })

  test('answers 404 to a matter that is not here, whatever is filled in', async () => {
    const answer = await call('token-applicant', '/cases', { ...SUBMISSION, matter: '采矿许可' })
    expect([answer.status, answer.body['type']]).toEqual([404, 'urn:zhengwu:refusal:unknown-matter'])
  })

  test('lists the kinds of commands to whoever asks for one that is none', async () => {
    const path = await submit()
    for (const command of [{ kind: 'acept' }, {}]) {
      const { status, body } = await call('token-window', `${path}/commands`, command)
      expect([status, body['field']]).toEqual([422, 'kind'])
      for (const { shape } of commandSchema.options) expect(body['detail']).toContain(shape.kind.value)
    }
    expect(await call('token-window', `${path}/commands`, { kind: 'accept', why: '' })).toMatchObject({
      status: 422,
      body: { field: 'why', detail: '没有“why”这一项，请删去或改正' },
    })
  })

  test.each(['', '两个字', 'a b', 'x'.repeat(201)])('refuses the key %j', async (key) => {
    const path = await submit()
    // A header holds bytes: what is no Latin-1 comes as the bytes of UTF-8.
    const headers = { 'Idempotency-Key': Buffer.from(key).toString('latin1') }
    const expected = { status: 422, body: { field: 'Idempotency-Key' } }
    expect(await call('token-applicant', '/cases', SUBMISSION, headers)).toMatchObject(expected)
    expect(await call('token-window', `${path}/commands`, { kind: 'accept' }, headers)).toMatchObject(expected)
    expect((await call('token-window', path)).body['status']).toBe('received')
  })

  test('gives a refused application no version, and no sentence twice', async () => {
    const path = await submit()
    const refused = await call('token-applicant', '/cases', { ...SUBMISSION, materials: [{ name: '房产证' }] })
    expect(refused.body).toMatchObject({ type: 'urn:zhengwu:refusal:unknown-material' })
    expect(refused.body).not.toHaveProperty('version')
    const stale = await call('token-window', `${path}/commands`, { kind: 'accept' }, { 'If-Match': '"9"' })
    const unknown = await call('token-window', '/cases/none')
    for (const { body } of [refused, stale, unknown]) expect(body['title']).not.toBe(body['detail'])
  })

  test('names the field of a command that does not fit', async () => {
    const path = await submit()
    const answer = await call('token-applicant', `${path}/commands`, { kind: 'rate', score: 9 })
    expect(answer).toMatchObject({ status: 422, body: { field: 'score' } })
  })

  test('gives the first answer to a request that is sent again, and refuses its key for another', async () => {
    const headers = { 'Idempotency-Key': 'submit-1' }
    const first = await call('token-applicant', '/cases', SUBMISSION, headers)
    now += 1000
    const again = await call('token-applicant', '/cases', SUBMISSION, headers)
    expect(again.body).toEqual({ ...first.body, repeated: true })
    const other = await call('token-applicant', '/cases', { ...SUBMISSION, facts: { 经营面积: 31 } }, headers)
    expect([other.status, other.body['type']]).toEqual([422, 'urn:zhengwu:refusal:key-reused'])
  })

  test('shows applicants only their own cases', async () => {
    await submit()
    expect((await call('token-neighbour', '/cases')).body['cases']).toEqual([])
    expect((await call('token-window', '/cases?limit=1')).body['cases']).toHaveLength(1)
  })

  test('describes itself in OpenAPI 3.1: every schema is one, and takes what the server takes', async () => {
    const { body } = await call('', '/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0' })
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const submission = ajv.compile(requestSchema(body, '/cases'))
    expect(submission(SUBMISSION)).toBe(true)
    expect(submission({ ...SUBMISSION, matter: 7 })).toBe(false)
    const command = ajv.compile(requestSchema(body, '/cases/{caseId}/commands'))
    expect(command({ kind: 'completeStep', step: '决定', facts: { 审查结论: '通过' } })).toBe(true)
    expect(command({ kind: 'rate', score: 9 })).toBe(false)
  })
})

describe('the start of the service', () => {
  test.each([
    [{ PORT: 'abc', STORE: 'memory:' }, /^PORT应为/],
    [{ PORT: '65536', STORE: 'memory:' }, /^PORT应为/],
    [{ PORT: '0', STORE: 'cases.db' }, /^STORE应为/],
    [{ PORT: '0', STORE: 'sqlite:/proc/none/cases.db' }, /^没有启动，请核对STORE/],
  ])('says in one sentence why %j does not do', async (settings, sentence) => {
    const started = await start(settings)
    expect(started).toMatch(sentence)
    expect(started).not.toContain('\n')
  })

  test('serves at the port, and says of another start there that the port is taken', async () => {
    const started = await start({ PORT: '0', STORE: 'memory:' })
    if (typeof started === 'string') throw new Error(started)
    try {
      expect((await fetch(`http://localhost:${started.port}/openapi.json`)).status).toBe(200)
      expect(await start({ PORT: String(started.port), STORE: 'memory:' })).toMatch(/^没有启动，端口\d+用不了/)
    } finally {
      await started.stop()
    }
  })
})

async function expectDone(
  token: string,
  path: string,
  command: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = await call(token, `${path}/commands`, command, headers)
  expect(answer).toMatchObject({ status: 200, body: { repeated: false } })
}

/** The schema of a request body in an OpenAPI document. */
function requestSchema(document: object, path: string): object {
  const found = ['paths', path, 'post', 'requestBody', 'content', 'application/json', 'schema'].reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    document,
  )
  if (typeof found !== 'object' || found === null) throw new Error(`no schema at ${path}`)
  return found
}
