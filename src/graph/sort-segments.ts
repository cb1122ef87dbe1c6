import type { Chains } from './chains.ts'
import type { DiagramStore } from './decision-diagram.ts'
import type { RunMode } from './node-modes.ts'

/**
 * The same chains with the nodes of each unbranched stretch in another order (直链重排): what counts there is only their
 * sum. Nodes that ask about the same facts come together, so that few facts are open at a time.
 */
export function sortSegments(chains: Chains, store: DiagramStore, ends: readonly number[]): Chains {
  const modes = [...chains.modes]
  for (const segment of findSegments(chains, ends)) {
    if (segment.length < 3) continue
    const sorted = segment
      .map((node) => ({ ways: chains.modes[node] ?? [], place: firstAsked(chains.modes[node] ?? [], store) }))
      .sort((a, b) => a.place - b.place)
    segment.forEach((node, index) => {
      modes[node] = sorted[index]?.ways ?? []
    })
  }
  return { modes, before: chains.before }
}

/** Stretches in which each node is waited for by the next alone, and waits for nothing else; none ends within one. */
function findSegments({ before }: Chains, ends: readonly number[]): readonly (readonly number[])[] {
  const waiting = before.map(() => 0)
  for (const earlier of before.flat()) waiting[earlier] = (waiting[earlier] ?? 0) + 1
  const ending = new Set(ends)
  const segments: number[][] = []
  const open = new Map<number, number[]>()
  before.forEach((earlier, node) => {
    const [only] = earlier
    const joined =
      only !== undefined && earlier.length === 1 && waiting[only] === 1 && !ending.has(only)
        ? open.get(only)
        : undefined
    const segment = joined ?? []
    if (joined === undefined) segments.push(segment)
    segment.push(node)
    open.set(node, segment)
  })
  return segments
}

function firstAsked(modes: readonly RunMode[], store: DiagramStore): number {
  const asked = modes.flatMap(({ situations }) => store.support(situations).slice(0, 1))
  return asked.reduce((first, variable) => Math.min(first, variable), Number.MAX_SAFE_INTEGER)
}
