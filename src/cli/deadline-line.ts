import { failure, type Result, success } from '../base/result.ts'
import type { Pause } from '../calendar/pauses.ts'
import type { DeadlineRequest, RequestError } from './deadline-request.ts'

/** Reads one line of `zw deadline --batch`: a JSON object with the keys of {@link DeadlineRequest}. */
export function readDeadlineLine(line: string): Result<DeadlineRequest, RequestError> {
  const record = parseObject(line)
  if (record === undefined) return bad('这一行不是JSON对象')
  const unknown = Object.keys(record).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return bad(`没有“${unknown}”这一项；可以写：${KEYS.join('、')}`)
  const { from, limit, profile, roll, pauses, extend, extendTo } = record
  if (typeof from !== 'string') return bad('缺少“from”（起算日）')
  if (typeof limit !== 'string') return bad('缺少“limit”（时限）')
  if (!isOptional(profile, isText)) return bad('“profile”应为文本')
  if (!isOptional(extend, isText)) return bad('“extend”应为文本，如“10个工作日”')
  if (!isOptional(extendTo, isText)) return bad('“extendTo”应为文本，如“30个工作日”')
  if (!isOptional(roll, (value) => typeof value === 'boolean')) return bad('“roll”应为true或false')
  if (!isOptional(pauses, isPauses)) return bad('“pauses”应为[{"from":"2026-10-08","to":"2026-10-14"}]的样子')
  return success({ from, limit, profile, roll, pauses, extend, extendTo })
}

const KEYS = ['from', 'limit', 'profile', 'roll', 'pauses', 'extend', 'extendTo']

function bad(message: string) {
  return failure<RequestError>({ code: 'bad-line', message })
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    // null means that the key is not given.
    return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOptional<T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || is(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isPauses(value: unknown): value is readonly Pause[] {
  return (
    Array.isArray(value) &&
    value.every((pause) => isRecord(pause) && isText(pause['from']) && isOptional(pause['to'] ?? undefined, isText))
  )
}
