import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Picture, PictureEdge, PictureFrame, PictureNode } from './picture.ts'
import { heightOfLines } from './text-block.ts'

/** A point of the drawing. Unit: CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A picture with everything at its place (排好的图). */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly { readonly node: PictureNode; readonly x: number; readonly y: number }[]
  readonly frames: readonly {
    readonly frame: PictureFrame
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /** The corners of each line, from where it begins to where it ends. */
  readonly edges: readonly { readonly edge: PictureEdge; readonly points: readonly Point[] }[]
}

/** The room within a frame around what stands in it. */
export const FRAME = { side: 14, top: 10, bottom: 14 }

const OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.randomSeed': '1',
  'elk.separateConnectedComponents': 'false',
  'elk.alignment': 'TOP',
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
}

/** How many boxes stand side by side, at most, and whether lines are straight or the picture is as narrow as can be. */
const ARRANGEMENTS = {
  wide: {
    'elk.layered.layering.coffmanGraham.layerBound': '5',
    'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  },
  narrow: {
    'elk.layered.layering.coffmanGraham.layerBound': '2',
    'elk.layered.nodePlacement.strategy': 'SIMPLE',
  },
} as const

/** What is written first stands first; the layouter cannot do that across the sides of frames. */
const IN_ORDER = { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }

/** The layouter once it has been asked for; to make one costs as much as to lay out a picture. */
let layouter: Promise<ELK> | undefined

async function loadLayouter(): Promise<ELK> {
  const { default: elkjs } = await import('elkjs/lib/elk.bundled.js')
  return new elkjs.default()
}

/** Places boxes in layers and leads lines around them. The layouter is loaded when it is first needed. */
export async function layOutPicture(picture: Picture, arrangement: keyof typeof ARRANGEMENTS): Promise<Layout> {
  const options = { ...OPTIONS, ...ARRANGEMENTS[arrangement] }
  const inFrame = (frame: string | undefined) => picture.nodes.filter((node) => node.frame === frame).map(elkNode)
  const root: ElkNode = {
    id: 'root',
    layoutOptions: picture.frames.length === 0 ? { ...options, ...IN_ORDER } : options,
    children: [
      ...inFrame(undefined),
      ...picture.frames.map(({ id, title }): ElkNode => {
        const top = heightOfLines(title) + 2 * FRAME.top
        return {
          id,
          layoutOptions: {
            ...options,
            'elk.padding': `[top=${top},left=${FRAME.side},bottom=${FRAME.bottom},right=${FRAME.side}]`,
          },
          children: inFrame(id),
        }
      }),
    ],
    edges: picture.edges.map(({ from, to }, index) => ({
      id: `edge-${index}`,
      sources: [`${from}-out`],
      targets: [`${to}-in`],
    })),
  }
  layouter ??= loadLayouter()
  const placed = await (await layouter).layout(root)
  const boxes = new Map<string, ElkNode>()
  const routes = new Map<string, ElkExtendedEdge>()
  collect(placed, boxes, routes)
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: picture.nodes.map((node) => ({ node, x: boxes.get(node.id)?.x ?? 0, y: boxes.get(node.id)?.y ?? 0 })),
    frames: picture.frames.map((frame) => {
      const { x = 0, y = 0, width = 0, height = 0 } = boxes.get(frame.id) ?? {}
      return { frame, x, y, width, height }
    }),
    edges: picture.edges.map((edge, index) => ({ edge, points: pointsOf(routes.get(`edge-${index}`)) })),
  }
}

function elkNode({ id, shape: { width, height, port } }: PictureNode): ElkNode {
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS', 'elk.alignment': 'TOP' },
    ports: [
      { id: `${id}-in`, x: port, y: 0, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'NORTH' } },
      { id: `${id}-out`, x: port, y: height, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'SOUTH' } },
    ],
  }
}

function collect(node: ElkNode, boxes: Map<string, ElkNode>, routes: Map<string, ElkExtendedEdge>): void {
  boxes.set(node.id, node)
  for (const edge of node.edges ?? []) routes.set(edge.id ?? '', edge)
  for (const child of node.children ?? []) collect(child, boxes, routes)
}

function pointsOf(edge: ElkExtendedEdge | undefined): readonly Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ])
}
