import { type Diagram, type DiagramStore, NEVER } from '../../graph/decision-diagram.ts'
import type { MaterialDemand, MaterialGroup } from './material-demand.ts'

/** What becomes different in the documents that are asked for (材料的变化). */
export type MaterialChange =
  /** It need be handed in now, or no longer. */
  | { readonly kind: 'materialAdded' | 'materialRemoved'; readonly name: string }
  /** It is asked for in another way: at once or later, another number, more or fewer to choose from. */
  | {
      readonly kind: 'materialChanged'
      readonly name: string
      readonly before: MaterialDemand
      readonly after: MaterialDemand
    }

/** A change with the situations in which it is one. */
interface FoundChange {
  readonly change: MaterialChange
  readonly set: Diagram
}

/** Holds what is asked for before against what is asked for after, in one space (材料要求的对照). */
export function compareMaterials(
  store: DiagramStore,
  before: readonly MaterialGroup[],
  after: readonly MaterialGroup[],
): readonly FoundChange[] {
  return pairGroups(before, after).flatMap(([was, now]) => {
    const name = now?.name ?? was?.name ?? ''
    const [formerly, presently] = [asked(was), asked(now)]
    return [
      { set: store.and(formerly, store.not(presently)), change: { kind: 'materialRemoved' as const, name } },
      { set: store.and(presently, store.not(formerly)), change: { kind: 'materialAdded' as const, name } },
      ...changedDemands(name, was, now),
    ]
  })

  function asked(group: MaterialGroup | undefined): Diagram {
    return (group?.classes ?? []).reduce((sum, { situations }) => store.or(sum, situations), NEVER)
  }

  function changedDemands(name: string, was: MaterialGroup | undefined, now: MaterialGroup | undefined) {
    const found = new Map<string, FoundChange>()
    for (const former of was?.classes ?? []) {
      for (const present of now?.classes ?? []) {
        const [before, after] = [former.demand, present.demand]
        const [was, now] = [keyOf(before), keyOf(after)]
        if (was === now) continue
        const set = store.and(former.situations, present.situations)
        const key = `${was}→${now}`
        const change = { kind: 'materialChanged' as const, name, before, after }
        found.set(key, { change, set: store.or(found.get(key)?.set ?? NEVER, set) })
      }
    }
    return [...found.values()]
  }
}

/** The order in which a 任选 lists its members makes no difference. */
function keyOf(demand: MaterialDemand): string {
  return JSON.stringify({ ...demand, choices: demand.choices.toSorted() })
}

type Pair = readonly [was: MaterialGroup | undefined, now: MaterialGroup | undefined]

/**
 * Which demands are one and the same: those of one name, and what became a 任选 of something else as well. Those of before come
 * first, in their order.
 */
function pairGroups(before: readonly MaterialGroup[], after: readonly MaterialGroup[]): readonly Pair[] {
  const rest = new Set(after)
  const partners = new Map<MaterialGroup, MaterialGroup>()
  const pairBy = (isSame: (was: MaterialGroup, now: MaterialGroup) => boolean) => {
    for (const was of before) {
      if (partners.has(was)) continue
      const now = [...rest].find((group) => isSame(was, group))
      if (now === undefined) continue
      partners.set(was, now)
      rest.delete(now)
    }
  }
  pairBy((was, now) => was.name === now.name)
  pairBy((was, now) => was.members.some((name) => now.members.includes(name)))
  return [...before.map((was): Pair => [was, partners.get(was)]), ...[...rest].map((now): Pair => [undefined, now])]
}
