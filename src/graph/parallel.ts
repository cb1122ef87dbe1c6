import type { FlowItem, Parallel } from '../model/flow.ts'
import type { FlowDraft, ParallelGroup } from './flow-draft.ts'

/**
 * Finds the steps of every 并联 in the list.
 *
 * A step that stands between two members without being named is reported and taken as a member, because naming it is
 * the usual repair; a choice between them, or a member of another 并联, makes the line void.
 */
export function groupParallels(draft: FlowDraft, flow: readonly FlowItem[]): ReadonlyMap<number, ParallelGroup> {
  const groups = new Map<number, ParallelGroup>()
  for (const item of flow) {
    if (item.kind !== 'parallel') continue
    const members = membersOf(draft, item)
    if (members === undefined) continue
    const taken = members.find((position) => groups.has(position))
    if (taken !== undefined) {
      const first = groups.get(taken)?.origin
      const step = draft.nodes[taken]?.name ?? ''
      draft.problems.push({ kind: 'inTwoParallels', step, origin: item.origin, related: first ? [first] : [] })
      continue
    }
    const group: ParallelGroup = { members, origin: item.origin }
    for (const position of members) groups.set(position, group)
  }
  return groups
}

function membersOf(draft: FlowDraft, parallel: Parallel): readonly number[] | undefined {
  const named = new Set<number>()
  for (const name of parallel.steps) {
    const position = draft.byName.get(name)
    if (position === undefined || draft.nodes[position]?.kind !== 'step') {
      draft.problems.push({ kind: 'unknownName', role: 'parallel', owner: '', name, origin: parallel.origin })
    } else {
      named.add(position)
    }
  }
  if (named.size < 2) return undefined
  const first = Math.min(...named)
  const last = Math.max(...named)
  const members: number[] = []
  const between: string[] = []
  let choiceBetween = false
  for (let position = first; position <= last; position++) {
    members.push(position)
    const node = draft.nodes[position]
    if (named.has(position) || node === undefined) continue
    between.push(node.name)
    choiceBetween ||= node.kind === 'choice'
  }
  if (between.length > 0) {
    draft.problems.push({ kind: 'notAdjacent', steps: parallel.steps, between, origin: parallel.origin })
  }
  return choiceBetween ? undefined : members
}
