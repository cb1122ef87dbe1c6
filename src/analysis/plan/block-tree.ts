import { addTimes } from './problem.ts'

/**
 * A network as nested blocks (块树). A block stands in the list after the blocks it is made of, the whole network last.
 * An activity may stand in several leaves, its copies.
 */
export interface BlockTree {
  readonly blocks: readonly Block[]
  /** For each activity its leaves, as positions in `blocks`. */
  readonly leavesOf: readonly (readonly number[])[]
  /** How often an activity or block had to be copied to get here: 0 for series–parallel networks. */
  readonly nodeReductions: number
  /** Whether every wait of the network is in the tree. If not, it only bounds: plans must be checked on the network. */
  readonly complete: boolean
}

interface Shared {
  /** The leaves in it. */
  readonly weight: number
  /** Its shortest time; negative where an order may be given up that all of it depends on. */
  readonly least: number
  /** Whether it holds an order that may be given up, so that it may take no time at all. */
  readonly soft: boolean
}

export type Block = Shared &
  (
    | { readonly kind: 'leaf'; readonly activity: number }
    | { readonly kind: 'constant' }
    | { readonly kind: 'series' | 'parallel'; readonly first: number; readonly second: number }
  )

/** Builds blocks, each from blocks that stand before it. */
export interface BlockBuilder {
  readonly blocks: readonly Block[]
  leaf(activity: number, least: number): number
  constant(time: number): number
  series(first: number, second: number): number
  parallel(first: number, second: number): number
  /** The block again, with leaves of its own. */
  copy(block: number): number
}

export function createBlockBuilder(): BlockBuilder {
  const blocks: Block[] = []
  const add = (block: Block) => blocks.push(block) - 1
  const isNothing = (at: number) => {
    const block = blocks[at]
    return block?.kind === 'constant' && block.least === 0
  }
  const join = (kind: 'series' | 'parallel', first: number, second: number) => {
    const [a, b] = [blocks[first], blocks[second]]
    const [aLeast, bLeast] = [a?.least ?? 0, b?.least ?? 0]
    return add({
      kind,
      first,
      second,
      weight: (a?.weight ?? 0) + (b?.weight ?? 0),
      least: kind === 'series' ? addTimes(aLeast, bLeast) : Math.max(aLeast, bLeast),
      soft: a?.soft === true || b?.soft === true,
    })
  }
  return {
    blocks,
    leaf: (activity, least) => add({ kind: 'leaf', activity, weight: 1, least, soft: least < 0 }),
    constant: (time) => add({ kind: 'constant', weight: 0, least: time, soft: time < 0 }),
    series: (first, second) => (isNothing(first) ? second : isNothing(second) ? first : join('series', first, second)),
    parallel(first, second) {
      if (isNothing(first) && blocks[second]?.soft === false) return second
      if (isNothing(second) && blocks[first]?.soft === false) return first
      return join('parallel', first, second)
    },
    copy(block) {
      const inside = new Map<number, number>()
      for (const at of blocksWithin(blocks, block)) {
        const original = blocks[at]
        if (original === undefined || original.kind === 'constant') inside.set(at, at)
        else if (original.kind === 'leaf') inside.set(at, add({ ...original }))
        else {
          const [first, second] = [inside.get(original.first) ?? 0, inside.get(original.second) ?? 0]
          inside.set(at, add({ ...original, first, second }))
        }
      }
      return inside.get(block) ?? block
    },
  }
}

/** The block and all that it is made of, parts first. */
export function blocksWithin(blocks: readonly Block[], block: number): readonly number[] {
  const found = [block]
  for (const at of found) {
    const inner = blocks[at]
    if (inner?.kind === 'series' || inner?.kind === 'parallel') found.push(inner.first, inner.second)
  }
  return found.reverse()
}
