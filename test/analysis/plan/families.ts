import type { PlanActivity, PlanMode, PlanNetwork } from '../../../src/analysis/plan/network.ts'

/**
 * Random networks of the families that the measurements name: `gov` stages in a row, each with chains of departments side by
 * side; `near` the same with links across; `sp` random series–parallel; `dag` random layers.
 */
export type Family = 'gov' | 'near' | 'sp' | 'dag'

/** Whole numbers from 0 to below `n`, the same for the same seed (mulberry32). */
export type Random = (n: number) => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n)
  }
}

/** A network of a family, its deadline the shortest length and three tenths of what lies between that and the usual. */
export function networkOf(family: Family, size: number, seed: number, links = 3): PlanNetwork {
  const random = randomFrom(seed * 7919 + size)
  const predecessors = ORDERS[family](size, random, links)
  const longest = family === 'gov' || family === 'near' ? 10 : 20
  const activities = predecessors.map(
    (list, i): PlanActivity => ({
      id: `a${i}`,
      predecessors: list.map((at) => `a${at}`),
      modes: modesOf(random, longest, 2 + random(5)),
    }),
  )
  const shortest = lengthBy(activities, (durations) => Math.min(...durations))
  const usual = lengthBy(activities, (durations) => Math.max(...durations))
  return { activities, deadline: shortest + Math.floor((usual - shortest) * 0.3) }
}

/** Modes of falling duration and rising cost. */
export function modesOf(random: Random, longest: number, count: number): readonly PlanMode[] {
  const durations = new Set<number>()
  while (durations.size < Math.min(count, longest)) durations.add(1 + random(longest))
  let cost = random(10)
  return [...durations]
    .sort((a, b) => b - a)
    .map((duration) => {
      const mode = { duration, cost }
      cost += 1 + random(30)
      return mode
    })
}

/** The length of a longest chain; activities come with their predecessors first. */
function lengthBy(activities: readonly PlanActivity[], duration: (all: readonly number[]) => number): number {
  const finish = new Map<string, number>()
  for (const { id, predecessors, modes } of activities) {
    const start = Math.max(0, ...predecessors.map((before) => finish.get(before) ?? 0))
    finish.set(id, start + duration(modes.map((mode) => Number(mode.duration))))
  }
  return Math.max(0, ...finish.values())
}

type Order = (size: number, random: Random, links: number) => number[][]

const gov: Order = (size, random) => {
  const lists: number[][] = []
  let before: number[] = []
  while (lists.length < size) {
    const ends: number[] = []
    for (let chains = 1 + random(4); chains > 0 && lists.length < size; chains--) {
      let last = before
      for (let steps = 1 + random(3); steps > 0 && lists.length < size; steps--) last = [lists.push(last) - 1]
      ends.push(...last)
    }
    before = ends
  }
  return lists
}

const ORDERS: Readonly<Record<Family, Order>> = {
  gov,
  near(size, random, links) {
    const lists = gov(size, random, links)
    for (let i = 0; i < links; i++) {
      const after = 1 + random(size - 1)
      lists[after] = [...new Set([...(lists[after] ?? []), after - 1 - random(Math.min(after, 6))])]
    }
    return lists
  },
  sp(size, random) {
    // Blocks as their first and last activities; each join names the pairs that come to wait.
    const lists: number[][] = Array.from({ length: size }, () => [])
    let blocks = lists.map((_, i) => ({ first: [i], last: [i] }))
    while (blocks.length > 1) {
      const at = random(blocks.length - 1)
      const [a, b] = [blocks[at], blocks[at + 1]]
      if (a === undefined || b === undefined) break
      const series = random(2) === 0
      if (series) for (const after of b.first) lists[after]?.push(...a.last)
      const joined = series
        ? { first: a.first, last: b.last }
        : { first: [...a.first, ...b.first], last: [...a.last, ...b.last] }
      blocks = [...blocks.slice(0, at), joined, ...blocks.slice(at + 2)]
    }
    return lists
  },
  dag(size, random) {
    const lists: number[][] = []
    let layer: number[] = []
    while (lists.length < size) {
      const next: number[] = []
      for (let width = 2 + random(4); width > 0 && lists.length < size; width--) {
        const before = layer.filter(() => random(2) === 0)
        const some = layer[random(Math.max(1, layer.length))]
        next.push(lists.push(before.length > 0 || some === undefined ? before : [some]) - 1)
      }
      layer = next
    }
    return lists
  },
}

/**
 * Reform: stages of departments, each step as it is and, with a measure or two, shorter. A measure serves up to four steps, is
 * paid once, and may require or exclude another.
 */
export function reformOf(size: number, measureCount: number, seed: number): PlanNetwork {
  const random = randomFrom(seed * 104729 + size)
  const measures = Array.from({ length: measureCount }, (_, i) => ({
    id: `m${i}`,
    cost: 5 + random(40),
    requires: i > 0 && random(8) === 0 ? [`m${random(i)}`] : [],
    excludes: i > 0 && random(10) === 0 ? [`m${random(i)}`] : [],
  }))
  const helped = measures.flatMap(({ id }) => Array.from({ length: 1 + random(4) }, () => [random(size), id] as const))
  const activities = gov(size, random, 0).map((list, i): PlanActivity => {
    const usual = 2 + random(9)
    const shorter = helped
      .filter(([at]) => at === i)
      .map(([, id]) => ({ duration: random(usual), cost: random(4), uses: [id] }))
    return {
      id: `a${i}`,
      predecessors: list.map((at) => `a${at}`),
      modes: [
        { duration: usual, cost: 0 },
        ...(random(3) === 0 ? [{ duration: usual - 1, cost: 3 + random(10) }] : []),
        ...shorter,
      ],
    }
  })
  const shortest = lengthBy(activities, (durations) => Math.min(...durations))
  const usual = lengthBy(activities, (durations) => Math.max(...durations))
  return { activities, measures, deadline: shortest + Math.floor((usual - shortest) * 0.4) }
}

/** A series–parallel network of any size in which no chain has more than `depth` activities, its deadline as given. */
export function wideNetwork(size: number, depth: number, deadline: number, seed: number): PlanNetwork {
  const random = randomFrom(seed)
  const lists: number[][] = Array.from({ length: size }, () => [])
  let blocks = lists.map((_, i) => ({ first: [i], last: [i], depth: 1 }))
  while (blocks.length > 1) {
    const joined: typeof blocks = []
    for (let i = 0; i < blocks.length; i += 2) {
      const [a, b] = [blocks[i], blocks[i + 1]]
      if (a === undefined || b === undefined) {
        if (a !== undefined) joined.push(a)
        continue
      }
      const series = random(3) !== 0 && a.depth + b.depth <= depth && a.last.length * b.first.length < 2000
      if (series) for (const after of b.first) lists[after]?.push(...a.last)
      joined.push(
        series
          ? { first: a.first, last: b.last, depth: a.depth + b.depth }
          : { first: [...a.first, ...b.first], last: [...a.last, ...b.last], depth: Math.max(a.depth, b.depth) },
      )
    }
    blocks = joined
  }
  const activities = lists.map((list, i) => ({
    id: `a${i}`,
    predecessors: list.map((at) => `a${at}`),
    modes: modesOf(random, 20, 2 + random(5)),
  }))
  return { activities, deadline }
}
