import type { BranchTargets } from './choice.ts'
import type { DraftEdge, FlowDraft, ParallelGroup } from './flow-draft.ts'
import { NO_BRANCH } from './flow-graph.ts'

type Groups = ReadonlyMap<number, ParallelGroup>

/**
 * Draws the edges of the list (环节次序): each node follows the one listed before it, unless 前序, 并联 or 分流 say otherwise.
 * Every edge drawn here leads forward in the list but those of a 前序 that names a later step; these are returned apart.
 */
export function drawSeries(draft: FlowDraft, groups: Groups, targets: BranchTargets): readonly DraftEdge[] {
  const backward: DraftEdge[] = []
  for (let position = 0; position < draft.nodes.length; position++) {
    for (const edge of edgesInto(draft, groups, targets, position)) {
      if (edge.from < edge.to) draft.edges.push(edge)
      else backward.push(edge)
    }
  }
  return backward
}

function edgesInto(draft: FlowDraft, groups: Groups, targets: BranchTargets, to: number): readonly DraftEdge[] {
  const group = groups.get(to)
  const branches = targets.get(to)
  const after = draft.after[to]
  if (after !== undefined) {
    const explicit = explicitEdges(draft, group, branches ?? [], to, after)
    return branches === undefined ? explicit : [...branches, ...explicit]
  }
  if (branches !== undefined) return branches
  return group === undefined ? edgesByPosition(draft, groups, to) : sharedEdges(draft, groups, targets, group, to)
}

/** The edges of 前序. A choice that already branches to the step needs no second edge. */
function explicitEdges(
  draft: FlowDraft,
  group: ParallelGroup | undefined,
  branches: readonly DraftEdge[],
  to: number,
  after: readonly string[],
): readonly DraftEdge[] {
  const node = draft.nodes[to]
  const edges: DraftEdge[] = []
  for (const name of new Set(after)) {
    const from = draft.byName.get(name)
    if (from === undefined) {
      draft.problems.push({ kind: 'unknownName', role: 'after', owner: node?.name ?? '', name, origin: node?.origin })
    } else if (from !== to && group?.members.includes(from) === true) {
      const origin = node?.origin ?? group.origin
      draft.problems.push({ kind: 'orderInParallel', before: name, after: node?.name ?? '', origin })
    } else if (!branches.some((edge) => edge.from === from)) {
      edges.push({ from, to, branch: NO_BRANCH })
    }
  }
  return edges
}

/** A member of a 并联 without 前序 shares what the first of them follows, or the branch that leads to one of them. */
function sharedEdges(
  draft: FlowDraft,
  groups: Groups,
  targets: BranchTargets,
  group: ParallelGroup,
  to: number,
): readonly DraftEdge[] {
  const branches = targets.size === 0 ? [] : group.members.flatMap((member) => targets.get(member) ?? [])
  if (branches.length > 0) return branches.map((edge) => ({ ...edge, to }))
  const first = group.members[0] ?? to
  const after = draft.after[first]
  if (first === to || after === undefined) return edgesByPosition(draft, groups, first, to)
  const shared: DraftEdge[] = []
  for (const name of new Set(after)) {
    const from = draft.byName.get(name)
    if (from !== undefined && !group.members.includes(from)) shared.push({ from, to, branch: NO_BRANCH })
  }
  return shared
}

function edgesByPosition(draft: FlowDraft, groups: Groups, position: number, to = position): readonly DraftEdge[] {
  const previous = position - 1
  const node = draft.nodes[previous]
  if (node === undefined) return []
  if (node.kind === 'choice' && to === position) {
    const step = draft.nodes[to]
    draft.problems.push({ kind: 'afterChoice', choice: node.name, step: step?.name ?? '', origin: step?.origin })
  }
  const members = groups.get(previous)?.members
  if (members === undefined) return [{ from: previous, to, branch: NO_BRANCH }]
  return members.map((from) => ({ from, to, branch: NO_BRANCH }))
}
