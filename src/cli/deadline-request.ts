import { failure, type Result, success } from '../base/result.ts'
import type { CalendarErrorCode } from '../calendar/calendar-error.ts'
import type { DeadlineInput } from '../calendar/deadline-terms.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Pause } from '../calendar/pauses.ts'
import { CIVIL_CODE, type CountingProfile, findProfile, LICENSING_LAW, PROFILES } from '../calendar/profiles.ts'
import { readLimit, settleLimit, type TypedLimit } from '../compile/text/read-limit.ts'

/** A deadline as asked for on the command line or in one line of a batch; limits in words. */
export interface DeadlineRequest {
  readonly from: string
  readonly limit: string
  readonly profile?: string | undefined
  readonly roll?: boolean | undefined
  readonly pauses?: readonly Pause[] | undefined
  readonly extend?: string | undefined
  readonly extendTo?: string | undefined
}

/** What the clock needs, and how the request was read. */
export interface DeadlineQuestion {
  readonly input: DeadlineInput & { readonly profile: CountingProfile }
  readonly limit: Duration
  /** True where 日 stood without unit and no profile was named, so that one was assumed. */
  readonly assumedProfile: boolean
}

/** Why a request cannot be answered; `message` is Chinese. */
export interface RequestError {
  readonly code: CalendarErrorCode | 'bad-limit' | 'bad-profile' | 'bad-line'
  readonly message: string
}

/**
 * Reads a request (到期日的计算请求). Without a profile 民法典 counts; where the limit says only 日 it is taken as that of
 * a licence, by 行政许可法.
 */
export function readDeadlineRequest(request: DeadlineRequest): Result<DeadlineQuestion, RequestError> {
  const typed = readWords(request.limit)
  if (!typed.ok) return typed
  const profile = chooseProfile(request.profile, typed.value)
  if (profile === undefined) return failure({ code: 'bad-profile', message: unknownProfile(request.profile ?? '') })
  const extendBy = request.extend === undefined ? undefined : readWords(request.extend)
  if (extendBy?.ok === false) return extendBy
  const extendTo = request.extendTo === undefined ? undefined : readWords(request.extendTo)
  if (extendTo?.ok === false) return extendTo
  const limit = settleLimit(typed.value, profile)
  return success({
    input: {
      from: request.from,
      limit,
      profile,
      roll: request.roll,
      pauses: request.pauses,
      extendBy: extendBy && [settleLimit(extendBy.value, profile)],
      extendTo: extendTo && settleLimit(extendTo.value, profile),
    },
    limit,
    assumedProfile: request.profile === undefined && typed.value.unit === 'bareDay',
  })
}

function readWords(text: string): Result<TypedLimit, RequestError> {
  const limit = readLimit(text)
  if (limit !== undefined) return success(limit)
  const isNumber = readLimit(`${text}个工作日`) !== undefined
  const example = isNumber ? `“${text}个工作日”“${text}个自然日”` : '“20个工作日”“3个月”“2小时”'
  return failure({ code: 'bad-limit', message: `“${text}”不是时限，请写成${example}的样子` })
}

function chooseProfile(name: string | undefined, limit: TypedLimit): CountingProfile | undefined {
  if (name !== undefined) return findProfile(name)
  return limit.unit === 'bareDay' ? LICENSING_LAW : CIVIL_CODE
}

function unknownProfile(name: string): string {
  return `没有“${name}”的计算规则；可以用：${PROFILES.map((profile) => profile.name).join('、')}`
}
