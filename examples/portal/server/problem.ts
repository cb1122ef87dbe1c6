import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Refusal, RefusalCode } from 'zhengwu/engine'

/** 没有办成的答复（RFC 9457）：给人看的话，和程序能判断的代码。 */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 428 | 500 | 503
  readonly detail: string
  /** 怎么办。 */
  readonly help: string
  /** 哪一项不对：信息或者材料的名称。 */
  readonly field?: string
  /** 办件现在是第几版。 */
  readonly version?: number
}

/** 一个答复不成的请求；由 {@link answerProblem} 写成答复。 */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** 引擎拒绝的原因里，不是“现在还不能”（409）的。 */
const STATUS: Readonly<Partial<Record<RefusalCode, Problem['status']>>> = {
  'not-applicant': 403,
  'wrong-role': 403,
  'not-your-fact': 403,
  'not-approved': 403,
  'unknown-case': 404,
  'bad-command': 422,
  'unknown-fact': 422,
  'bad-fact': 422,
  'unknown-material': 422,
  'missing-material': 422,
  'missing-fact': 422,
  'condition-not-met': 422,
  'bad-outcome': 422,
  'key-reused': 422,
  stopped: 503,
}

const TITLES: Readonly<Record<Problem['status'], string>> = {
  400: '请求读不懂',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '现在不能这样办',
  413: '文件太大',
  415: '文件格式不对',
  422: '填写的内容不对',
  428: '请求不完整',
  500: '系统出错了',
  503: '系统正在停机',
}

/** 一句话的拒绝。 */
export function problem(status: Problem['status'], detail: string, help: string, field?: string): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail,
    help,
    ...(field !== undefined && { field }),
  })
}

/** 引擎的拒绝。别人先动过的办件（stale-version）说清楚发生了什么。 */
export function problemOf({ code, message, help, field }: Refusal, version?: number): ProblemError {
  const status = STATUS[code] ?? 409
  const isStale = code === 'stale-version'
  return new ProblemError({
    type: `urn:zhengwu:refusal:${code}`,
    title: isStale ? '办件刚刚有了新的进展' : TITLES[status],
    status,
    detail: isStale ? '您打开这一页以后，别人已经办过这个件，您这次的操作没有生效' : message,
    help: isStale ? '页面已经换成最新的，请看过再办' : help,
    ...(field !== undefined && { field: field.replace(/^(facts\.|materials\[\d+\]\.)/, '') }),
    ...(version !== undefined && { version }),
  })
}

/** 写成答复；想不到的错误只说出了错，细节留在服务器上。 */
export function answerProblem(error: unknown, c: Context): Response {
  const told = problemFrom(error)
  return c.body(JSON.stringify(told), told.status, { 'Content-Type': 'application/problem+json' })
}

function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  // 防跨站请求的中间件不收的。
  if (error instanceof HTTPException && error.status === 403) {
    return problem(403, '请求不是从这个网站的页面来的', '请打开本站的页面再办').problem
  }
  if (error instanceof HTTPException && error.status === 400)
    return problem(400, '内容不是JSON', '请刷新页面再办').problem
  console.error(error)
  return problem(500, '没有办成', '请过一会儿再试').problem
}
