import { failure } from '../base/result.ts'

/** What can be wrong with a date, a limit or an arrangement of days off (计时错误). */
export type CalendarErrorCode =
  | 'bad-date'
  | 'bad-instant'
  | 'bad-amount'
  | 'bad-extension'
  | 'bad-pause'
  | 'bad-calendar'
  | 'no-limit'
  | 'time-needed'
  | 'still-paused'
  | 'out-of-range'

/** An error as data; `message` is Chinese and for the user. */
export interface CalendarError {
  readonly code: CalendarErrorCode
  readonly message: string
}

/** The failed answer with this error. */
export function fail(code: CalendarErrorCode, message: string) {
  return failure<CalendarError>({ code, message })
}

/** The failed answer for a result that no calendar reaches. */
export function failOutOfRange() {
  return fail('out-of-range', '结果超出公元1年至9999年，请检查日期和时限')
}
