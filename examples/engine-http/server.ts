import { type Context, Hono } from 'hono'
import type { Actor, CaseDefinition, Command, Refusal, Result } from 'zhengwu/engine'
import { createCalendar, explainClock, readFacts } from 'zhengwu/engine'
import type { Answer, CaseView, Engine } from 'zhengwu/runner'
import { describeApi } from './openapi.ts'
import { type Problem, plainProblem, problemOf } from './problem.ts'
import { isRecord, readBody, readCommand, readIfMatch, readKey, readSubmission } from './read-request.ts'

/** What the server needs: the engine, the matters it offers by name, and who stands behind a token. */
export interface Office {
  readonly engine: Engine
  readonly definitions: ReadonlyMap<string, CaseDefinition>
  readonly people: ReadonlyMap<string, Actor>
}

type Env = { Variables: { actor: Actor } }

/** The office as an HTTP interface: bearer roles in, problem+json out, versions as ETag and If-Match. */
export function createServer({ engine, definitions, people }: Office): Hono<Env> {
  const app = new Hono<Env>()
  const calendar = createCalendar()

  app.get('/openapi.json', (c) => c.json(describeApi()))
  app.use('/cases/*', authenticate)
  app.use('/cases', authenticate)

  app.post('/cases', async (c) => {
    const key = readKey(c.req.header('Idempotency-Key'))
    if (!key.ok) return answerProblem(c, key.error)
    const body = await readBody(c.req.raw)
    const submission = body.ok ? readSubmission(body.value) : body
    if (!submission.ok) return answerProblem(c, submission.error)
    const { matter, facts, ...rest } = submission.value
    const definition = definitions.get(matter)
    // Of a matter that is not here nobody knows what its facts are; the engine says so.
    const command = commandOf(definition, { kind: 'submit', ...(definition && facts && { facts }), ...rest })
    if (!command.ok) return answerProblem(c, command.error)
    const answer = await engine.dispatch({ matter, by: c.get('actor'), command: command.value, ...keyOf(key.value) })
    // Refused, there is no case, and so no version of one.
    if (answer.kind === 'refused') return refuse(c, answer.refusal)
    return answerWith(c, answer, 201)
  })

  app.get('/cases', async (c) => {
    const { matter, after, limit } = c.req.query()
    const actor = c.get('actor')
    const cases = await engine.list({
      limit: Math.min(Number(limit) || 20, 100),
      // Applicants see their own cases.
      ...(actor.kind === 'applicant' && { applicant: actor.id }),
      ...(matter !== undefined && { matter }),
      ...(after !== undefined && { after }),
    })
    return c.json({
      cases: cases.map(({ caseId, version, matter: of, status }) => ({ caseId, version, matter: of, status })),
    })
  })

  app.get('/cases/:caseId', async (c) => {
    const found = await look(c)
    if (!found.ok) return refuse(c, found.error)
    const { state, clocks, enabled } = found.value
    c.header('ETag', `"${state.version}"`)
    return c.json({
      caseId: state.caseId,
      version: state.version,
      matter: state.matter,
      status: state.ending ?? state.status,
      clocks: clocks.map((clock) => ({
        label: clock.label,
        state: clock.state,
        due: clock.due?.date ?? null,
        left: clock.left ?? null,
        overdue: clock.overdue,
        explanation: explainClock(clock, calendar),
      })),
      enabled,
    })
  })

  app.get('/cases/:caseId/history', async (c) => {
    const found = await look(c)
    return found.ok ? c.json({ history: found.value.history }) : refuse(c, found.error)
  })

  app.get('/cases/:caseId/receipt', async (c) => {
    const found = await look(c)
    const receipt = found.ok ? await engine.receipt(c.req.param('caseId')) : found
    return receipt.ok ? c.json(receipt.value) : refuse(c, receipt.error)
  })

  app.post('/cases/:caseId/commands', async (c) => {
    const caseId = c.req.param('caseId')
    const found = await look(c)
    if (!found.ok) return refuse(c, found.error)
    const seen = readIfMatch(c.req.header('If-Match'))
    if (!seen.ok) return answerProblem(c, seen.error)
    const key = readKey(c.req.header('Idempotency-Key'))
    if (!key.ok) return answerProblem(c, key.error)
    const body = await readBody(c.req.raw)
    const command = body.ok ? commandOf(found.value.definition, body.value) : body
    if (!command.ok) return answerProblem(c, command.error)
    const answer = await engine.dispatch({
      caseId,
      by: c.get('actor'),
      command: command.value,
      ...(seen.value !== undefined && { expectedVersion: seen.value }),
      ...keyOf(key.value),
    })
    return answerWith(c, answer, 200)
  })

  app.notFound((c) => answerProblem(c, plainProblem(404, '没有这个地址', c.req.path)))
  app.onError((error, c) => {
    console.error(error)
    return answerProblem(c, plainProblem(500, '系统出错', '请稍后再试'))
  })
  return app

  async function authenticate(c: Context<Env>, next: () => Promise<void>) {
    const token = /^Bearer (\S+)$/.exec(c.req.header('Authorization') ?? '')?.[1]
    const actor = token === undefined ? undefined : people.get(token)
    if (actor === undefined) return answerProblem(c, plainProblem(401, '没有登录', '请带上有效的令牌'))
    c.set('actor', actor)
    await next()
    return undefined
  }

  /** A case that the actor may see: applicants only their own, as if the others were not there. */
  async function look(c: Context<Env>): Promise<Result<CaseView, Refusal>> {
    const found = await engine.read(c.req.param('caseId') ?? '')
    const actor = c.get('actor')
    if (found.ok && actor.kind === 'applicant' && found.value.state.applicant !== actor.id) {
      return { ok: false, error: { code: 'not-applicant', message: '这不是您申请的办件', help: '请核对办件编号' } }
    }
    return found
  }
}

/** Facts come plain, as forms send them; the definition says what they are. */
function commandOf(definition: CaseDefinition | undefined, body: unknown): Result<Command, Problem> {
  if (definition === undefined || !isRecord(body) || !isRecord(body['facts'])) return readCommand(body)
  const plain: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(body['facts'])) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') plain[name] = value
    else return readCommand(body)
  }
  const facts = readFacts(definition, plain)
  return facts.ok ? readCommand({ ...body, facts: facts.value }) : { ok: false, error: problemOf(facts.error) }
}

function keyOf(key: string | undefined): { readonly idempotencyKey?: string } {
  return key === undefined ? {} : { idempotencyKey: key }
}

function answerWith(c: Context<Env>, answer: Answer, status: 200 | 201): Response {
  if (answer.kind === 'refused') return answerProblem(c, problemOf(answer.refusal, answer.version))
  const { caseId, version, events, state, repeated } = answer
  c.header('ETag', `"${version}"`)
  if (status === 201) c.header('Location', `/cases/${caseId}`)
  return c.json(
    { caseId, version, status: state.ending ?? state.status, events: events.map(({ kind }) => kind), repeated },
    status,
  )
}

function refuse(c: Context<Env>, refusal: Refusal): Response {
  return answerProblem(c, problemOf(refusal))
}

function answerProblem(c: Context<Env>, problem: Problem): Response {
  c.header('Content-Type', 'application/problem+json')
  return c.body(JSON.stringify(problem), problem.status)
}
