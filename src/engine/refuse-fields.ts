import type * as z from 'zod'
import { describeIssue } from '../model/describe-issue.ts'
import { commandSchema } from './command.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** Forms give bare numbers and words. */
const PLAIN_FACTS = "信息要写明是哪一类，如{ kind: 'number', amount: '200' }；表单里填的值，请先用readFacts读成这样"

/**
 * The refusal of what does not fit its schema (格式不对): the first field that is wrong, in Chinese, with the others by their
 * paths, which are those of the command also where it comes in an envelope. It never repeats a value: it may be personal.
 */
export function refuseFields(issues: readonly z.core.$ZodIssue[], input: unknown): Refusal {
  const problems = issues
    .flatMap((issue) => describeIssue(issue, input, { hide: true }))
    .map(({ path, message }) => ({ path: path.replace(/^command\./, ''), message }))
  const [first] = problems
  const names = [...new Set(problems.map(({ path }) => path))].filter((path) => path !== '')
  const where = first === undefined || first.path === '' ? '' : `“${first.path}”`
  return refuse('bad-command', `格式不对：${where}${first?.message ?? '读不懂'}`, helpWith(first?.path), {
    ...(first !== undefined && first.path !== '' && { field: first.path }),
    ...(names.length > 0 && { names }),
  })
}

function helpWith(path: string | undefined): string {
  if (path?.startsWith('facts.') === true) return PLAIN_FACTS
  if (path === 'kind') return `命令有：${commandSchema.options.map(({ shape }) => shape.kind.value).join('、')}`
  return '请按接口的格式改正后再提交'
}
