import type { Matter } from '../model/matter.ts'
import type { FlowDraft } from './flow-draft.ts'

/**
 * Reports every step that nothing follows and that has no 产出 (事事出结果): within a 分流 as a branch without an end,
 * else as a dead end. A step with 终止 ends the case and needs no 产出.
 */
export function findDeadEnds(draft: FlowDraft, matter: Matter): void {
  const followed = new Set(draft.edges.map((edge) => edge.from))
  const hasChoice = draft.nodes.some(({ kind }) => kind === 'choice')
  draft.nodes.forEach((node, position) => {
    if (node.kind !== 'step' || node.terminates || node.outputs.length > 0 || followed.has(position)) return
    const choice = hasChoice ? enclosingChoice(draft, position) : undefined
    if (choice === undefined) {
      const outputs = matter.outputs.map((output) => output.name)
      draft.problems.push({ kind: 'deadEnd', step: node.name, outputs, origin: node.origin })
    } else {
      const merge = suggestMerge(draft, position)
      draft.problems.push({ kind: 'branchWithoutEnd', choice, step: node.name, merge, origin: node.origin })
    }
  })
}

/** The nearest 分流 before the node some of whose branches do not lead to it. */
function enclosingChoice(draft: FlowDraft, end: number): string | undefined {
  const ancestors = new Set([end])
  const sources = draft.nodes.map((): number[] => [])
  for (const edge of draft.edges) sources[edge.to]?.push(edge.from)
  for (const node of ancestors) for (const source of sources[node] ?? []) ancestors.add(source)
  for (let position = draft.nodes.length - 1; position >= 0; position--) {
    const node = draft.nodes[position]
    if (node?.kind !== 'choice' || !ancestors.has(position)) continue
    const leading = draft.edges.filter((edge) => edge.from === position && ancestors.has(edge.to))
    if (new Set(leading.map((edge) => edge.branch)).size < node.branches.length) return node.name
  }
  return undefined
}

function suggestMerge(draft: FlowDraft, end: number) {
  const step = draft.nodes[end + 1]
  if (step?.kind !== 'step') return undefined
  const after = draft.edges.filter((edge) => edge.to === end + 1).map((edge) => draft.nodes[edge.from]?.name ?? '')
  return { step: step.name, after: [...new Set(after)], origin: step.origin }
}
