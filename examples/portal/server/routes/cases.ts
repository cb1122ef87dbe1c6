import { type Context, Hono } from 'hono'
import { type Command, readFacts } from 'zhengwu/engine'
import type { CaseView } from 'zhengwu/runner'
import * as z from 'zod'
import { describeCase, printStatus } from '../case-view.ts'
import { sendFlow } from '../flow-picture.ts'
import type { Office } from '../office.ts'
import type { Person } from '../people.ts'
import { problem, problemOf } from '../problem.ts'
import { applicantOnly, body, keyOf, versionOf, whoIs } from '../request.ts'
import { uploadOf } from '../store.ts'
import { sendFile, takeFile } from '../uploads.ts'
import { serviceNamed, serviceOf } from './services.ts'

const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const rating = z.strictObject({
  score: z.int().min(1).max(5),
  step: z.string().optional(),
  comment: z.string().max(500).optional(),
})

/** 申请人的办件：查进度、补正、补交、撤回、评价。 */
export function caseRoutes(office: Office) {
  const show = async (c: Context, person: Person) => {
    const view = await readCase(office, c.req.param('id') ?? '', person)
    return describeCase(office, view, office.store.draft(view.state.caseId), false)
  }
  const act = async (c: Context, command: Command) => {
    const person = applicantOnly(office, c)
    await dispatch(office, c, person, command)
    return c.json(await show(c, person))
  }
  return new Hono()
    .get('/', async (c) => {
      const person = applicantOnly(office, c)
      const cases = await office.engine.list({ applicant: person.id, limit: 100 })
      const drafts = office.store.drafts(person.id).map(({ id, service }) => ({
        id,
        matter: serviceOf(office, service).definition.matter.name,
      }))
      return c.json({ drafts, cases: cases.map(summaryOf).reverse() })
    })
    .get('/:id', async (c) => c.json(await show(c, applicantOnly(office, c))))
    .get('/:id/flow', async (c) => {
      const view = await readCase(office, c.req.param('id'), whoIs(office, c))
      return sendFlow(c, serviceNamed(office, view.state.matter), view)
    })
    .get('/:id/files/:material', async (c) => {
      const { state } = await readCase(office, c.req.param('id'), whoIs(office, c))
      const draft = office.store.draft(state.caseId)
      const upload = draft && uploadOf(draft, c.req.param('material'))
      if (upload === undefined) throw problem(404, '没有这份文件', '请回办件页看看')
      return sendFile(office, upload)
    })
    .put('/:id/files/:material', async (c) => {
      const person = applicantOnly(office, c)
      const { state, definition } = await readCase(office, c.req.param('id'), person)
      const material = c.req.param('material')
      if (!definition.materials.has(material)) throw problem(422, `不要“${material}”这份材料`, '请按清单传', material)
      const upload = await takeFile(office, await c.req.formData(), material)
      const draft = office.store.draft(state.caseId)
      if (draft === undefined) throw problem(404, '没有这份申请', '请在“我的办件”里找')
      office.store.saveDraft({ ...draft, uploads: { ...draft.uploads, [material]: upload } })
      return c.json(await show(c, person))
    })
    .post('/:id/supplement', body(z.strictObject({ answers })), async (c) => {
      const { definition, state } = await readCase(office, c.req.param('id'), applicantOnly(office, c))
      const facts = readFacts(definition, c.req.valid('json').answers)
      if (!facts.ok) throw problemOf(facts.error)
      const asked = (state.supplement?.missing ?? []).filter((name) => definition.materials.has(name))
      const materials = newUploads(office, state, asked)
      const absent = asked.find((name) => !materials.some((each) => each.name === name))
      if (absent !== undefined) throw problem(422, `还没有上传“${absent}”`, '请传齐要补正的材料再提交', absent)
      return act(c, { kind: 'supplement', materials, facts: facts.value })
    })
    .post('/:id/materials', async (c) => {
      const { definition, state } = await readCase(office, c.req.param('id'), applicantOnly(office, c))
      const materials = newUploads(office, state, [...definition.materials.keys()])
      if (materials.length === 0) throw problem(422, '还没有上传要补交的材料', '请先选择文件')
      return act(c, { kind: 'provideMaterials', materials })
    })
    .post('/:id/withdraw', (c) => act(c, { kind: 'withdraw' }))
    .post('/:id/rating', body(rating), (c) => {
      const { score, step, comment } = c.req.valid('json')
      return act(c, { kind: 'rate', score, ...(step && { step }), ...(comment && { comment }) })
    })
}

/** 一个办件；申请人只看得到自己的。 */
export async function readCase({ engine }: Office, id: string, { actor }: Person): Promise<CaseView> {
  const found = await engine.read(id)
  if (found.ok && (actor.kind === 'staff' || found.value.state.applicant === actor.id)) return found.value
  throw problem(404, '没有这个办件', '请核对办件编号')
}

/** 办一步。看到的版本旧了不办，同一个请求只办一次。 */
export async function dispatch({ engine }: Office, c: Context, { actor }: Person, command: Command): Promise<void> {
  const answer = await engine.dispatch({
    caseId: c.req.param('id') ?? '',
    by: actor,
    command,
    expectedVersion: versionOf(c),
    idempotencyKey: keyOf(c),
  })
  if (answer.kind === 'refused') throw problemOf(answer.refusal, answer.version)
}

export function summaryOf({ caseId, matter, status }: Awaited<ReturnType<Office['engine']['list']>>[number]) {
  return { id: caseId, matter, status, statusWords: printStatus(status) }
}

/** 传上来了、还没有交进办件的材料。 */
function newUploads({ store }: Office, { caseId, materials }: CaseView['state'], names: readonly string[]) {
  const uploads = store.draft(caseId)?.uploads ?? {}
  return names.flatMap((name) => {
    const reference = uploads[name]?.reference
    return reference === undefined || materials[name] === reference ? [] : [{ name, reference }]
  })
}
