import { parseRational } from '../../base/rational.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { printDuration } from '../../calendar/duration.ts'
import { printInstant } from '../../calendar/instant.ts'
import { printDate } from '../../graph/situation.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { walkClock } from './clock-course.ts'
import type { ClockKind } from './clock-kind.ts'
import type { ClockAmount, ClockPause, ClockReading } from './clock-reading.ts'

/** What has to be done before each clock runs out. */
const DEEDS: Readonly<Record<ClockKind, string>> = {
  notice: '受理或者一次性告知补正',
  statutory: '作出决定',
  promised: '办结',
  step: '办完',
  supplement: '补正',
  procedure: '结束',
  delivery: '送达',
  deferral: '补交',
}

/**
 * Explains how a due date came about in words that an applicant understands (到期日的说明): 法定时限20个工作日，自2026年9月29日
 * 起算，国庆节假期7日、双休日10日不计，专家评审暂停11个工作日，应于2026年11月18日前（含当日）作出决定。
 */
export function explainClock(reading: ClockReading, calendar: Calendar): string {
  const { limit, label, neededFacts } = reading
  if (limit === undefined) return `${label}：要知道${neededFacts.map((fact) => `“${fact}”`).join('、')}才能确定。`
  if (limit.unit === 'unlimited') return `${label}：${printDuration(limit)}。`
  const law = reading.source === undefined ? '' : `（${printLegalSource(reading.source)}）`
  const timed = reading.total?.unit === 'hour' || reading.total?.unit === 'minute'
  const course = timed ? describeHours(reading) : describeDays(reading, calendar)
  const parts = [
    `${label}${printDuration(limit)}${law}`,
    ...describeExtensions(reading),
    ...course,
    ...describeDue(reading),
  ]
  return `${parts.join('，')}。${describeStanding(reading)}`
}

function describeExtensions({ extensions, total }: ReadingOf<'extensions' | 'total'>): readonly string[] {
  const granted = extensions.map(({ name, extendBy, extendTo }) => {
    if (extendTo !== undefined) return `${name}至${printDuration(extendTo)}`
    return extendBy === undefined ? name : `${name}${printDuration(extendBy)}`
  })
  if (granted.length === 0) return []
  return [`${granted.join('、')}${total === undefined ? '' : `，共${printAmount(total)}`}`]
}

function describeHours({ start, pauses, restarted }: ClockReading): readonly string[] {
  const stops = pauses.map(({ name, from, to }) =>
    to === undefined ? `${name}自${printMoment(from)}起暂停` : `${name}自${printMoment(from)}至${printMoment(to)}暂停`,
  )
  return [`自${printMoment(printInstant(start))}起${restarted === true ? '重新计算' : '算'}`, ...stops]
}

function describeDays(reading: ClockReading, calendar: Calendar): readonly string[] {
  const { first, holidays, weekends, pauses, last, moved } = walkClock(reading, calendar)
  const start = `自${printDate(first)}起${reading.restarted === true ? '重新计算' : '算'}`
  if (reading.limit?.unit === 'instant' && reading.extensions.length === 0) return describeMove(last, moved, reading)
  const inWorkdays = reading.total?.unit === 'workday'
  const rests = [
    ...holidays.map(({ name, days }) => `${name}${days}日`),
    ...(weekends > 0 ? [`双休日${weekends}日`] : []),
  ]
  const unit = inWorkdays ? '个工作日' : '日'
  const stops: string[] = []
  for (const [i, { name, days }] of pauses.entries()) {
    const pause = reading.pauses[i]
    if (pause === undefined) continue
    if (pause.to === undefined) stops.push(`${name}自${printDate(pause.from)}起暂停`)
    else if (days > 0) stops.push(`${name}${stops.length === 0 ? '' : '又'}暂停${days}${unit}`)
    else if (isWithin(pause, reading.pauses.slice(0, i))) stops.push(`${name}的时间已经在内`)
  }
  return [
    start,
    ...(rests.length > 0 ? [`${rests.join('、')}不计`] : []),
    ...stops,
    ...describeMove(last, moved, reading),
  ]
}

/** Whether earlier pauses left out days of this one; else it left out none at all, and there is nothing to say of it. */
function isWithin({ from }: ClockPause, earlier: readonly ClockPause[]): boolean {
  return earlier.some(({ to }) => to === undefined || from <= to)
}

function describeMove(last: string, moved: number, { due }: ReadingOf<'due'>): readonly string[] {
  if (moved === 0 || due === undefined) return []
  return [`末日${printDate(last)}是休息日，顺延到${printDate(due.date)}`]
}

function describeDue({ kind, due, noDue }: ReadingOf<'kind' | 'due' | 'noDue'>): readonly string[] {
  if (due !== undefined) {
    const by = due.at === undefined ? `${printDate(due.date)}前（含当日）` : `${printMoment(due.at)}前`
    return [`应于${by}${DEEDS[kind]}`]
  }
  if (noDue === undefined) return []
  return [noDue.code === 'still-paused' ? '恢复计时以后才有到期日' : noDue.message]
}

function describeStanding({ state, due, used, left, overdue }: ClockReading): string {
  const provisional = due?.provisional === undefined ? '' : `到期日是暂定的：${due.provisional.because}。`
  if (used === undefined || left === undefined) return provisional
  const past = left.amount.startsWith('-') ? { ...left, amount: left.amount.slice(1) } : undefined
  const isLate = overdue && past !== undefined
  if (state === 'stopped')
    return `${provisional}用了${printAmount(used)}${isLate ? `，超期${printAmount(past)}` : ''}。`
  if (isLate) return `${provisional}已经超期${printAmount(past)}。`
  return past === undefined ? `${provisional}已用${printAmount(used)}，还剩${printAmount(left)}。` : provisional
}

type ReadingOf<K extends keyof ClockReading> = Pick<ClockReading, K>

/** 12个工作日, 2小时20分钟 */
function printAmount({ unit, amount }: ClockAmount): string {
  const exact = parseRational(amount)
  if (unit !== 'hour' || exact === undefined || exact.den === 1n) return printDuration({ unit, amount })
  const seconds = (exact.num * SECONDS_PER_HOUR) / exact.den
  const parts = [
    [seconds / SECONDS_PER_HOUR, '小时'],
    [(seconds / 60n) % 60n, '分钟'],
    [seconds % 60n, '秒'],
  ] as const
  return parts.map(([number, word]) => (number === 0n ? '' : `${number}${word}`)).join('')
}

const SECONDS_PER_HOUR = 3600n

/** 2026年9月28日10时20分 */
function printMoment(instant: string): string {
  const [date = '', time = ''] = instant.split('T')
  return `${printDate(date)}${Number(time.slice(0, 2))}时${time.slice(3, 5)}分`
}
