import type { LinkIndex, Links } from './link-matters.ts'

/** How groups are looked for. */
export interface GroupSearch {
  /** A group has at most so many matters. */
  readonly largest: number
  /** What more matters than these ask for says nothing of any of them. */
  readonly common: number
}

/** A document that another matter of the group issues weighs so much; what two of them ask for weighs 1. */
const ISSUED = 2
/** A matter joins a group for no less. */
const LEAST = 2
/** What only two matters ask for says most of them; what more ask for so much less. Divided without a rest by most counts. */
const ONE_TO_ONE = 5040

const NO_LINKS: Links = { asks: new Set(), issues: new Set(), facts: new Set() }

/** What a matter has to do with a group: counted, and counted by how rare it is. */
interface Weight {
  readonly plain: number
  readonly rare: number
}

/**
 * The group that grows from one matter (从一项出发的一组): again and again the matter joins that has most to do with those
 * that are in already, what few ask for before what many do, until none has enough. Of equals the first in the list. Places in the list, ascending.
 */
export function growGroup(seed: number, index: LinkIndex, { largest, common }: GroupSearch): readonly number[] {
  const { links, askers, issuers, factAskers } = index
  const members = new Set<number>()
  const asked = new Set<string>()
  const issued = new Set<string>()
  const facts = new Set<string>()
  const weights = new Map<number, Weight>()
  const usersOf = (key: string) => (askers.get(key)?.length ?? 0) + (issuers.get(key)?.length ?? 0)
  const isCommon = (key: string) => usersOf(key) > common
  const weigh = (places: readonly number[] | undefined, weight: number, users: number) => {
    const rare = Math.floor((weight * ONE_TO_ONE) / Math.max(1, users - 1))
    for (const place of places ?? []) {
      const known = weights.get(place)
      weights.set(place, { plain: (known?.plain ?? 0) + weight, rare: (known?.rare ?? 0) + rare })
    }
  }

  let next: number | undefined = seed
  while (next !== undefined && members.size < largest) {
    members.add(next)
    const own = links[next]
    for (const key of own?.asks ?? []) {
      if (asked.has(key) || isCommon(key)) continue
      asked.add(key)
      if (issued.has(key)) continue
      weigh(askers.get(key), 1, usersOf(key))
      weigh(issuers.get(key), ISSUED, usersOf(key))
    }
    for (const key of own?.issues ?? []) {
      if (issued.has(key) || isCommon(key)) continue
      issued.add(key)
      if (asked.has(key)) weigh(issuers.get(key), -ISSUED, usersOf(key))
      weigh(askers.get(key), asked.has(key) ? ISSUED - 1 : ISSUED, usersOf(key))
    }
    for (const key of own?.facts ?? []) {
      const users = factAskers.get(key) ?? []
      if (facts.has(key) || users.length > common) continue
      facts.add(key)
      weigh(users, 1, users.length)
    }
    next = heaviest(weights, members)
  }
  return withoutIdle(
    [...members].sort((a, b) => a - b),
    index,
  )
}

/** Without those that only issue what another of the group issues already: nothing comes of them. */
function withoutIdle(group: readonly number[], { links }: LinkIndex): readonly number[] {
  const own = group.flatMap((place) => links[place] ?? [])
  const asked = countKeys(own.map(({ asks }) => asks))
  const facts = countKeys(own.map((each) => each.facts))
  const issued = new Set<string>()
  return group.filter((place) => {
    const { asks, issues, facts: questions } = links[place] ?? NO_LINKS
    const isFirst = [...issues].some((key) => asked.has(key) && !issued.has(key))
    for (const key of issues) issued.add(key)
    const isIssued = (key: string) => own.some((other) => other.issues.has(key))
    return (
      isFirst ||
      [...asks].some((key) => (asked.get(key) ?? 0) > 1 || isIssued(key)) ||
      [...questions].some((key) => (facts.get(key) ?? 0) > 1)
    )
  })
}

function heaviest(weights: ReadonlyMap<number, Weight>, members: ReadonlySet<number>): number | undefined {
  let best: number | undefined
  let most = 0
  for (const [place, { plain, rare }] of weights) {
    if (members.has(place) || plain < LEAST || rare < most) continue
    if (rare === most && best !== undefined && place > best) continue
    best = place
    most = rare
  }
  return best
}

/** How much the matters of a group have to do with one another (联系的多少). */
export function weighGroup(members: readonly number[], index: LinkIndex, common: number): number {
  const { links, askers, issuers, factAskers } = index
  const own = members.flatMap((place) => links[place] ?? [])
  const isCommon = (key: string) => (askers.get(key)?.length ?? 0) + (issuers.get(key)?.length ?? 0) > common
  const issued = new Set(own.flatMap(({ issues }) => [...issues]))
  let weight = 0
  for (const [key, count] of countKeys(own.map(({ asks }) => asks))) {
    if (!isCommon(key)) weight += issued.has(key) ? ISSUED * count : count - 1
  }
  for (const [key, count] of countKeys(own.map(({ facts }) => facts))) {
    if ((factAskers.get(key)?.length ?? 0) <= common) weight += count - 1
  }
  return weight
}

function countKeys(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const key of set) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
