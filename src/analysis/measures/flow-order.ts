import { castDraft, current, type Draft, isDraft } from 'immer'
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
      if (stepOf(draft, name) === undefined) return false
      setAfter(
        draft,
        name,
        links.filter((link) => link.branch < 0).map((link) => link.name),
      )
    }
  }
  const drawn = readOrder(current(draft))
  return [...wanted].every(([name, links]) => sameLinks(drawn.get(name) ?? [], links))
}

/**
 * Sets the 前序 of a step, or takes it away where no name is left. The step is replaced as a whole then, so that undoing
 * the change gives back the same text, its parts in the same order.
 */
export function setAfter(draft: Draft<Matter>, name: string, after: readonly string[]): void {
  const step = stepOf(draft, name)
  if (step === undefined) return
  if (after.length > 0) step.after = [...after]
  else if (step.after !== undefined) draft.flow[draft.flow.indexOf(step)] = withoutAfter(step)
}

/** A step that simply follows what is listed before it. */
export function withoutAfter(step: Draft<Step>): Draft<Step> {
  const { after: _, ...rest } = isDraft(step) ? current(step) : step
  return castDraft(rest)
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
