import type * as z from 'zod'
import { describeIssue } from '../model/describe-issue.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/**
 * The refusal of what does not fit its schema (格式不对): the first field that is wrong, in Chinese, with the others by their
 * paths. It never repeats a value: it may be personal.
 */
export function refuseFields(issues: readonly z.core.$ZodIssue[], input: unknown): Refusal {
  const problems = issues.flatMap((issue) => describeIssue(issue, input, { hide: true }))
  const [first] = problems
  const names = [...new Set(problems.map(({ path }) => path))].filter((path) => path !== '')
  const where = first === undefined || first.path === '' ? '' : `“${first.path}”`
  return refuse('bad-command', `格式不对：${where}${first?.message ?? '读不懂'}`, '请按接口的格式改正后再提交', {
    ...(first !== undefined && first.path !== '' && { field: first.path }),
    ...(names.length > 0 && { names }),
  })
}
