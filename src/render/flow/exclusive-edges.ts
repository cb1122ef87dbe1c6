import { type FlowGraph, NO_BRANCH } from '../../graph/flow-graph.ts'

/** Where the ways out of one choice lead: which of them reach each edge, and whether others do too. */
interface Spread {
  readonly branches: readonly ReadonlySet<number>[]
  /** Reached by a way around the choice. */
  readonly around: readonly boolean[]
}

/**
 * Tells of two edges whether a case never goes along both, since they lie behind different ways out of one choice (互斥). Lines
 * that meet then are one way again; other lines that meet wait for each other.
 */
export function findExclusiveEdges(graph: FlowGraph): (a: number, b: number) => boolean {
  const spreads = graph.nodes.flatMap(({ kind }, id) => (kind === 'choice' ? spreadOf(graph, id) : []))
  return (a, b) =>
    spreads.some(({ branches, around }) => {
      const [left, right] = [branches[a], branches[b]]
      if (left === undefined || right === undefined || around[a] === true || around[b] === true) return false
      return left.size > 0 && right.size > 0 && [...left].every((branch) => !right.has(branch))
    })
}

function spreadOf({ nodes, edges }: FlowGraph, choice: number): Spread {
  const branches: ReadonlySet<number>[] = []
  const around: boolean[] = []
  nodes.forEach((_, id) => {
    const incoming = edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1])
    const isAround = incoming.length === 0 || incoming.some((edge) => around[edge] === true)
    const reached = new Set(incoming.flatMap((edge) => [...(branches[edge] ?? [])]))
    for (let edge = edges.outStart[id] ?? 0; edge < (edges.outStart[id + 1] ?? 0); edge++) {
      branches[edge] = id === choice ? new Set([edges.branch[edge] ?? NO_BRANCH]) : reached
      around[edge] = id === choice ? false : isAround
    }
  })
  return { branches, around }
}
