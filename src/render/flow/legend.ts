import type { Framing } from '../../analysis/bundle/frame-components.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { Matter } from '../../model/matter.ts'
import { type Html, html } from '../html/html.ts'
import type { Panel } from './header.ts'
import type { Picture } from './picture.ts'
import { drawLines, round, type SetLine, setLines, TEXTS } from './text-block.ts'
import { textWidth } from './text-width.ts'

/** What the legend looks at. */
interface Drawn {
  readonly picture: Picture
  readonly framing: Framing
  readonly matter: Matter
  readonly graph: FlowGraph
}

interface Item {
  readonly sample: (x: number, y: number) => Html
  readonly words: string
}

const SAMPLE = { width: 28, height: 14 }
const ROW = 24
const APART = 20

/** What the kinds of boxes and lines mean, of those only that occur (图例). */
export function drawLegend(drawn: Drawn, width: number): Panel | undefined {
  const items = itemsOf(drawn)
  if (items.length === 0) return undefined
  const places: { readonly item: Item; readonly line: SetLine; readonly x: number; readonly row: number }[] = []
  let x = 0
  let row = 0
  for (const item of items) {
    const [line = { text: item.words, kind: 'soft' as const }] = setLines(
      item.words,
      'soft',
      width - SAMPLE.width - 8,
      1,
    )
    const wide = SAMPLE.width + 8 + textWidth(line.text, TEXTS.soft.size)
    if (x > 0 && x + wide > width) {
      x = 0
      row++
    }
    places.push({ item, line, x, row })
    x += wide + APART
  }
  return {
    height: (row + 1) * ROW + 10,
    draw: (left, top) => {
      const drawn = places.map(({ item, line, x: at, row: down }) => {
        const y = top + 12 + down * ROW
        return html`${item.sample(round(left + at), round(y))}${drawLines([line], left + at + SAMPLE.width + 8, y - 1.5)}`
      })
      return html`<g class="legend"><path class="rule" d="M${left} ${round(top)}h${width}"/>${drawn}</g>`
    },
  }
}

function itemsOf({ picture: { nodes, edges }, framing, matter, graph }: Drawn): readonly Item[] {
  const has = (prefix: string) => nodes.some(({ id }) => id.startsWith(prefix))
  const box = (kind: string) => (x: number, y: number) =>
    html`<g class="${kind}"><rect class="box" x="${x}" y="${y}" width="${SAMPLE.width}" height="${SAMPLE.height}" rx="3"/></g>`
  const line = (kind: string) => (x: number, y: number) =>
    html`<g class="${kind}"><path class="way" d="M${x} ${y + 7}h${SAMPLE.width}"/></g>`
  const strip = (x: number, y: number) =>
    html`<rect class="strip" x="${x}" y="${y}" width="${SAMPLE.width}" height="${SAMPLE.height}"/>`
  const bars = (x: number, y: number) =>
    html`<path class="stroke" d="M${x} ${y + 2}h${SAMPLE.width}M${x} ${y + SAMPLE.height - 2}h${SAMPLE.width}"/>`
  const diamond = (x: number, y: number) =>
    html`<g class="choice"><path class="box" d="M${x} ${y + 7}l14 -7 14 7 -14 7z"/></g>`
  const states = new Set(edges.map(({ state }) => state))
  const isConditional = graph.nodes.some((_, id) => framing.ownWhen(id) !== undefined)
  const listed: readonly (readonly [boolean, Item])[] = [
    [isConditional, { sample: strip, words: '有这种情形才办' }],
    [has('fork-') || has('join-'), { sample: bars, words: '同时办，都办完再往下' }],
    [has('branch-'), { sample: diamond, words: '按情形走其中一条路' }],
    [matter.specialProcedures.length > 0, { sample: box('card special'), words: '特别程序' }],
    [matter.supplements.length + matter.extensions.length > 0, { sample: box('side'), words: '可能发生，不一定有' }],
    [has('feed-'), { sample: line('line feed'), words: '用上一个事项的结果' }],
    [states.has('taken'), { sample: line('line taken'), words: '这次走的路' }],
    [states.has('untaken'), { sample: line('line untaken'), words: '这次不走' }],
    [states.has('open'), { sample: line('line open'), words: '还要看填报的信息' }],
  ]
  return listed.filter(([occurs]) => occurs).map(([, item]) => item)
}
