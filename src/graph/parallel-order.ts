import type { FlowDraft, ParallelGroup } from './flow-draft.ts'

/** Reports members of one 并联 of which one waits for the other by way of further steps (并联之间又有先后). */
export function findParallelOrder(draft: FlowDraft, groups: ReadonlyMap<number, ParallelGroup>): void {
  if (groups.size === 0 || draft.after.every((after) => after === undefined)) return
  const successors = draft.nodes.map((): number[] => [])
  for (const edge of draft.edges) successors[edge.from]?.push(edge.to)
  for (const group of new Set(groups.values())) {
    for (const member of group.members) {
      const reached = new Set<number>([member])
      for (const node of reached) for (const next of successors[node] ?? []) reached.add(next)
      for (const other of group.members) {
        if (other === member || !reached.has(other)) continue
        const before = draft.nodes[member]?.name ?? ''
        const node = draft.nodes[other]
        draft.problems.push({
          kind: 'orderInParallel',
          before,
          after: node?.name ?? '',
          origin: node?.origin ?? group.origin,
        })
      }
    }
  }
}
