import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { validator } from 'hono/validator'
import * as z from 'zod'
import type { Office } from './office.ts'
import type { Person } from './people.ts'
import { problem } from './problem.ts'

z.config(z.locales.zhCN())

/** 内容照 zod 的定义核对；不对的说出是哪一项。 */
export function body<S extends z.ZodType>(schema: S) {
  return validator('json', (value): z.infer<S> => {
    const read = schema.safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    const field = issue?.path.join('.') ?? ''
    throw problem(
      422,
      `${field === '' ? '内容' : `“${field}”`}的格式不对：${issue?.message ?? '读不懂'}`,
      '请改正后再提交',
    )
  })
}

/** 谁在办；没有登录的不答。 */
export function whoIs({ people }: Office, c: Context): Person {
  const person = people.get(getCookie(c, 'person') ?? '')
  if (person === undefined) throw problem(401, '还没有登录', '请先选一个身份登录')
  return person
}

export function applicantOnly(office: Office, c: Context): Person {
  const person = whoIs(office, c)
  if (person.actor.kind !== 'applicant') throw problem(403, '这一页是申请人办的', '请换成申请人的身份')
  return person
}

export function staffOnly(office: Office, c: Context): Person {
  const person = whoIs(office, c)
  if (person.actor.kind !== 'staff') throw problem(403, '这一页是工作人员办的', '请换成工作人员的身份')
  return person
}

/** 请求编号：页面每填一次表编一个，重发时不变，引擎只办一次。 */
export function keyOf(c: Context): string {
  const key = c.req.header('Idempotency-Key')
  if (key !== undefined && /^[\x21-\x7e]{1,200}$/.test(key)) return key
  throw problem(428, '请求没有编号', '请刷新页面再办')
}

/** 页面看到的是办件的第几版（If-Match）。 */
export function versionOf(c: Context): number {
  const seen = /^"(\d{1,9})"$/.exec(c.req.header('If-Match') ?? '')?.[1]
  if (seen === undefined) throw problem(428, '请求没有写办件是第几版', '请刷新页面再办')
  return Number(seen)
}
