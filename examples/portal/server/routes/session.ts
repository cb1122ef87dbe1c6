import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { printInstant } from 'zhengwu/engine'
import * as z from 'zod'
import type { Office } from '../office.ts'
import { problem } from '../problem.ts'
import { body } from '../request.ts'

const DAY = 86_400_000

/** 登录（演示：选一个人）和演示的钟。 */
export function sessionRoutes(office: Office) {
  const describe = (id: string | undefined) => {
    const person = office.people.get(id ?? '')
    return {
      person: person === undefined ? null : { id: person.id, name: person.name, kind: person.actor.kind },
      people: [...office.people.values()].map(({ id: each, name, title }) => ({ id: each, name, title })),
      now: printInstant(office.now()),
    }
  }
  return new Hono()
    .get('/', (c) => c.json(describe(getCookie(c, 'person'))))
    .put('/', body(z.strictObject({ person: z.string() })), (c) => {
      const { person } = c.req.valid('json')
      if (!office.people.has(person)) throw problem(422, '没有这个人', '请从名单里选')
      setCookie(c, 'person', person, { httpOnly: true, sameSite: 'Lax', path: '/' })
      return c.json(describe(person))
    })
    .post('/clock', body(z.strictObject({ days: z.int().min(1).max(400) })), async (c) => {
      await office.moveClock(c.req.valid('json').days * DAY)
      return c.json(describe(getCookie(c, 'person')))
    })
}
