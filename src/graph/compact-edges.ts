import type { DraftEdge } from './flow-draft.ts'
import type { FlowEdges } from './flow-graph.ts'

/** Renumbers the edges by the order of their nodes, sorts them, drops doubles and packs them into arrays. */
export function compactEdges(drawn: readonly DraftEdge[], order: readonly number[]): FlowEdges {
  const idOf: number[] = []
  order.forEach((position, id) => {
    idOf[position] = id
  })
  const sorted = drawn
    .map((edge): DraftEdge => ({ from: idOf[edge.from] ?? 0, to: idOf[edge.to] ?? 0, branch: edge.branch }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.branch - b.branch)
  const source: number[] = []
  const target: number[] = []
  const branch: number[] = []
  let last: DraftEdge | undefined
  for (const edge of sorted) {
    if (last?.from === edge.from && last.to === edge.to && last.branch === edge.branch) continue
    last = edge
    source.push(edge.from)
    target.push(edge.to)
    branch.push(edge.branch)
  }
  const inEdge = target.map((_, edge) => edge).sort((a, b) => (target[a] ?? 0) - (target[b] ?? 0) || a - b)
  return {
    source,
    target,
    branch,
    outStart: startsOf(source, order.length),
    inStart: startsOf(
      inEdge.map((edge) => target[edge] ?? 0),
      order.length,
    ),
    inEdge,
  }
}

/** Where each node's stretch begins in an ascending list of node ids; one entry more than there are nodes. */
function startsOf(ascending: readonly number[], nodes: number): readonly number[] {
  const starts: number[] = []
  let position = 0
  for (let node = 0; node <= nodes; node++) {
    while (position < ascending.length && (ascending[position] ?? 0) < node) position++
    starts.push(position)
  }
  return starts
}
