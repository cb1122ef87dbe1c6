import { hc, type InferResponseType } from 'hono/client'
import type { Api } from '../server/app.ts'
import type { Problem } from '../server/problem.ts'

/** 服务器的接口，类型从服务器的代码来。 */
export const api = hc<Api>('/api')

export type SessionJson = InferResponseType<(typeof api.session)['$get'], 200>
export type DraftJson = InferResponseType<(typeof api.drafts)[':id']['$get'], 200>
export type CaseJson = InferResponseType<(typeof api.cases)[':id']['$get'], 200>
export type DeskCaseJson = InferResponseType<(typeof api.desk)[':id']['$get'], 200>

/** 没有办成：服务器说的原因和怎么办。 */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** 接口的答复：成了是 T。 */
interface Answer<T> {
  readonly ok: boolean
  readonly json: () => Promise<T>
}

/** 等答复；没有办成的抛 {@link Refused}，连不上的也是。 */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  let response: Answer<T>
  try {
    response = await asked
  } catch {
    throw new Refused(unreachable)
  }
  if (response.ok) return await response.json()
  const told: unknown = await response.json().catch(() => undefined)
  throw new Refused(isProblem(told) ? told : unreachable)
}

/** 没有收到答复，或者答复不是我们的服务器写的。 */
export const unreachable: Problem = {
  type: 'about:blank',
  title: '连不上服务器',
  status: 503,
  detail: '没有收到答复，不知道有没有办成',
  help: '请检查网络再试一次；重复提交不会办两次',
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'detail' in value && 'help' in value && 'status' in value
}

/** 请求编号。局域网里不是 https，用不了 randomUUID。 */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
