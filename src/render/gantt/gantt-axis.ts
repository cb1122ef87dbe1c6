import type { GanttLimit, GanttStretch } from '../../analysis/gantt-plan.ts'
import { printNumber } from '../../base/print-number.ts'
import { compare, type Rational } from '../../base/rational.ts'
import { drawLines, round, TEXTS } from '../flow/text-block.ts'
import { textWidth } from '../flow/text-width.ts'
import { type Html, html } from '../html/html.ts'

/** A time axis (时间轴): where moments lie on it, how it is marked, and how stretches of time are said. */
export interface GanttAxis {
  /** Where a stretch begins and ends. Unit: CSS pixels from the left of the axis. */
  readonly place: (stretch: GanttStretch) => { readonly from: number; readonly to: number }
  readonly placeLimit: (limit: GanttLimit) => { readonly from: number; readonly to: number }
  readonly headHeight: number
  readonly drawHead: (x: number, y: number) => Html
  /** What lies behind the bars. */
  readonly drawGround: (x: number, y: number, height: number) => Html
  readonly say: (stretch: GanttStretch) => string
  readonly sayLimit: (limit: GanttLimit) => string
  /** What is shaded. */
  readonly kinds: readonly ('weekend' | 'holiday' | 'worked')[]
  /** What of the axis must be told in words. */
  readonly notes: readonly string[]
}

/** Least distance between two labels. */
const APART = 34
/** How far the last label may stand out of the axis. */
const BEYOND = 14

/** An axis of working days since the application. */
export function workdayAxis(full: Rational, width: number): GanttAxis {
  const days = Math.max(1, Math.ceil(asNumber(full)))
  const perDay = width / days
  const widest = textWidth(String(days), TEXTS.soft.size)
  const every = roundStep(Math.max(APART, widest + 12) / perDay)
  const ticks = Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every)
  const place = ({ start, end }: GanttStretch) => ({ from: asNumber(start) * perDay, to: asNumber(end) * perDay })
  return {
    place,
    placeLimit: place,
    headHeight: 24,
    drawHead: (x, y) =>
      html`${ticks
        .filter((day) => day * perDay + widest / 2 <= width + BEYOND)
        .map((day) => drawLines([{ text: String(day), kind: 'soft' }], x + day * perDay, y + 4, 'middle'))}`,
    drawGround: (x, y, height) =>
      html`<path class="rule" d="${ticks.map((day) => `M${round(x + day * perDay)} ${round(y)}v${round(height)}`).join('')}"/>`,
    say: ({ start, end }) =>
      compare(start, end) === 0
        ? `满${printNumber(end)}个工作日时`
        : `满${printNumber(start)}至满${printNumber(end)}个工作日`,
    sayLimit: ({ end }) => `提交后满${printNumber(end)}个工作日时到期`,
    kinds: [],
    notes: ['上面的数字是提交申请以后过了几个工作日'],
  }
}

/** The least of 1, 2, 5, 10, 20 … that is so much. */
function roundStep(least: number): number {
  let ten = 1
  while (ten * 10 < least) ten *= 10
  return [ten, 2 * ten, 5 * ten].find((step) => step >= least) ?? 10 * ten
}

/** For drawing only. */
function asNumber({ num, den }: Rational): number {
  return Number(num) / Number(den)
}
