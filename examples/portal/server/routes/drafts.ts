import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { printInstant, readFacts } from 'zhengwu/engine'
import * as z from 'zod'
import { uploadsOf } from '../case-view.ts'
import { describeJourney, materialsToUpload } from '../journey.ts'
import type { Office } from '../office.ts'
import { problem, problemOf } from '../problem.ts'
import { applicantOnly, body, keyOf } from '../request.ts'
import type { Draft } from '../store.ts'
import { takeFile } from '../uploads.ts'
import { serviceOf } from './services.ts'

const answer = z.strictObject({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })

/** 申请：答问题、看结论、传材料、提交。 */
export function draftRoutes(office: Office) {
  const find = (c: Context): Draft => {
    const person = applicantOnly(office, c)
    const draft = office.store.draft(c.req.param('id') ?? '')
    if (draft?.person !== person.id) throw problem(404, '没有这份申请', '请在“我的办件”里找')
    return draft
  }
  const open = (c: Context): Draft => {
    const draft = find(c)
    if (draft.isSubmitted) throw problem(409, '这份申请已经提交了', '请到办件页查看进度')
    return draft
  }
  const describe = (draft: Draft) => {
    const service = serviceOf(office, draft.service)
    return {
      id: draft.id,
      service: { id: service.id, name: service.definition.matter.name },
      isSubmitted: draft.isSubmitted,
      uploads: uploadsOf(draft),
      ...describeJourney(office, service, draft),
    }
  }
  return new Hono()
    .post('/', body(z.strictObject({ service: z.string() })), (c) => {
      const person = applicantOnly(office, c)
      const { id: service } = serviceOf(office, c.req.valid('json').service)
      const draft = { id: newId(office), service, person: person.id, answers: {}, uploads: {}, isSubmitted: false }
      office.store.saveDraft(draft)
      return c.json(describe(draft), 201)
    })
    .get('/:id', (c) => c.json(describe(find(c))))
    .delete('/:id', (c) => {
      office.store.removeDraft(open(c).id)
      return c.json({ removed: true })
    })
    .put('/:id/answers', body(answer), (c) => {
      const draft = open(c)
      const { name, value } = c.req.valid('json')
      const { definition } = serviceOf(office, draft.service)
      const read = readFacts(definition, { [name]: value })
      if (!read.ok) throw problemOf(read.error)
      const saved = { ...draft, answers: { ...draft.answers, [name]: value } }
      office.store.saveDraft(saved)
      return c.json(describe(saved))
    })
    .put('/:id/files/:material', async (c) => {
      const draft = open(c)
      const material = c.req.param('material')
      if (!serviceOf(office, draft.service).definition.materials.has(material)) {
        throw problem(422, `不要“${material}”这份材料`, '请按清单传', material)
      }
      const upload = await takeFile(office, await c.req.formData(), material)
      const saved = { ...open(c), uploads: { ...open(c).uploads, [material]: upload } }
      office.store.saveDraft(saved)
      return c.json(describe(saved))
    })
    .post('/:id/submit', async (c) => {
      const person = applicantOnly(office, c)
      const draft = find(c)
      const { definition } = serviceOf(office, draft.service)
      const facts = readFacts(definition, draft.answers)
      if (!facts.ok) throw problemOf(facts.error)
      const wanted = materialsToUpload(office, serviceOf(office, draft.service), draft)
      const missing = wanted.find(
        ({ isRequired, choices }) => isRequired && choices.every((name) => !(name in draft.uploads)),
      )
      if (missing !== undefined) {
        throw problem(422, `还没有上传“${missing.name}”`, '请传齐必要的材料再提交', missing.name)
      }
      const answer = await office.engine.dispatch({
        caseId: draft.id,
        matter: definition.matter.name,
        by: person.actor,
        command: {
          kind: 'submit',
          facts: facts.value,
          materials: Object.entries(draft.uploads).map(([name, { reference }]) => ({ name, reference })),
        },
        idempotencyKey: keyOf(c),
      })
      // 换了请求编号再交一次：办件已经有了，就是第一次的那一件。
      if (answer.kind === 'refused' && answer.refusal.code !== 'case-exists') throw problemOf(answer.refusal)
      office.store.saveDraft({ ...draft, isSubmitted: true })
      return c.json({ caseId: draft.id }, 201)
    })
}

/** 申请编号，也是以后的办件编号：日期加六位，没有容易看错的字母。 */
function newId(office: Office): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const tail = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  const id = `${printInstant(office.now()).slice(0, 10).replaceAll('-', '')}-${tail}`
  return office.store.draft(id) === undefined ? id : newId(office)
}
