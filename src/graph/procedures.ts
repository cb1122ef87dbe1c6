import type { SpecialProcedure } from '../model/flow.ts'
import { type DraftEdge, type FlowDraft, procedureNode } from './flow-draft.ts'
import { NO_BRANCH } from './flow-graph.ts'

type Placed = SpecialProcedure & Required<Pick<SpecialProcedure, 'placement'>>

/**
 * Puts every 特别程序 that has a 位置 into the drawn flow:
 * 之后 between its step and all that follows the step, 之前 between the step and all that it waits for,
 * 期间 beside the step. Several after (or before) one step run in the order written. A procedure may also name another.
 * Returns the topological order with the procedures in it.
 */
export function placeProcedures(
  draft: FlowDraft,
  procedures: readonly SpecialProcedure[],
  order: readonly number[],
): readonly number[] {
  const extended = [...order]
  const positions = new Map<string, number>()
  /** For each anchor the last procedure already placed after it. */
  const tails = new Map<number, number>()
  let waiting = procedures.filter((procedure): procedure is Placed => procedure.placement !== undefined)
  while (waiting.length > 0) {
    const left: Placed[] = []
    for (const procedure of waiting) {
      const anchor = findAnchor(draft, positions, procedure)
      if (anchor === undefined) {
        left.push(procedure)
        continue
      }
      const node = draft.nodes.length
      draft.nodes.push(procedureNode(procedure))
      if (!positions.has(procedure.name)) positions.set(procedure.name, node)
      insert(draft, extended, tails, node, anchor, procedure.placement.where)
    }
    if (left.length === waiting.length) {
      for (const procedure of left) reportPlacement(draft, procedure)
      break
    }
    waiting = left
  }
  return extended
}

function findAnchor(draft: FlowDraft, positions: ReadonlyMap<string, number>, procedure: Placed): number | undefined {
  const listed = draft.byName.get(procedure.placement.step)
  if (listed !== undefined) return draft.nodes[listed]?.kind === 'step' ? listed : undefined
  return positions.get(procedure.placement.step)
}

function reportPlacement(draft: FlowDraft, procedure: Placed): void {
  draft.problems.push({
    kind: 'unknownName',
    role: 'placement',
    owner: procedure.name,
    name: procedure.placement.step,
    origin: procedure.origin,
  })
}

function insert(
  draft: FlowDraft,
  order: number[],
  tails: Map<number, number>,
  node: number,
  anchor: number,
  where: Placed['placement']['where'],
): void {
  if (where === 'after') {
    const tail = tails.get(anchor) ?? anchor
    rewrite(draft.edges, (edge) => (edge.from === tail ? { ...edge, from: node } : edge))
    draft.edges.push({ from: tail, to: node, branch: NO_BRANCH })
    tails.set(anchor, node)
    order.splice(order.indexOf(tail) + 1, 0, node)
  } else if (where === 'before') {
    rewrite(draft.edges, (edge) => (edge.to === anchor ? { ...edge, to: node } : edge))
    draft.edges.push({ from: node, to: anchor, branch: NO_BRANCH })
    order.splice(order.indexOf(anchor), 0, node)
  } else {
    const copies = draft.edges.filter((edge) => edge.from === anchor || edge.to === anchor)
    for (const edge of copies) {
      draft.edges.push(edge.from === anchor ? { ...edge, from: node } : { ...edge, to: node })
    }
    order.splice(order.indexOf(anchor) + 1, 0, node)
  }
}

function rewrite(edges: DraftEdge[], change: (edge: DraftEdge) => DraftEdge): void {
  edges.forEach((edge, index) => {
    edges[index] = change(edge)
  })
}
