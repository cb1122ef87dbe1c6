import type { GanttPlan } from '../../analysis/gantt-plan.ts'
import { drawLines, heightOfLines, round, setLines, TEXTS } from '../flow/text-block.ts'
import { textWidth } from '../flow/text-width.ts'
import { type Html, html } from '../html/html.ts'
import type { GanttAxis } from './gantt-axis.ts'
import { drawBar, drawHatch } from './gantt-bars.ts'

interface Item {
  readonly words: string
  readonly sample: (x: number, middle: number) => Html
}

const SAMPLE = 24
const ROW = 22
const GROUNDS = { weekend: '周末', holiday: '放假', worked: '调休上班' } as const

/** What bars and shades mean, of those only that occur, and what the axis has to add (图例). */
export function drawGanttLegend(
  plan: GanttPlan,
  axis: GanttAxis,
  width: number,
): { readonly height: number; readonly draw: (x: number, y: number) => Html } {
  const bar = (kind: string) => (x: number, middle: number) => drawBar(kind, x, x + SAMPLE, middle)
  const listed: readonly (readonly [boolean, Item])[] = [
    [
      plan.spans.some(({ decisive, counted }) => decisive && counted),
      { words: '晚一天全程就晚一天的环节', sample: bar('critical') },
    ],
    [plan.spans.some(({ decisive, counted }) => !decisive && counted), { words: '其他环节', sample: bar('beside') }],
    [
      plan.spans.some(({ counted }) => !counted),
      { words: '不计入办理时限', sample: (x, middle) => drawHatch(x, x + SAMPLE, middle) },
    ],
    ...axis.kinds.map((kind): readonly [boolean, Item] => [
      true,
      {
        words: GROUNDS[kind],
        sample: (x, middle) =>
          html`<rect class="${kind} edged" x="${round(x)}" y="${round(middle - 7)}" width="${SAMPLE}" height="14"/>`,
      },
    ]),
  ]
  const items = listed.filter(([occurs]) => occurs).map(([, item]) => item)
  const places: { readonly item: Item; readonly x: number; readonly row: number }[] = []
  let x = 0
  let row = 0
  for (const item of items) {
    const wide = SAMPLE + 8 + textWidth(item.words, TEXTS.soft.size)
    if (x > 0 && x + wide > width) {
      x = 0
      row++
    }
    places.push({ item, x, row })
    x += wide + 18
  }
  const notes = axis.notes.flatMap((note) => setLines(note, 'soft', width, 8))
  return {
    height: 8 + (row + 1) * ROW + heightOfLines(notes),
    draw: (left, top) => {
      const samples = places.map(({ item, x: at, row: down }) => {
        const middle = top + 8 + down * ROW + ROW / 2
        const line = { text: item.words, kind: 'soft' as const }
        return html`${item.sample(left + at, middle)}${drawLines([line], left + at + SAMPLE + 8, middle - TEXTS.soft.line / 2)}`
      })
      return html`<g class="legend"><path class="rule" d="M${left} ${round(top)}h${width}"/>${samples}${drawLines(notes, left, top + 8 + (row + 1) * ROW)}</g>`
    },
  }
}
