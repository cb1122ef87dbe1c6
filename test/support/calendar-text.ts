import {
  type CivilDay,
  computeDeadline,
  createCalendar,
  type Deadline,
  type DeadlineInput,
  type Duration,
  findProfile,
  parseCivilDate,
  resolveBareDay,
} from '../../src/calendar/index.ts'

/** The built-in calendar, for tests that need no other. */
export const calendar = createCalendar()

/** A civil date that the test knows to exist. */
export function day(text: string): CivilDay {
  const date = parseCivilDate(text)
  if (!date.ok) throw new Error(date.error.message)
  return date.value
}

/** A deadline as one line of `zw deadline --batch` words it. */
export interface DeadlineLine {
  readonly from: string
  readonly limit: string
  readonly profile?: string
  readonly roll?: boolean
  readonly pauses?: DeadlineInput['pauses']
  readonly extend?: string
  readonly extendTo?: string
}

/** A limit in the plain wording that the cases use; the real grammar lives in src/syntax. */
export function limit(text: string, profileName = '民法典'): Duration {
  if (text === '即办') return { unit: 'instant' }
  if (text === '无法定时限') return { unit: 'unlimited' }
  const [, amount = '', word = ''] = /^(-?[\d.]+)个?(.+)$/.exec(text) ?? []
  const profile = findProfile(profileName)
  if (profile === undefined) throw new Error(`no profile ${profileName}`)
  const unit = word === '日' ? resolveBareDay(profile, amount) : UNITS[word]
  if (unit === undefined) throw new Error(`no unit ${word}`)
  return { unit, amount }
}

const UNITS: Readonly<Record<string, 'workday' | 'calendarDay' | 'month' | 'year' | 'hour' | 'minute'>> = {
  工作日: 'workday',
  自然日: 'calendarDay',
  月: 'month',
  年: 'year',
  小时: 'hour',
  分钟: 'minute',
}

/** The input of computeDeadline that a line stands for. */
export function deadlineInput(line: DeadlineLine): DeadlineInput {
  const { from, profile, roll, pauses, extend, extendTo } = line
  return {
    from,
    limit: limit(line.limit, profile),
    profile: profile === undefined ? undefined : findProfile(profile),
    roll,
    pauses,
    extendBy: extend === undefined ? undefined : [limit(extend, profile)],
    extendTo: extendTo === undefined ? undefined : limit(extendTo, profile),
  }
}

/** The deadline of a line that the test knows to have one. */
export function deadline(line: DeadlineLine): Deadline {
  const answer = computeDeadline(deadlineInput(line), calendar)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

/** The code of the error that a line gives. */
export function deadlineError(line: DeadlineLine): string {
  const answer = computeDeadline(deadlineInput(line), calendar)
  if (answer.ok) throw new Error(`expected an error, got ${answer.value.due}`)
  return answer.error.code
}
