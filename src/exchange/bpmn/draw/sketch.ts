import type { DrawnFlow, DrawnNode, ShapeKind } from './drawing.ts'

/** The end of a flow that leads nowhere yet. */
export type LooseEnd = Omit<DrawnFlow, 'id' | 'to'>

/** A process while it is being drawn (草图). */
export interface Sketch {
  readonly nodes: DrawnNode[]
  readonly flows: DrawnFlow[]
  /** Adds a shape that these flows lead to, and gives the flow that leaves it. */
  readonly add: (node: DrawnNode, arriving: readonly LooseEnd[]) => LooseEnd
}

/** Begins a drawing. */
export function createSketch(): Sketch {
  const nodes: DrawnNode[] = []
  const flows: DrawnFlow[] = []
  return {
    nodes,
    flows,
    add: (node, arriving) => {
      nodes.push(node)
      for (const loose of arriving) flows.push({ ...loose, id: `Flow_${flows.length + 1}`, to: node.id })
      return { from: node.id }
    },
  }
}

/** A gateway without a name, over flows that come together or part. */
export function gateway(id: string, kind: Extract<ShapeKind, 'exclusive' | 'parallel'>, lane: number): DrawnNode {
  return { id, kind, name: '', lane }
}
