import { current, type Draft } from 'immer'
import { buildGraph } from '../../graph/build-graph.ts'
import type { Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'

/** What a step or choice waits for (前序): a name, and the branch where it leaves a choice by one of its branches. */
export interface Link {
  readonly name: string
  readonly branch: number
}

/** What each step and choice of the list waits for, by name. */
export type FlowOrder = Map<string, readonly Link[]>

/** The order of a flow as its graph has it, special procedures left out. */
export function readOrder(matter: Matter): FlowOrder {
  const { graph } = buildGraph(matter.specialProcedures.length === 0 ? matter : { ...matter, specialProcedures: [] })
  const { source, target, branch } = graph.edges
  const links = graph.nodes.map((): Link[] => [])
  target.forEach((to, edge) => {
    const from = graph.nodes[source[edge] ?? 0]
    if (from !== undefined) links[to]?.push({ name: from.name, branch: branch[edge] ?? 0 })
  })
  return new Map(graph.nodes.map(({ name }, node) => [name, links[node] ?? []]))
}

/**
 * Writes 前序 where the flow would not come out as wanted without it.
 *
 * @returns false where the wanted order cannot be written, for instance because a choice would have to wait for another step
 */
export function writeOrder(draft: Draft<Matter>, wanted: FlowOrder): boolean {
  for (let round = 0; round < 2; round++) {
    const drawn = readOrder(current(draft))
    const different = [...wanted].filter(([name, links]) => !sameLinks(drawn.get(name) ?? [], links))
    if (different.length === 0) return true
    for (const [name, links] of different) {
      const step = stepOf(draft, name)
      if (step === undefined) return false
      const after = links.filter((link) => link.branch < 0).map((link) => link.name)
      if (after.length > 0) step.after = after
      else delete step.after
    }
  }
  const drawn = readOrder(current(draft))
  return [...wanted].every(([name, links]) => sameLinks(drawn.get(name) ?? [], links))
}

/** The step of that name in a draft. */
export function stepOf(draft: Draft<Matter>, name: string): Draft<Step> | undefined {
  return draft.flow.find((item): item is Draft<Step> => item.kind === 'step' && item.name === name)
}

function sameLinks(a: readonly Link[], b: readonly Link[]): boolean {
  const keys = new Set(a.map(keyOf))
  return keys.size === new Set(b.map(keyOf)).size && b.every((link) => keys.has(keyOf(link)))
}

function keyOf({ name, branch }: Link): string {
  return `${branch} ${name}`
}
