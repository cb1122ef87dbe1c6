import { randomInt } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { printInstant } from 'zhengwu/engine'
import { formFor, readApplication } from 'zhengwu/forms'
import * as z from 'zod'
import { printDay, uploadsOf } from '../case-view.ts'
import { checklistOf, checklistPage } from '../checklist.ts'
import { answersOf, describeJourney, fieldsOf } from '../journey.ts'
import type { Office } from '../office.ts'
import { problem, problemOf } from '../problem.ts'
import { applicantOnly, body, keyOf } from '../request.ts'
import type { Draft } from '../store.ts'
import { takeFile } from '../uploads.ts'
import { serviceOf } from './services.ts'

const answer = z.strictObject({ id: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })

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
      ...describeJourney(service, draft),
      ...describeTerms(checklistOf(office, service, draft)),
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
    .get('/:id/checklist', (c) => {
      const draft = find(c)
      return c.html(checklistPage(office, serviceOf(office, draft.service), draft))
    })
    .delete('/:id', (c) => {
      office.store.removeDraft(open(c).id)
      return c.json({ removed: true })
    })
    .put('/:id/answers', body(answer), (c) => {
      const draft = open(c)
      const { id, value } = c.req.valid('json')
      const saved = { ...draft, answers: { ...draft.answers, [id]: value } }
      const form = formFor(serviceOf(office, draft.service).definition.matter, { facts: saved.answers })
      const field = fieldsOf(form).find((each) => each.id === id)
      if (field === undefined) throw problem(422, '没有这个问题', '请刷新页面再答', id)
      if (field.problem !== undefined) throw problem(422, '填得不对', field.problem, id)
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
      const idempotencyKey = keyOf(c)
      const person = applicantOnly(office, c)
      const draft = find(c)
      const service = serviceOf(office, draft.service)
      const { matter } = service.definition
      if (describeJourney(service, draft).admission.verdict === 'no') {
        throw problem(422, '照您的回答，不符合受理条件', '请回去看看是哪一条')
      }
      const application = readApplication(matter, answersOf(service, draft))
      if (!application.ok)
        throw problem(422, application.error.map(({ message }) => message).join('；'), '请改好再提交')
      const answer = await office.engine.dispatch({
        caseId: draft.id,
        matter: matter.name,
        by: person.actor,
        command: { kind: 'submit', ...application.value },
        idempotencyKey,
      })
      // 换了请求编号再交一次：办件已经有了，就是第一次的那一件。
      if (answer.kind === 'refused' && answer.refusal.code !== 'case-exists') throw problemOf(answer.refusal)
      office.store.saveDraft({ ...draft, isSubmitted: true })
      return c.json({ caseId: draft.id }, 201)
    })
}

/** 哪天办完、收多少钱。 */
function describeTerms({ promised, fees }: ReturnType<typeof checklistOf>) {
  return {
    due: promised.kind === 'known' && promised.due !== undefined ? printDay(promised.due) : null,
    fees: fees.map(({ text, amountFen, per }) =>
      amountFen === undefined ? text : `${text}：${Number(amountFen) / 100}元${per ?? ''}`,
    ),
  }
}

/** 申请编号，也是以后的办件编号：日期加六位，没有容易看错的字母。 */
function newId(office: Office): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const tail = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  const id = `${printInstant(office.now()).slice(0, 10).replaceAll('-', '')}-${tail}`
  return office.store.draft(id) === undefined ? id : newId(office)
}
