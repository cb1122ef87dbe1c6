import { frameComponents, unframed } from '../../analysis/bundle/frame-components.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import type { Matter } from '../../model/matter.ts'
import { type Html, html } from '../html/html.ts'
import { buildPicture } from './build-picture.ts'
import { describeFlow } from './describe-flow.ts'
import { drawEdges } from './draw-edges.ts'
import type { FlowRendering } from './flow-rendering.ts'
import { followWay } from './follow-way.ts'
import { drawHeader, type Panel } from './header.ts'
import { FRAME, type Layout, layOutPicture } from './lay-out.ts'
import { drawLegend } from './legend.ts'
import { shapeNodes } from './node-shapes.ts'
import { drawNotes } from './notes.ts'
import { pictureId, writePictureSvg } from './picture-svg.ts'
import { PICTURE_STYLE } from './style.ts'
import { drawLines, heightOfLines, round, widthOfLines } from './text-block.ts'

const MARGIN = 16
/** Header, notes and legend are no narrower than this, however small the flow is. */
const LEAST = { wide: 420, narrow: 330 }
const PART = 20

/**
 * The flow of a matter as a picture (流程图) that people follow without knowing the language: SVG without scripts, for screens
 * light and dark and for black and white paper. The same matter gives the same bytes.
 *
 * Needs the package `elkjs`, which places the boxes; without it the promise is rejected with the error of the missing module.
 */
export async function renderFlowSvg(matter: Matter, rendering: FlowRendering = {}): Promise<string> {
  const {
    size = rendering.bundle === undefined ? 'wide' : 'narrow',
    title = matter.name,
    framed = true,
    asOf,
    bundle,
    given,
  } = rendering
  const graph = rendering.graph ?? buildGraph(matter).graph
  const framing = bundle === undefined ? unframed(graph) : frameComponents(graph, bundle)
  const way = followWay(graph, given)
  const picture = buildPicture(graph, framing, way, shapeNodes(matter, graph, framing, way, rendering))
  const layout = await layOutPicture(picture, size)
  const inner = Math.ceil(Math.max(layout.width, framed ? LEAST[size] : 0))
  const panels = framed
    ? {
        above: [drawHeader(matter, title, asOf, inner)],
        below: [drawNotes(matter, inner), drawLegend({ picture, framing, matter, graph }, inner)].filter(
          (each) => each !== undefined,
        ),
      }
    : { above: [], below: [] }
  const drawn = stack(panels.above, MARGIN)
  const flowTop = drawn.bottom
  const below = stack(panels.below, flowTop + layout.height + (panels.below.length === 0 ? 0 : PART))
  const [width, height] = [inner + 2 * MARGIN, Math.ceil(below.bottom + MARGIN)]
  const flow = drawFlow(layout, MARGIN + Math.round((inner - layout.width) / 2), flowTop)
  return writePictureSvg(
    {
      className: 'zw-picture',
      id: rendering.idPrefix ?? pictureId(matter, ''),
      width,
      height,
      title: `${title}办理流程图`,
      description: describeFlow(matter, graph, way),
      style: PICTURE_STYLE,
    },
    html`${drawn.parts}${flow}${below.parts}`,
  )
}

function stack(panels: readonly Panel[], from: number): { readonly parts: readonly Html[]; readonly bottom: number } {
  let bottom = from
  const parts = panels.map(({ height, draw }) => {
    const top = bottom
    bottom += height
    return draw(MARGIN, top)
  })
  return { parts, bottom }
}

function drawFlow(layout: Layout, dx: number, dy: number): Html {
  const frames = layout.frames.map(
    ({ x, y, width, height }) =>
      html`<g class="frame"><rect class="box" x="${round(x + dx)}" y="${round(y + dy)}" width="${round(width)}" height="${round(height)}" rx="8"/></g>`,
  )
  // Over the lines that enter from above.
  const titles = layout.frames.map(({ frame: { title }, x, y }) => {
    const [left, top] = [x + dx + FRAME.side, y + dy + FRAME.top]
    const cover = html`<rect class="cover" x="${round(left - 4)}" y="${round(top)}" width="${Math.ceil(widthOfLines(title)) + 8}" height="${heightOfLines(title)}"/>`
    return html`<g class="frame-title">${cover}${drawLines(title, left, top)}</g>`
  })
  const nodes = layout.nodes.map(({ node, x, y }) => node.shape.draw(x + dx, y + dy))
  return html`<g class="flow">${frames}${drawEdges(layout.edges, dx, dy)}${titles}${nodes}</g>`
}
