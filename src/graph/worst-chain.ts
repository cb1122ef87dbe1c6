import { type Rational, rational } from '../base/rational.ts'
import { type ChainNetwork, type Measured, measureChains, prepareNetwork } from './chain-network.ts'
import type { Chains } from './chains.ts'
import { type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { commonScale, findReached, scaled, timed } from './reached-time.ts'
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
const MAX_PLAIN_DEMANDS = 300

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
  if (within === NEVER || ends.length === 0) return undefined
  const plain = findPlainly(chains, store, within, ends)
  if (plain !== undefined) return plain
  const network = prepareNetwork(chains, store, ends)
  const parts: Measured[] = []
  const enter = (part: Measured | undefined) => part !== undefined && parts.push(part)
  enter(measureChains(network, within))
  for (let count = 0; ; count++) {
    parts.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
    const part = parts.pop()
    if (part === undefined) return undefined
    const exhausted = network.functions.isExhausted()
    const situations = exhausted
      ? NEVER
      : findReached({ ...network, ...part, mayTake: mayTakeBy(network, part), most: MAX_DEMANDS }).situations
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

function mayTakeBy({ functions }: ChainNetwork, { until }: Measured) {
  return (node: number, time: bigint, situations: Diagram): boolean => {
    const reachable = functions.add(until[node] ?? NOWHERE, functions.step(situations, 0n, undefined))
    return (functions.maximum(reachable) ?? -1n) >= time
  }
}

/**
 * The longest time where the bound that takes each node at its longest is really reached, as in most flows; undefined
 * where that takes more.
 */
function findPlainly(
  chains: Chains,
  store: DiagramStore,
  within: Diagram,
  ends: readonly number[],
): WorstChain | undefined {
  const scale = commonScale(chains)
  const until: bigint[] = []
  chains.before.forEach((before, node) => {
    const own = timed(chains, node).map(({ workdays, situations }) =>
      store.and(within, situations) === NEVER ? 0n : scaled(workdays, scale),
    )
    until.push(greatest(own) + greatest(before.map((earlier) => until[earlier] ?? 0n)))
  })
  const value = greatest(ends.map((end) => until[end] ?? 0n))
  const { situations, complete } = findReached({
    chains,
    store,
    scale,
    within,
    ends,
    value,
    mayTake: (node, time, set) => time <= (until[node] ?? 0n) && store.and(within, set) !== NEVER,
    most: MAX_PLAIN_DEMANDS,
  })
  return complete && store.isSatisfiable(situations) ? { workdays: rational(value, scale), situations } : undefined
}

function greatest(times: readonly bigint[]): bigint {
  return times.reduce((most, time) => (time > most ? time : most), 0n)
}
