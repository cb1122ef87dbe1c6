import { Hono } from 'hono'
import type { Service } from '../catalogue.ts'
import { isApplicants } from '../field.ts'
import type { Office } from '../office.ts'
import { problem } from '../problem.ts'

/** 办哪些事。 */
export function serviceRoutes(office: Office) {
  return new Hono()
    .get('/', (c) => c.json({ services: [...office.services.values()].map(summaryOf) }))
    .get('/:id', (c) => c.json(summaryOf(serviceOf(office, c.req.param('id')))))
}

export function serviceOf({ services }: Office, id: string): Service {
  const service = services.get(id)
  if (service === undefined) throw problem(404, '没有这件事', '请回首页重新选')
  return service
}

function summaryOf({ id, isBundle, components, definition }: Service) {
  const { name, trips, authority, facts } = definition.matter
  return {
    id,
    name,
    isBundle,
    components,
    authority: authority ?? null,
    trips: trips ?? null,
    questions: facts.filter((fact) => isApplicants(definition, fact)).length,
  }
}
