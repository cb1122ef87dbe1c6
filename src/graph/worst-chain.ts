import { type Rational, rational } from '../base/rational.ts'
import { type ChainNetwork, type Measured, measureChains, prepareNetwork } from './chain-network.ts'
import type { Chains } from './chains.ts'
import { ALWAYS, type Diagram, type DiagramStore, type Literal, NEVER } from './decision-diagram.ts'
import { commonScale, findReached, scaled, timed } from './reached-time.ts'
import { createFunctionStore, NOWHERE } from './situation-function.ts'

/** The longest time over a set of situations (最长用时). */
export interface WorstChain {
  /** Unit: workdays. */
  readonly workdays: Rational
  /** Where it takes so long; NEVER when the time is an upper bound that was not found to be reached. */
  readonly situations: Diagram
}

/** Functions larger than this let facts go. */
const MAX_SIZE = 8192
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
 * Undefined when no situation of the set reaches an end. `largest` is how large a function may be before facts are let go.
 */
export function findWorstChain(
  chains: Chains,
  store: DiagramStore,
  within: Diagram,
  ends: readonly number[],
  largest: number = MAX_SIZE,
): WorstChain | undefined {
  if (within === NEVER || ends.length === 0) return undefined
  const plain = findPlainly(chains, store, within, ends)
  if (plain !== undefined) return plain
  const functions = createFunctionStore(store)
  const parts: Part[] = []
  enter({ chains, within, fixed: ALWAYS })
  let found: Diagram = NEVER
  let longest: bigint | undefined
  for (let count = 0; ; count++) {
    parts.sort((a, b) => (a.measured.value < b.measured.value ? -1 : a.measured.value > b.measured.value ? 1 : 0))
    const part = parts.pop()
    if (part === undefined || (longest !== undefined && part.measured.value < longest)) break
    const { network, measured, fixed } = part
    const exhausted = functions.isExhausted()
    const mayTake = mayTakeBy(network, measured)
    const reached = exhausted ? NEVER : findReached({ ...network, ...measured, mayTake, most: MAX_DEMANDS }).situations
    const split = measured.released[0]
    if (reached !== NEVER) {
      // Other parts may take as long: all of them are told together.
      found = store.or(found, store.and(fixed, reached))
      longest = measured.value
    } else if (split === undefined || exhausted || count > MAX_PARTS) {
      longest ??= measured.value
      break
    } else for (let cell = 0; cell < (store.cellCounts[split] ?? 0); cell++) enter(fix(part, { variable: split, cell }))
  }
  return longest === undefined ? undefined : { workdays: rational(longest, commonScale(chains)), situations: found }

  function enter(situations: Situations): void {
    const network = prepareNetwork(situations.chains, store, ends, functions)
    const measured = measureChains(network, situations.within, largest)
    if (measured !== undefined) parts.push({ ...situations, network, measured })
  }

  /** In a part in which a fact is fixed, nothing asks about it any more. */
  function fix(part: Situations, literal: Literal): Situations {
    const restrict = (set: Diagram) => store.restrict(set, literal)
    const modes = part.chains.modes.map((ways) =>
      ways.map(({ situations, workdays }) => ({ situations: restrict(situations), workdays })),
    )
    const cells = Array.from({ length: store.cellCounts[literal.variable] ?? 0 }, (_, cell) => cell === literal.cell)
    return {
      chains: { modes, before: part.chains.before },
      within: restrict(part.within),
      fixed: store.and(part.fixed, store.literal(literal.variable, cells)),
    }
  }
}

/** A part of the situations: those in which some facts are fixed, with what is then left to ask. */
interface Situations {
  readonly chains: Chains
  readonly within: Diagram
  readonly fixed: Diagram
}

interface Part extends Situations {
  readonly network: ChainNetwork
  readonly measured: Measured
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
