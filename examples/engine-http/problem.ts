import type { Refusal, RefusalCode } from 'zhengwu/engine'

/** An answer that nothing was done (RFC 9457): what a client shows, and a code that it can act on. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 500 | 503
  readonly detail: string
  readonly help?: string
  /** The field that is wrong, `facts.经营面积`. */
  readonly field?: string
  readonly names?: readonly string[]
  /** The version at which the case stands now. */
  readonly version?: number
}

/** Codes that say something other than “not now” (409). */
const STATUS: Readonly<Partial<Record<RefusalCode, 403 | 404 | 422 | 503>>> = {
  'not-applicant': 403,
  'wrong-role': 403,
  'wrong-organ': 403,
  'not-your-fact': 403,
  'not-approved': 403,
  'unknown-case': 404,
  'unknown-matter': 404,
  'bad-command': 422,
  'unknown-fact': 422,
  'bad-fact': 422,
  'unknown-material': 422,
  'missing-material': 422,
  'missing-fact': 422,
  'condition-not-met': 422,
  'unknown-step': 422,
  'unknown-procedure': 422,
  'bad-outcome': 422,
  'key-reused': 422,
  stopped: 503,
}

/** What a refusal is about in a word; its `detail` says the rest. */
const TITLES = { 403: '没有权限', 404: '没有找到', 409: '现在不能这样办', 422: '提交的内容不对', 503: '暂时不能办理' }

/** A refusal of the engine as a problem. */
export function problemOf({ code, message, help, field, names }: Refusal, version?: number): Problem {
  const status = STATUS[code] ?? 409
  return {
    type: `urn:zhengwu:refusal:${code}`,
    title: TITLES[status],
    status,
    detail: message,
    help,
    ...(field !== undefined && { field }),
    ...(names !== undefined && { names }),
    ...(version !== undefined && { version }),
  }
}

/** A problem that is no refusal of the engine. */
export function plainProblem(status: Problem['status'], title: string, detail: string, field?: string): Problem {
  return { type: 'about:blank', title, status, detail, ...(field !== undefined && { field }) }
}
