import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Drawing } from '../draw/drawing.ts'
import { type Block, type Box, labelSize, lettersOf, measureBlock } from './block.ts'
import { columnsOf } from './layers.ts'

/** A corner of a line. Unit: pixels. */
export interface Corner {
  readonly x: number
  readonly y: number
}

/** The shapes and lines of the flow at their places, and where each lane ends (排好的流程). */
export interface PlacedFlow {
  /** False where nothing has a place. */
  readonly isPlaced: boolean
  readonly width: number
  /** The top of each lane, and the bottom of the last. */
  readonly borders: readonly number[]
  /** By node id: where its block begins. */
  readonly blocks: ReadonlyMap<string, { readonly block: Block; readonly at: Corner }>
  /** By flow id. */
  readonly routes: ReadonlyMap<string, { readonly points: readonly Corner[]; readonly label?: Box }>
}

const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
}

/** The second run keeps columns and the order from top to bottom, as the places that it is given say. */
const KEEPING: Readonly<Record<string, string>> = {
  ...OPTIONS,
  'elk.layered.considerModelOrder.strategy': 'NONE',
  'elk.layered.cycleBreaking.strategy': 'INTERACTIVE',
  'elk.layered.layering.strategy': 'INTERACTIVE',
  'elk.layered.crossingMinimization.semiInteractive': 'true',
}

/** In the first column, and nothing else in it: the application comes down through it. */
const ALONE = { 'elk.layered.layering.layerConstraint': 'FIRST_SEPARATE' }

/** Farther apart than anything is large. */
const FAR = 1_000_000
const LEAST_LANE = 110
/** Between a line and the border of a lane. */
const ROOM = 12

/**
 * Places the flow in its lanes. ELK knows no lanes; it draws the flow twice. The first drawing tells the column and the order of
 * each shape. In the second, a border runs through all columns above and below each lane: a chain of points whose line must be
 * straight before all others, with the shapes of the lane between them. Lines are led around shapes by ELK in both.
 */
export async function placeFlow({ lanes, nodes, flows }: Drawing): Promise<PlacedFlow> {
  const elk = await loadLayouter()
  const blocks = new Map(nodes.map((node) => [node.id, measureBlock(node)]))
  const laneOf = new Map(nodes.map(({ id, lane }) => [id, lane]))
  const labels = new Map<string, ElkNode[]>()
  const lines: ElkExtendedEdge[] = []
  for (const { id, from, to, name } of flows) {
    if (name === undefined || name === '') {
      lines.push(elkLine(id, from, to))
      continue
    }
    // A label is a shape that the line runs along, so that nothing else can be there.
    const label = flowLabel(name)
    const place = `Label_${id}`
    laneOf.set(place, laneOf.get(to) ?? 0)
    const shape = elkNode(place, { ...label, shape: { x: 0, y: 0, width: label.width, height: 2 * label.height } })
    labels.set(to, [...(labels.get(to) ?? []), shape])
    lines.push(elkLine(`${id} 1`, from, place), elkLine(`${id} 2`, place, to))
  }
  // In the order of the flow, which is the order of the drawing where nothing speaks against it.
  const shapes = nodes.flatMap(({ id }) => [...(labels.get(id) ?? []), elkNode(id, blocks.get(id))])
  const back = new Set(flows.flatMap(({ id, isBack }) => (isBack === true ? [id] : [])))
  const first = await elk.layout({
    id: 'first',
    layoutOptions: OPTIONS,
    children: copyOf(shapes).map((shape) => (shape.id === 'Start' ? withOptions(shape, ALONE) : shape)),
    // Lines that lead back lead on in the first drawing, so that what they leave stands behind what they lead to.
    edges: copyOf(lines).map((line) =>
      back.has(line.id) ? { ...line, sources: line.targets, targets: line.sources } : line,
    ),
  })
  const columns = columnsOf(first.children ?? [])
  const heights = new Map((first.children ?? []).map(({ id, y = 0 }) => [id, y]))
  const borders = drawBorders(lanes.length, Math.max(0, ...columns.values()) + 1)
  const second = await elk.layout({
    id: 'second',
    layoutOptions: KEEPING,
    children: [
      ...shapes.map((shape) =>
        at(
          shape,
          (columns.get(shape.id) ?? 0) * FAR,
          (2 * (laneOf.get(shape.id) ?? 0) + 1) * FAR + (heights.get(shape.id) ?? 0),
        ),
      ),
      ...borders.points,
      ...lanes.map((_, lane) => at({ id: `Room_${lane}`, width: 1, height: LEAST_LANE }, 0, (2 * lane + 1) * FAR - 1)),
    ],
    edges: [...lines, ...borders.lines],
  })
  return readPlaces(second, blocks, flows, lanes.length)
}

let layouter: Promise<ELK> | undefined

/** The layouter, made when it is first needed: each one takes a megabyte and more. */
function loadLayouter(): Promise<ELK> {
  layouter ??= import('elkjs/lib/elk.bundled.js').then(({ default: elkjs }) => new elkjs.default())
  return layouter
}

/** The flow without places, for who does not look at it. */
export function unplacedFlow({ nodes, lanes }: Drawing): PlacedFlow {
  const at: Corner = { x: 0, y: 0 }
  return {
    isPlaced: false,
    width: 0,
    borders: [...lanes, ''].map(() => 0),
    blocks: new Map(nodes.map((node) => [node.id, { block: measureBlock(node), at }])),
    routes: new Map(),
  }
}

/** ELK writes into what it is given. */
function copyOf<T>(parts: readonly T[]): T[] {
  return structuredClone([...parts])
}

function flowLabel(name: string): { readonly width: number; readonly height: number } {
  return labelSize(name, Math.min(130, Math.max(24, Math.ceil(lettersOf(name) * 12))))
}

/** Lines come in at the left and leave at the right, at half the height of the shape. */
function elkNode(id: string, block: Pick<Block, 'width' | 'height' | 'shape'> | undefined): ElkNode {
  const { width = 1, height = 1, shape } = block ?? {}
  const y = shape === undefined ? 0 : shape.y + shape.height / 2
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      { id: `${id} in`, x: 0, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
      { id: `${id} out`, x: width, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'EAST' } },
    ],
  }
}

function elkLine(id: string, from: string, to: string): ElkExtendedEdge {
  return { id, sources: [`${from} out`], targets: [`${to} in`] }
}

function at(node: ElkNode, x: number, y: number): ElkNode {
  return { ...withOptions(node, { 'elk.position': `(${x},${y})` }), x, y }
}

function withOptions(node: ElkNode, options: Readonly<Record<string, string>>): ElkNode {
  return { ...node, layoutOptions: { ...node.layoutOptions, ...options } }
}

function drawBorders(
  lanes: number,
  columns: number,
): { readonly points: ElkNode[]; readonly lines: ElkExtendedEdge[] } {
  const points: ElkNode[] = []
  const lines: ElkExtendedEdge[] = []
  for (let border = 0; border <= lanes; border++) {
    for (let column = 0; column < columns; column++) {
      const id = `Border_${border} ${column}`
      points.push(
        at(
          elkNode(id, { width: 1, height: 1, shape: { x: 0, y: 0, width: 1, height: 1 } }),
          column * FAR,
          2 * border * FAR,
        ),
      )
      if (column === 0) continue
      const line = elkLine(`${id} line`, `Border_${border} ${column - 1}`, id)
      lines.push({ ...line, layoutOptions: { 'elk.layered.priority.straightness': '1000' } })
    }
  }
  return { points, lines }
}

function readPlaces(
  { children = [], edges = [], width = 0 }: ElkNode,
  measured: ReadonlyMap<string, Block>,
  flows: Drawing['flows'],
  lanes: number,
): PlacedFlow {
  const places = new Map(children.map((child) => [child.id, child]))
  const lines = new Map(edges.map((edge) => [edge.id, edge]))
  const blocks = new Map<string, { readonly block: Block; readonly at: Corner }>()
  for (const [id, block] of measured) {
    const { x = 0, y = 0 } = places.get(id) ?? {}
    blocks.set(id, { block, at: { x: Math.round(x), y: Math.round(y) } })
  }
  const routes = new Map<string, { readonly points: readonly Corner[]; readonly label?: Box }>()
  for (const { id, from, to } of flows) {
    const label = places.get(`Label_${id}`)
    const pieces = label === undefined ? [id] : [`${id} 1`, `${id} 2`]
    const inner = pieces.flatMap((piece) => cornersOf(lines.get(piece)))
    const [start, end] = [borderOf(blocks.get(from), 'right'), borderOf(blocks.get(to), 'left')]
    const points = straighten([start, ...inner, end])
    routes.set(id, { points, ...(label !== undefined && { label: boxOf(label) }) })
  }
  const borders = Array.from({ length: lanes + 1 }, (_, border) => Math.round(places.get(`Border_${border} 0`)?.y ?? 0))
  // Lines that go back may run around everything: the outer lanes take them in.
  const heights = [...routes.values()].flatMap(({ points }) => points.map(({ y }) => y))
  borders[0] = Math.min(borders[0] ?? 0, ...heights.map((y) => y - ROOM))
  borders[lanes] = Math.max(borders[lanes] ?? 0, ...heights.map((y) => y + ROOM))
  return { isPlaced: true, width: Math.ceil(width), borders, blocks, routes }
}

function cornersOf(edge: ElkExtendedEdge | undefined): readonly Corner[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ])
}

/** Where lines meet the shape itself, which may be narrower than its block. */
function borderOf(placed: { readonly block: Block; readonly at: Corner } | undefined, side: 'left' | 'right'): Corner {
  if (placed === undefined) return { x: 0, y: 0 }
  const { block, at: corner } = placed
  const { shape } = block
  return {
    x: corner.x + shape.x + (side === 'left' ? 0 : shape.width),
    y: corner.y + shape.y + shape.height / 2,
  }
}

/** Whole pixels, and no corner in the middle of a straight piece. */
function straighten(points: readonly Corner[]): readonly Corner[] {
  const kept: Corner[] = []
  for (const { x, y } of points) {
    const point = { x: Math.round(x), y: Math.round(y) }
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last !== undefined && last.x === point.x && last.y === point.y) continue
    const isStraight =
      before !== undefined &&
      last !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (isStraight) kept.pop()
    kept.push(point)
  }
  return kept
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}
