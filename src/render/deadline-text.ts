import type { TraceDay } from '../calendar/deadline-trace.ts'
import { printDuration } from '../calendar/duration.ts'
import { nameHoliday } from '../calendar/holiday-name.ts'
import { padDisplay } from '../diagnostics/display-width.ts'
import { createPaint } from '../diagnostics/paint.ts'
import { renderDate, renderDateRange, renderDateWithWeekday, renderInstant } from './chinese-date.ts'
import type { DeadlineAnswer } from './deadline-answer.ts'

const LABEL_WIDTH = 10

/** A deadline for people (到期日及推算说明): the date first, then how it came about. Ends without a line end. */
export function renderDeadline(answer: DeadlineAnswer, { color = false }: { readonly color?: boolean } = {}): string {
  const paint = createPaint(color)
  const { deadline, profile, trace } = answer
  const rows = [
    ['起算', describeStart(answer)],
    ['时限', describeLimit(answer)],
    ['计算规则', `${profile.name}（${profile.source}）`],
    ...(trace.omitted === 0 && deadline.dueAt === undefined ? describeCourse(trace.days) : []),
    ...describeRoll(answer),
    ...(deadline.notices.length === 0 ? [] : [['依据安排', deadline.notices.map(nameNotice).join('、')] as const]),
  ] as const
  return [
    `到期日：${paint(describeDue(answer), 'bold')}`,
    '',
    ...rows.map(([label, text]) => `  ${paint(padDisplay(label, LABEL_WIDTH), 'dim')}${text}`),
    ...(deadline.provisional === undefined
      ? []
      : ['', `${paint('暂定', 'yellow', 'bold')}：${deadline.provisional.because}。`]),
  ].join('\n')
}

function describeDue({ deadline }: DeadlineAnswer): string {
  if (deadline.dueAt !== undefined) return `${renderInstant(deadline.dueAt)}（北京时间）`
  const day = renderDateWithWeekday(deadline.due)
  return deadline.dayPart === '1' || deadline.due !== deadline.nominalDue
    ? day
    : `${day}，到当日过${deadline.dayPart}日为止`
}

function describeStart({ from, trace }: DeadlineAnswer): string {
  if (from.includes('T')) return renderInstant(from)
  const countsFirstDay = trace.days[0]?.date === from
  return `${renderDateWithWeekday(from)}，${countsFirstDay ? '当日起计' : '当日不计'}`
}

function describeLimit({ limit, extendBy, extendTo }: DeadlineAnswer): string {
  const extension = [
    ...(extendBy === undefined ? [] : [`延长${printDuration(extendBy)}`]),
    ...(extendTo === undefined ? [] : [`延长至${printDuration(extendTo)}`]),
  ]
  return [printDuration(limit), ...extension].join('，')
}

type Row = readonly [label: string, text: string]

function describeCourse(days: readonly TraceDay[]): readonly Row[] {
  const of = (kind: TraceDay['kind']) => days.filter((day) => day.kind === kind)
  const counted = of('counted')
  const madeUp = counted.filter(({ unit, source }) => unit === 'workday' && source !== undefined)
  const weekends = of('weekend').length
  const rests = [
    ...(weekends === 0 ? [] : [`休息日${weekends}天`]),
    ...stretches(of('dayOff')).map((stretch) => `${nameRest(stretch)}${stretch.length}天（${renderStretch(stretch)}）`),
  ]
  return [
    ...(counted.length === 0 ? [] : [['计入', describeCounted(counted)] as const]),
    ...(rests.length === 0 ? [] : [['跳过', rests.join('，')] as const]),
    ...(madeUp.length === 0 ? [] : [['调休上班', madeUp.map(({ date }) => renderDate(date)).join('、')] as const]),
    ...(of('paused').length === 0
      ? []
      : [
          [
            '暂停计时',
            stretches(of('paused'))
              .map((stretch) => `${renderStretch(stretch)}，${stretch.length}天`)
              .join('；'),
          ] as const,
        ]),
  ]
}

function describeCounted(days: readonly TraceDay[]): string {
  const inWorkdays = days.every(({ unit }) => unit === 'workday')
  return `${days.length}${inWorkdays ? '个工作日' : '天'}（${renderStretch(days)}）`
}

function describeRoll({ deadline }: DeadlineAnswer): readonly Row[] {
  if (deadline.due === deadline.nominalDue) return []
  return [['顺延', `末日${renderDateWithWeekday(deadline.nominalDue)}不办公，顺延到${renderDate(deadline.due)}`]]
}

/** Runs of days that follow each other. */
function stretches(days: readonly TraceDay[]): readonly (readonly TraceDay[])[] {
  const runs: TraceDay[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && follows(last.date, day.date)) run.push(day)
    else runs.push([day])
  }
  return runs
}

function follows(a: string, b: string): boolean {
  return Math.abs(Date.parse(b) - Date.parse(a)) === 86_400_000
}

function nameRest(stretch: readonly TraceDay[]): string {
  const { source, forecast } = stretch[0] ?? {}
  if (source !== undefined && !/^\d+$/.test(source)) return source
  return `${nameHoliday(...ends(stretch))}${forecast ? '（推算）' : ''}`
}

function renderStretch(stretch: readonly TraceDay[]): string {
  return renderDateRange(...ends(stretch))
}

/** First and last day by date; a limit that counts backward has them the other way round. */
function ends(stretch: readonly TraceDay[]): readonly [string, string] {
  const dates = stretch.map(({ date }) => date).sort()
  return [dates[0] ?? '', dates.at(-1) ?? '']
}

function nameNotice(name: string): string {
  return /^\d+$/.test(name) ? `国务院办公厅${name}年放假安排` : name
}
