import { type Rational, rational } from '../base/rational.ts'
import { type ChainNetwork, type Measured, measureChains, prepareNetwork, scaled, timed } from './chain-network.ts'
import type { Chains } from './chains.ts'
import { ALWAYS, type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { NOWHERE } from './situation-function.ts'

/** The longest time over a set of situations (最长用时). */
export interface WorstChain {
  /** Unit: workdays. */
  readonly workdays: Rational
  /** Where it takes so long; NEVER when the time is an upper bound that was not found to be reached. */
  readonly situations: Diagram
}

/** After so many parts of the situations the bound is taken as it is. */
const MAX_PARTS = 300
/** After so many pairs of a node and a time the way back is given up. */
const MAX_DEMANDS = 5000

/**
 * The longest chain that ends with one of the given nodes, over all situations of a set, exactly.
 *
 * The time up to each node is a function of the situation, and a fact is maximised away as soon as no later node asks
 * about it: thirty independent facts never meet, and correlated ones only while they matter. Where too many matter at
 * once, some are let go, each node taking the value that suits it best. The bound that results is proven by finding the
 * situations in which it is reached; where there are none, the set is split by such a fact, the greatest bound first.
 *
 * Undefined when no situation of the set reaches an end.
 */
export function findWorstChain(
  chains: Chains,
  store: DiagramStore,
  within: Diagram,
  ends: readonly number[],
): WorstChain | undefined {
  const network = prepareNetwork(chains, store, ends)
  const parts: Measured[] = []
  const enter = (part: Measured | undefined) => part !== undefined && parts.push(part)
  enter(measureChains(network, within))
  for (let count = 0; ; count++) {
    parts.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
    const part = parts.pop()
    if (part === undefined) return undefined
    const exhausted = network.functions.isExhausted()
    const situations = exhausted ? NEVER : findReached(network, part)
    const split = part.released[0]
    if (situations !== NEVER || split === undefined || exhausted || count > MAX_PARTS) {
      return { workdays: rational(part.value, network.scale), situations }
    }
    const cells = Array.from({ length: store.cellCounts[split] ?? 0 }, (_, cell) => cell)
    for (const cell of cells) {
      const narrowed = store.and(
        part.within,
        store.literal(
          split,
          cells.map((other) => other === cell),
        ),
      )
      if (narrowed !== NEVER) enter(measureChains(network, narrowed))
    }
  }
}

/**
 * The situations in which the longest time of a part is really reached, by going back from the ends: each node is asked
 * to be done at the moments that the nodes after it demand, in the situations that are so far decided.
 */
function findReached(network: ChainNetwork, { within, value, until }: Measured): Diagram {
  const { chains, store, functions, scale, ends } = network
  const demands: Map<bigint, Diagram>[] = chains.modes.map(() => new Map())
  const demand = (node: number, time: bigint, situations: Diagram): void => {
    const reachable = functions.add(until[node] ?? NOWHERE, functions.step(situations, 0n, undefined))
    if ((functions.maximum(reachable) ?? -1n) < time) return
    demands[node]?.set(time, store.or(demands[node]?.get(time) ?? NEVER, situations))
  }
  for (const end of ends) demand(end, value, ALWAYS)
  let reached: Diagram = NEVER
  let count = 0
  for (let node = chains.modes.length - 1; node >= 0; node--) {
    for (const [time, situations] of demands[node] ?? []) {
      if (++count > MAX_DEMANDS || functions.isExhausted()) return reached
      let rest = situations
      for (const mode of timed(chains, node)) {
        arrive(node, time - scaled(mode.workdays, scale), store.and(situations, mode.situations))
        rest = store.and(rest, store.not(mode.situations))
      }
      arrive(node, time, rest)
    }
  }
  return reached

  function arrive(node: number, time: bigint, situations: Diagram): void {
    if (situations === NEVER || time < 0n) return
    const before = chains.before[node] ?? []
    for (const earlier of before) demand(earlier, time, situations)
    if (before.length === 0 && time === 0n) reached = store.or(reached, store.and(within, situations))
  }
}
