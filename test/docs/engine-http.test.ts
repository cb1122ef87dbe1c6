import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice } from '../../examples/engine-http/open-office.ts'
import { createServer, type Office } from '../../examples/engine-http/server.ts'

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

  test.each([
    ['no JSON', '{', undefined],
    ['a field that is none', { ...SUBMISSION, fact: {} }, undefined],
    ['a fact that the matter does not ask for', { ...SUBMISSION, facts: { 面积: 30 } }, 'facts.面积'],
    ['a value that is no number', { ...SUBMISSION, facts: { 经营面积: '很大' } }, 'facts.经营面积'],
  ])('answers 422 to %s, with the field', async (_, body, field) => {
    const answer = await call('token-applicant', '/cases', body)
    expect([answer.status, ...(field === undefined ? [] : [answer.body['field']])]).toEqual([
      422,
      ...(field === undefined ? [] : [field]),
    ])
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
