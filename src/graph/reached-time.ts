import { type Rational, rational } from '../base/rational.ts'
import type { Chains } from './chains.ts'
import { ALWAYS, type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import type { RunMode } from './node-modes.ts'

/** Times as whole numbers: of this part of a working day. */
export function commonScale({ modes }: Chains): bigint {
  return modes.flat().reduce((common, { workdays }) => common * rational(common, workdays.den).den, 1n)
}

/** The ways of a node that take time. */
export function timed({ modes }: Chains, node: number): readonly RunMode[] {
  return (modes[node] ?? []).filter(({ workdays }) => workdays.num > 0n)
}

/** A time in whole parts of a working day. */
export function scaled({ num, den }: Rational, scale: bigint): bigint {
  return (num * scale) / den
}

/** What is asked: in which situations some chain takes just so long. */
export interface TimeQuestion {
  readonly chains: Chains
  readonly store: DiagramStore
  readonly scale: bigint
  readonly within: Diagram
  readonly ends: readonly number[]
  /** Unit: parts of a working day. */
  readonly value: bigint
  /** False only where no chain up to the end of the node can take so long in any of the situations. */
  readonly mayTake: (node: number, time: bigint, situations: Diagram) => boolean
  /** After so many pairs of a node and a time the way back is given up. */
  readonly most: number
}

/**
 * The situations in which a time is really reached, by going back from the ends: each node is asked to be done at the
 * moments that the nodes after it demand, in the situations that are so far decided. `complete` is false where the way
 * back was given up.
 */
export function findReached(question: TimeQuestion): { readonly situations: Diagram; readonly complete: boolean } {
  const { chains, store, scale, within, ends, value, mayTake, most } = question
  const demands: (Map<bigint, Diagram> | undefined)[] = []
  const demand = (node: number, time: bigint, situations: Diagram): void => {
    if (!mayTake(node, time, situations)) return
    const own = demands[node] ?? new Map<bigint, Diagram>()
    own.set(time, store.or(own.get(time) ?? NEVER, situations))
    demands[node] = own
  }
  for (const end of ends) demand(end, value, ALWAYS)
  let reached: Diagram = NEVER
  let count = 0
  for (let node = chains.modes.length - 1; node >= 0; node--) {
    for (const [time, situations] of demands[node] ?? []) {
      if (++count > most) return { situations: reached, complete: false }
      let rest = situations
      for (const mode of timed(chains, node)) {
        arrive(node, time - scaled(mode.workdays, scale), store.and(situations, mode.situations))
        rest = store.and(rest, store.not(mode.situations))
      }
      arrive(node, time, rest)
    }
  }
  return { situations: reached, complete: true }

  function arrive(node: number, time: bigint, situations: Diagram): void {
    if (situations === NEVER || time < 0n) return
    const before = chains.before[node] ?? []
    for (const earlier of before) demand(earlier, time, situations)
    if (before.length === 0 && time === 0n) reached = store.or(reached, store.and(within, situations))
  }
}
