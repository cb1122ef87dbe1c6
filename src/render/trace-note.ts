import { parseCivilDate } from '../calendar/civil-date.ts'
import type { TraceDay } from '../calendar/deadline-trace.ts'

/** Says in a few words why a day on the way to a deadline counted or did not (计算过程的说明). */
export function describeTraceDay(day: TraceDay, due: string): string {
  if (day.kind === 'paused') return '不计入期限'
  if (day.kind === 'rolled' && day.date === due) return '顺延后的到期日'
  const counted =
    day.number === undefined ? [] : [day.unit === 'workday' ? `第${day.number}个工作日` : `第${day.number}日`]
  return [...counted, ...(day.unit === 'calendarDay' ? [] : nature(day))].join('，')
}

/** Why a day is none of the ordinary weekdays. */
function nature({ date, works, source, forecast }: TraceDay): readonly string[] {
  if (source !== undefined) return [works ? `调休上班（${nameSource(source)}）` : nameSource(source)]
  if (forecast) return ['按法定节日推算']
  return works ? [] : [isSaturday(date) ? '星期六' : '星期日']
}

/** A notice is known by its year, an overlay by its name. */
function nameSource(source: string): string {
  return /^\d+$/.test(source) ? `${source}年放假安排` : source
}

function isSaturday(date: string): boolean {
  const day = parseCivilDate(date)
  // Day 2, 3 January 1970, was a Saturday.
  return day.ok && (day.value - 2) % 7 === 0
}
