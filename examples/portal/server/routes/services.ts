import { Hono } from 'hono'
import { formFor } from 'zhengwu/forms'
import type { Service } from '../catalogue.ts'
import { guidePage } from '../checklist.ts'
import { sendFlow } from '../flow-picture.ts'
import { describeOutlook, fieldsOf, outlookOf } from '../journey.ts'
import type { Office } from '../office.ts'
import { problem } from '../problem.ts'

/** 办哪些事。 */
export function serviceRoutes(office: Office) {
  return new Hono()
    .get('/', (c) => c.json({ services: [...office.services.values()].map(summaryOf) }))
    .get('/:id/guide', async (c) => c.html(await guidePage(office, serviceOf(office, c.req.param('id')))))
    .get('/:id/flow', (c) => sendFlow(c, serviceOf(office, c.req.param('id'))))
    .get('/:id', (c) => c.json(summaryOf(serviceOf(office, c.req.param('id')))))
}

export function serviceOf({ services }: Office, id: string): Service {
  const service = services.get(id)
  if (service === undefined) throw problem(404, '没有这件事', '请回首页重新选')
  return service
}

/** 办件记着事项的名称。 */
export function serviceNamed({ services }: Office, matter: string): Service {
  const service = [...services.values()].find(({ definition }) => definition.matter.name === matter)
  if (service === undefined) throw problem(404, '门户已经不办这件事', '请打窗口电话问问')
  return service
}

function summaryOf({ id, isBundle, components, definition }: Service) {
  const { name, authority } = definition.matter
  return {
    id,
    name,
    isBundle,
    components,
    authority: authority ?? null,
    ...describeOutlook(outlookOf(definition, {})),
    questions: fieldsOf(formFor(definition.matter)).length,
  }
}
