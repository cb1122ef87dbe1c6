import { type FlowGraph, NO_BRANCH } from './flow-graph.ts'

/**
 * Finds where a graph that comes from outside (JSON) breaks the invariants of {@link FlowGraph}: one English sentence
 * each, for the programmer who supplied it; empty for a sound graph. What `buildGraph` makes has none.
 */
export function findGraphFaults(graph: FlowGraph): readonly string[] {
  const { nodes, edges } = graph
  const count = edges.source.length
  const faults: string[] = []
  if (edges.target.length !== count || edges.branch.length !== count || edges.inEdge.length !== count) {
    faults.push('source, target, branch and inEdge differ in length')
  }
  for (let edge = 0; edge < count; edge++) {
    const source = edges.source[edge] ?? -1
    const target = edges.target[edge] ?? -1
    const branch = edges.branch[edge] ?? NO_BRANCH
    if (source < 0 || target >= nodes.length || source >= target) {
      faults.push(`edge ${edge} leads from ${source} to ${target}, not forward between nodes`)
    }
    if (branch !== NO_BRANCH && nodes[source]?.branches[branch] === undefined) {
      faults.push(`edge ${edge} takes branch ${branch}, which node ${source} does not have`)
    }
    if (edge > 0 && !isOrdered(graph, edge - 1, edge))
      faults.push(`edges ${edge - 1} and ${edge} are out of order or equal`)
  }
  checkStarts(faults, 'outStart', edges.outStart, edges.source, nodes.length)
  const targets = edges.inEdge.map((edge) => edges.target[edge] ?? -1)
  checkStarts(faults, 'inStart', edges.inStart, targets, nodes.length)
  if (new Set(edges.inEdge).size !== count) faults.push('inEdge does not name every edge once')
  return faults
}

function isOrdered({ edges }: FlowGraph, a: number, b: number): boolean {
  const keys = [edges.source, edges.target, edges.branch]
  for (const key of keys) {
    const difference = (key[a] ?? 0) - (key[b] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** Each node's stretch must hold exactly its own edges. */
function checkStarts(
  faults: string[],
  name: string,
  starts: readonly number[],
  owners: readonly number[],
  nodes: number,
): void {
  const sound =
    starts.length === nodes + 1 &&
    starts[0] === 0 &&
    starts[nodes] === owners.length &&
    owners.every((owner, index) => (starts[owner] ?? Number.NaN) <= index && index < (starts[owner + 1] ?? Number.NaN))
  if (!sound) faults.push(`${name} does not fit the edges`)
}
