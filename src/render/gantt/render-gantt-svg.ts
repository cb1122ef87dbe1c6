import { dateGantt } from '../../analysis/gantt-dates.ts'
import { type GanttPlan, planGantt } from '../../analysis/gantt-plan.ts'
import { max, type Rational } from '../../base/rational.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { printSituation } from '../../graph/situation.ts'
import { CLOCK_WORDS, limitWords } from '../../graph/step-words.ts'
import type { Matter } from '../../model/matter.ts'
import { renderDate } from '../chinese-date.ts'
import { pictureId, writePictureSvg } from '../flow/picture-svg.ts'
import { PICTURE_STYLE } from '../flow/style.ts'
import { drawLines, heightOfLines, round, setLines } from '../flow/text-block.ts'
import { type Html, html, visibleText } from '../html/html.ts'
import { dateAxis } from './date-axis.ts'
import { type GanttAxis, workdayAxis } from './gantt-axis.ts'
import { drawBar, drawHatch } from './gantt-bars.ts'
import { drawGanttLegend } from './gantt-legend.ts'
import type { GanttRendering } from './gantt-rendering.ts'
import { type GanttRow, listRows, timeWords } from './gantt-rows.ts'
import { GANTT_STYLE } from './gantt-style.ts'

const MARGIN = 16
const SIZES = { wide: { names: 212, axis: 720 }, narrow: { names: 136, axis: 216 } } as const
const GAP = 14
const ROW = 14

/**
 * The steps of a matter on a time axis (横道图): in working days, or on real dates with rest days shaded and named. SVG without
 * scripts, for screens light and dark and for black and white paper. The same input gives the same bytes.
 */
export function renderGanttSvg(matter: Matter, rendering: GanttRendering = {}): string {
  const { size = 'wide', title = matter.name, start, given, asOf } = rendering
  const graph = rendering.graph ?? buildGraph(matter).graph
  const plan = planGantt(matter, { graph, given, asOf })
  const { names, axis: room } = SIZES[size]
  const inner = names + GAP + room
  const titled = setLines(visibleText(title), 'title', inner, 4)
  const axis = plan && axisOf(plan, matter, room, start)
  const spoken = aboutWords(plan, start?.date)
  const about = setLines(visibleText(spoken), 'soft', inner, 8)
  const top = MARGIN + heightOfLines(titled) + heightOfLines(about) + 12
  const rows = plan === undefined || axis === undefined ? [] : listRows(plan, graph, axis, names, rendering)
  const body = plan === undefined || axis === undefined ? undefined : drawRows(plan, rows, axis, { names, room, top })
  const legendTop = body?.bottom ?? top
  const legend = plan === undefined || axis === undefined ? undefined : drawGanttLegend(plan, axis, inner)
  const height = Math.ceil(legendTop + (legend?.height ?? 0) + MARGIN)
  const width = inner + 2 * MARGIN
  return writePictureSvg(
    {
      className: 'zw-picture zw-gantt',
      id: rendering.idPrefix ?? pictureId(matter, 'gantt '),
      width,
      height,
      title: `${title}横道图`,
      description: `${axis === undefined ? '' : visibleText(spoken)}${describe(rows, axis)}`,
      style: PICTURE_STYLE + GANTT_STYLE,
    },
    html`${drawLines(titled, MARGIN, MARGIN)}${drawLines(about, MARGIN, MARGIN + heightOfLines(titled) + 4)}${body?.drawn}${legend?.draw(MARGIN, legendTop)}`,
  )
}

function axisOf(plan: GanttPlan, matter: Matter, room: number, start: GanttRendering['start']): GanttAxis {
  const dates = start && dateGantt(plan, matter, start)
  if (start !== undefined && dates !== undefined) return dateAxis(dates, start.calendar, room)
  const full = plan.limits.reduce<Rational>((longest, { end }) => max(longest, end), plan.end)
  return workdayAxis(full, room)
}

function aboutWords(plan: GanttPlan | undefined, date: string | undefined): string {
  if (plan === undefined) return '没有可以排的环节'
  // People who look at pictures do not know the brackets of the language.
  const situation = plan.situation && printSituation(plan.situation).replaceAll(/[【】]/gu, '')
  const which = situation === null ? '' : `最长的情形：${situation}。`
  const from = date === undefined ? '' : `${renderDate(date)}提交申请。`
  const besides = plan.besides.map(({ name, limits, clock }) => {
    const [length] = limits.length === 1 ? limits.map(({ limit }) => limitWords(limit)) : []
    return `${name}（${[length, CLOCK_WORDS[clock]].filter((part) => part !== undefined).join('，')}）`
  })
  const more = besides.length === 0 ? '' : `有的情形还要${besides.join('、')}，没有画在里面。`
  return `${from}${which}每个环节都办满时限，前面的一办完就开始。${more}`
}

interface Place {
  readonly names: number
  readonly room: number
  readonly top: number
}

function drawRows(
  plan: GanttPlan,
  rows: readonly GanttRow[],
  axis: GanttAxis,
  { names, room, top }: Place,
): { readonly drawn: Html; readonly bottom: number } {
  const left = MARGIN + names + GAP
  const first = top + axis.headHeight
  let y = first
  const drawn: Html[] = []
  const marks: { readonly x: number; readonly y: number; readonly kind: string }[] = []
  for (const row of rows) {
    const height = heightOfLines(row.lines) + ROW
    const middle = y + height / 2
    drawn.push(html`<g class="row">${drawLines(row.lines, MARGIN, y + ROW / 2)}</g>`)
    if (row.kind === 'heading' || (row.kind === 'span' && row.apart))
      drawn.push(html`<path class="rule" d="M${MARGIN} ${round(y)}h${names + GAP + room}"/>`)
    if (row.kind === 'limit') {
      const { from, to } = axis.placeLimit(row.limit)
      drawn.push(drawBar(row.limit.kind, left + from, left + to, middle))
      for (const pause of plan.pauses) {
        const stopped = axis.place(pause)
        if (stopped.from < to)
          drawn.push(drawHatch(left + Math.max(stopped.from, from), left + Math.min(stopped.to, to), middle))
      }
      marks.push({ x: left + to, y: middle + 6, kind: row.limit.kind })
    }
    if (row.kind === 'span') {
      const { from, to } = axis.place(row.span)
      const kind = row.span.decisive ? 'critical' : 'beside'
      const bar = row.span.counted
        ? drawBar(kind, left + from, left + to, middle)
        : drawHatch(left + from, left + to, middle)
      drawn.push(html`<g data-node="${row.span.step.node}">${bar}</g>`)
    }
    y += height
  }
  const lines = marks.map(
    (mark) => html`<path class="mark ${mark.kind}" d="M${round(mark.x)} ${round(mark.y)}V${round(y)}"/>`,
  )
  return {
    drawn: html`<g class="axis">${axis.drawGround(left, first, y - first)}${axis.drawHead(left, top)}</g>${lines}${drawn}`,
    bottom: y + 8,
  }
}

function describe(rows: readonly GanttRow[], axis: GanttAxis | undefined): string {
  if (axis === undefined) return '没有可以排的环节。'
  const said = rows.flatMap((row) => {
    if (row.kind === 'span') return [`${visibleText(row.span.step.name)}：${timeWords(row.span, axis)}。`]
    return row.kind === 'limit' ? [`${row.lines.map(({ text }) => text).join('，')}。`] : []
  })
  return [...said, ...axis.notes.map((note) => `${note}。`)].join('')
}
