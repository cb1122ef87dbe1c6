import { compare, max, type Rational, subtract, ZERO } from '../../base/rational.ts'
import { printDuration } from '../../calendar/duration.ts'
import type { Schedule, ScheduledStep } from '../../graph/schedule.ts'
import { CLOCK_EFFECTS } from '../../model/terms.ts'
import { type Content, type Html, html } from './html.ts'
import { bar, place, type Scale, scaleFor } from './scale.ts'
import { days } from './words.ts'

/** Names, times, and the drawing in what is left. */
export const GANTT_COLUMNS = html`<colgroup><col class="name"><col class="time"><col></colgroup>`

/** A limit drawn over the steps: its name and its length. Unit: workdays. */
export interface GanttLimit {
  readonly kind: 'before' | 'after'
  readonly name: string
  readonly workdays: Rational
}

/**
 * Steps against limits on one scale (横道图): a table whose last column is drawn, so that it reads without the drawing
 * too. The steps of the critical path are dark and named as such.
 */
export function renderGantt(
  caption: Content,
  schedule: Schedule | null,
  limits: readonly GanttLimit[],
  scale: Scale,
): Html {
  const promise = limits.find(({ kind }) => kind === 'after')?.workdays
  const marks = limits.map(
    ({ kind, workdays }) =>
      html`<line class="${kind}" x1="${place(scale, workdays)}" x2="${place(scale, workdays)}" y2="100%"/>`,
  )
  const rows = limits.map(
    ({ kind, name, workdays }) => html`
      <tr class="limit"><th scope="row">${name}</th><td class="num">${days(workdays)}</td>
      <td class="draw"><svg aria-hidden="true">${bar(scale, ZERO, workdays, kind)}</svg></td></tr>`,
  )
  const steps = (schedule?.steps ?? []).map((step) => stepRow(step, { scale, marks, promise }))
  return html`<table class="gantt"><caption>${caption}</caption>${GANTT_COLUMNS}
    <thead><tr><th scope="col">环节</th><th scope="col" class="num">用时</th><th scope="col"><span class="unseen">从什么时候到什么时候</span></th></tr></thead>
    <tbody>${rows}${steps}</tbody></table>`
}

/** The scale for schedules and limits that are to be compared. */
export function ganttScale(schedules: readonly (Schedule | null)[], limits: readonly GanttLimit[]): Scale {
  const ends = schedules.flatMap((schedule) => schedule?.steps.map(({ end }) => end) ?? [])
  return scaleFor([...ends, ...limits.map(({ workdays }) => workdays)])
}

interface Drawing {
  readonly scale: Scale
  readonly marks: readonly Html[]
  readonly promise: Rational | undefined
}

function stepRow(step: ScheduledStep, { scale, marks, promise }: Drawing): Html {
  const { name, start, end, critical, counted } = step
  const late = promise !== undefined && compare(end, promise) > 0
  const onTime = late ? subtract(max(start, promise), start) : subtract(end, start)
  const kind = critical ? 'critical' : 'beside'
  const bars = counted
    ? [
        ...(late && onTime.num === 0n ? [] : [bar(scale, start, onTime, kind)]),
        ...(late ? [bar(scale, max(start, promise), subtract(end, max(start, promise)), 'late')] : []),
      ]
    : []
  return html`<tr class="${critical ? 'on' : 'off'}"><th scope="row">${name}${critical ? html`<span class="unseen">（关键）</span>` : null}</th>
    <td class="num">${timeWords(step)}</td><td class="draw"><svg role="img" aria-label="${spanWords(step)}">${marks}${bars}</svg></td></tr>`
}

/** As the author wrote it; what does not count says why. */
function timeWords({ limit, counted, clock, start, end }: ScheduledStep): string {
  const written = limit === null ? '没有写' : printDuration(limit)
  if (counted)
    return limit === null || limit.unit === 'unlimited'
      ? '没有写'
      : limit.unit === 'workday'
        ? days(subtract(end, start))
        : written
  return `${clock === 'counted' ? '受理前' : CLOCK_EFFECTS[clock]}${limit === null ? '' : ` ${written}`}`
}

function spanWords({ start, end, counted }: ScheduledStep): string {
  if (!counted) return '不占办理时限'
  const from = start.num === 0n ? '一开始' : `满${days(start)}时`
  return compare(start, end) === 0 ? `${from}就办，不另占时间` : `从${from}到满${days(end)}时`
}
