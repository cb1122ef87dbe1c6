import { failure } from '../base/result.ts'

/** What can be wrong with a date, a limit or an arrangement of days off (计时错误). */
export type CalendarErrorCode =
  | 'bad-date'
  | 'bad-instant'
  | 'bad-amount'
  | 'bad-extension'
  | 'bad-range'
  | 'bad-calendar'
  | 'no-limit'
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
