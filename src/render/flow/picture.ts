import type { Html } from '../html/html.ts'
import type { SetLine } from './text-block.ts'

/** Whether a case goes this way: it does, it does not, or that is still open; `plain` where nothing is known of a case. */
export type WayState = 'plain' | 'taken' | 'untaken' | 'open'

/** What is drawn at a place (图形): its size, where lines meet it, and how it looks there. */
export interface Shape {
  /** Unit: CSS pixels. */
  readonly width: number
  readonly height: number
  /** How far from its left side lines enter above and leave below. */
  readonly port: number
  readonly draw: (x: number, y: number) => Html
}

/** A box of the picture (图中的框). */
export interface PictureNode {
  readonly id: string
  readonly shape: Shape
  /** The frame that it stands in. */
  readonly frame?: string | undefined
}

/** A line of the picture (图中的线), from the lower side of a box to the upper side of another. */
export interface PictureEdge {
  readonly from: string
  readonly to: string
  /** Drawn with an arrow at its end; lines into a label have none. */
  readonly arrow: boolean
  readonly dashed: boolean
  readonly state: WayState
  /** The edges of the flow that it stands for. */
  readonly stands: readonly number[]
}

/** What belongs together within a frame (外框). */
export interface PictureFrame {
  readonly id: string
  readonly title: readonly SetLine[]
}

/** What is to be laid out (待排的图). */
export interface Picture {
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
  readonly frames: readonly PictureFrame[]
}
