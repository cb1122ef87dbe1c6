import type { Picture, PictureEdge, PictureFrame, PictureNode, Shape, WayState } from './picture.ts'

/** A picture while it is put together (拼图板). */
export interface PictureBoard {
  readonly add: (id: string, shape: Shape, frame: string | undefined) => string
  readonly join: (from: string, to: string, parts: Partial<PictureEdge> & { readonly state: WayState }) => void
  readonly finish: (frames: readonly PictureFrame[]) => Picture
}

/** An empty board. */
export function startPicture(): PictureBoard {
  const nodes: PictureNode[] = []
  const edges: PictureEdge[] = []
  return {
    add: (id, shape, frame) => {
      nodes.push({ id, shape, frame })
      return id
    },
    join: (from, to, parts) => {
      edges.push({ from, to, arrow: true, dashed: false, stands: [], ...parts })
    },
    finish: (frames) => ({ nodes, edges, frames }),
  }
}
