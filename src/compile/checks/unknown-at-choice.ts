import { diagnose } from '../../diagnostics/diagnose.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import { type Check, placeOf } from './check-context.ts'
import { definitionsOf, mentionsIn } from './condition-mentions.ts'

/** ZW6019: a 分流 that looks at a fact which the office fills in, and no step before it does. */
export const checkUnknownAtChoice: Check = (context) => {
  const { matter, graph } = context
  const byOffice = new Set(matter.facts.filter(({ filledBy }) => isOffice(filledBy)).map(({ name }) => name))
  if (byOffice.size === 0) return []
  const definitions = definitionsOf(matter.situations)
  const collects = new Map(
    matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item.collects] as const] : [])),
  )
  return graph.nodes.flatMap((node, id) => {
    if (node.kind !== 'choice') return []
    const before = ancestorsOf(graph, id)
    const collected = new Set([...before].flatMap((other) => collects.get(graph.nodes[other]?.name ?? '') ?? []))
    const needed = new Set(node.branches.flatMap(({ when }) => (when ? [...mentionsIn(when, definitions).facts] : [])))
    return [...needed]
      .filter((fact) => byOffice.has(fact) && !collected.has(fact))
      .map((fact) => diagnose('ZW6019', { choice: node.name, fact }, placeOf(node, context)))
  })
}

function isOffice(filledBy: string | undefined): boolean {
  return filledBy !== undefined && !filledBy.includes('申请人')
}

function ancestorsOf({ edges }: FlowGraph, id: number): ReadonlySet<number> {
  const found = new Set<number>([id])
  for (const node of found) {
    for (let i = edges.inStart[node] ?? 0; i < (edges.inStart[node + 1] ?? 0); i++) {
      found.add(edges.source[edges.inEdge[i] ?? 0] ?? 0)
    }
  }
  return found
}
