import type { DraftEdge, FlowDraft } from './flow-draft.ts'

/** The branch edges that lead to each listed node; a target of a 分流 follows its choice and nothing else by position. */
export type BranchTargets = ReadonlyMap<number, readonly DraftEdge[]>

/** Resolves every 转 and 否则 (分流). A way back in the list and an unknown name are reported and get no edge. */
export function findBranchTargets(draft: FlowDraft): BranchTargets {
  const targets = new Map<number, DraftEdge[]>()
  draft.nodes.forEach((node, from) => {
    if (node.kind !== 'choice') return
    node.branches.forEach((branch, index) => {
      const to = draft.byName.get(branch.target)
      const origin = branch.origin ?? node.origin
      if (to === undefined) {
        draft.problems.push({ kind: 'unknownName', role: 'branch', owner: node.name, name: branch.target, origin })
      } else if (to <= from) {
        draft.problems.push({ kind: 'backwardBranch', choice: node.name, target: branch.target, origin })
      } else {
        const edge: DraftEdge = { from, to, branch: index }
        const others = targets.get(to)
        if (others === undefined) targets.set(to, [edge])
        else others.push(edge)
      }
    })
  })
  return targets
}
