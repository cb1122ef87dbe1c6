import { type Command, commandSchema, parseCommand, type Result } from 'zhengwu/engine'
import type * as z from 'zod'
import { submissionSchema } from './openapi.ts'
import { type Problem, plainProblem, problemOf } from './problem.ts'

/** More than any form needs; documents are kept elsewhere and only named here. Unit: byte. */
const LONGEST_BODY = 1_000_000

const JSON_TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  boolean: 'true或false',
  array: '列表',
  object: '对象',
}

type Submission = z.infer<typeof submissionSchema>

/** The body as JSON: 413 where it is too long, 400 where it is none. */
export async function readBody(request: Request): Promise<Result<unknown, Problem>> {
  const tooLong = plainProblem(413, '内容太长', '请求的内容不能超过1MB')
  if (Number(request.headers.get('Content-Length') ?? 0) > LONGEST_BODY) return failed(tooLong)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    // Whoever sends it in parts does not say how long it is.
    if (length > LONGEST_BODY) return failed(tooLong)
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch {
    return failed(plainProblem(400, '不是JSON', '请求的内容读不出来，请按JSON（UTF-8）写'))
  }
}

/** What starts a case, or the first thing in it that does not fit. */
export function readSubmission(body: unknown): Result<Submission, Problem> {
  const parsed = submissionSchema.safeParse(body)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  return failed(issue === undefined ? unfit('读不懂') : describeIssue(issue, body))
}

/** A command, or what does not fit: the kinds there are, the key that it does not have. */
export function readCommand(body: unknown): Result<Command, Problem> {
  const read = parseCommand(body)
  if (read.ok) return read
  const kinds = commandSchema.options.map(({ shape }) => shape.kind.value)
  const kind = isRecord(body) ? body['kind'] : undefined
  if (isRecord(body) && !kinds.some((known) => known === kind)) {
    return failed(unfit(`${kind === undefined ? '缺少“kind”' : '没有这种命令'}，可以写：${kinds.join('、')}`, 'kind'))
  }
  const issue = commandSchema.safeParse(body).error?.issues.find(({ code }) => code === 'unrecognized_keys')
  return failed(
    issue !== undefined && read.error.field === undefined ? describeIssue(issue, body) : problemOf(read.error),
  )
}

/**
 * The version that the sender has seen, by its ETag: undefined where any will do. What cannot be read is not passed over:
 * whoever sends a condition wants nothing done where it does not hold.
 */
export function readIfMatch(header: string | undefined): Result<number | undefined, Problem> {
  if (header === undefined || header.trim() === '*') return { ok: true, value: undefined }
  const seen = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1]
  if (seen !== undefined) return { ok: true, value: Number(seen) }
  return failed(
    plainProblem(412, 'If-Match看不懂', '请写查询时得到的ETag，如“"2"”；不核对版本的不要带If-Match', 'If-Match'),
  )
}

/** The sender's key: printable ASCII without spaces, as the engine keeps it. */
export function readKey(header: string | undefined): Result<string | undefined, Problem> {
  if (header === undefined || /^[\x21-\x7e]{1,200}$/.test(header)) return { ok: true, value: header }
  return failed(unfit('请求编号要写1到200个字母、数字或符号，不能有空格', 'Idempotency-Key'))
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describeIssue(issue: z.core.$ZodIssue, body: unknown): Problem {
  const field = printPath(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return unfit(`没有“${key}”这一项，请删去或改正`, printPath([...issue.path, key]))
  }
  if (valueAt(body, issue.path) === undefined) return unfit(field === '' ? '缺少内容' : `缺少“${field}”`, field)
  const whole = field === '' ? '请求的内容' : `“${field}”`
  if (issue.code === 'invalid_type') return unfit(`${whole}应为${JSON_TYPES[issue.expected] ?? issue.expected}`, field)
  if (issue.code === 'invalid_union') return unfit(`${whole}应为文字、数、true或false`, field)
  if (issue.code === 'too_small') return unfit(`${whole}不能是空的`, field)
  return unfit(`${whole}的写法不对`, field)
}

/** `materials[0].name`, as the engine names fields. */
function printPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, place) => (typeof key === 'number' ? `[${key}]` : `${place === 0 ? '' : '.'}${String(key)}`))
    .join('')
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    body,
  )
}

function unfit(detail: string, field?: string): Problem {
  return plainProblem(422, '请求的格式不对', detail, field === '' ? undefined : field)
}

function failed(error: Problem): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error }
}
