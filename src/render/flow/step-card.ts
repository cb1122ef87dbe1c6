import type { FlowNode } from '../../graph/flow-graph.ts'
import { STAGES } from '../../model/terms.ts'
import { type Html, html } from '../html/html.ts'
import type { StepProgress } from './flow-rendering.ts'
import type { Shape, WayState } from './picture.ts'
import { group } from './shapes.ts'
import { drawLines, heightOfLines, round, type SetLine, setLines, TEXTS } from './text-block.ts'
import { textWidth } from './text-width.ts'

/** What a card says of a step or a special procedure (环节卡片). */
export interface CardContent {
  readonly id: number
  readonly node: Pick<FlowNode, 'kind' | 'stages'>
  readonly name: string
  /** 仅当 … */
  readonly when?: string | undefined
  readonly who: readonly string[]
  readonly limits: readonly string[]
  /** How its time counts, where it is not simply counted. */
  readonly clock?: string | undefined
  readonly notes: readonly string[]
  readonly progress?: StepProgress | undefined
  readonly count?: string | undefined
  readonly state: WayState
}

const INSET = 12
const STRIP = 5
const CHIP = { x: 6, gap: 4 }

const PROGRESS: Readonly<Record<StepProgress, string>> = {
  done: '已办完',
  current: '正在办',
  overdue: '已超期',
  skipped: '不用办',
}

/** A step as a card: when it is done, its stage, its name, who does it and how long it may take. */
export function drawCard(content: CardContent, width: number): Shape {
  const inner = width - 2 * INSET
  const { id, node, name, when, who, limits, clock, notes, state, progress, count } = content
  const strip = when === undefined ? [] : setLines(when, 'soft', inner, 8)
  const chips = node.kind === 'procedure' ? ['特别程序'] : stageWords(node.stages)
  const known = progress ?? (state === 'untaken' ? 'skipped' : undefined)
  const badge = [...(known === undefined ? [] : [PROGRESS[known]]), ...(count === undefined ? [] : [count])]
  const rows = chipRows(chips, badge, inner)
  const body: readonly SetLine[] = [
    ...setLines(name, 'name', inner, 6),
    ...who.flatMap((text) => setLines(text, 'plain', inner, 3)),
    ...limits.flatMap((text) => setLines(text, 'time', inner, 6)),
    ...(clock === undefined ? [] : setLines(clock, 'soft', inner)),
    ...notes.flatMap((text) => setLines(text, 'soft', inner, 4)),
  ]
  const stripHeight = strip.length === 0 ? 0 : heightOfLines(strip) + 2 * STRIP
  const chipsHeight = rows.length * CHIP_LINE
  const height = stripHeight + chipsHeight + heightOfLines(body) + 2 * INSET - 4
  const kind = [
    node.kind === 'procedure' ? 'card special' : 'card',
    ...(progress === undefined ? [] : [progress]),
  ].join(' ')
  return {
    width,
    height,
    port: width / 2,
    draw: (x, y) => {
      const top = y + stripHeight + INSET - 2
      return group(
        kind,
        state,
        [
          html`<rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="6"/>`,
          strip.length === 0 ? null : drawStrip(x, y, width, stripHeight),
          drawLines(strip, x + INSET, y + STRIP),
          rows.map((row, index) => row.map((chip) => drawChip(chip, x + INSET, top + index * CHIP_LINE))),
          drawLines(body, x + INSET, top + chipsHeight),
        ],
        id,
      )
    },
  }
}

/** The stages; one word for all of them. */
function stageWords(stages: FlowNode['stages']): readonly string[] {
  return stages.length === Object.keys(STAGES).length ? ['受理到送达'] : stages.map((stage) => STAGES[stage])
}

const CHIP_LINE = TEXTS.chip.line + 6

interface Chip {
  readonly text: string
  readonly kind: 'stage' | 'badge'
  readonly x: number
  readonly width: number
}

/** Stages from the left, what is told of a case at the right; a new row where they do not fit. */
function chipRows(stages: readonly string[], badges: readonly string[], room: number): readonly (readonly Chip[])[] {
  const rows: Chip[][] = []
  let x = room + 1
  for (const [text, kind] of [
    ...stages.map((stage) => [stage, 'stage'] as const),
    ...badges.map((badge) => [badge, 'badge'] as const),
  ]) {
    const width = Math.ceil(textWidth(text, TEXTS.chip.size)) + 2 * CHIP.x
    if (x + width > room) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ text, kind, x, width })
    x += width + CHIP.gap
  }
  return rows
}

function drawChip({ text, kind, x, width }: Chip, left: number, top: number): Html {
  const line: SetLine = { text, kind: 'chip' }
  return html`<g class="chip ${kind}"><rect class="box" x="${round(left + x)}" y="${round(top)}" width="${width}" height="${TEXTS.chip.line + 1}" rx="3"/>${drawLines([line], left + x + width / 2, top + 0.5, 'middle')}</g>`
}

function drawStrip(x: number, y: number, width: number, height: number): Html {
  const [left, top] = [round(x + 0.5), round(y + 0.5)]
  const path = `M${left} ${round(top + height)}V${round(top + 6)}a6 6 0 0 1 6 -6H${round(left + width - 7)}a6 6 0 0 1 6 6V${round(top + height)}z`
  return html`<path class="strip" d="${path}"/>`
}
