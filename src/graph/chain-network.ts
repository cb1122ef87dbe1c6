import type { Chains } from './chains.ts'
import { type Diagram, type DiagramStore, NEVER } from './decision-diagram.ts'
import { commonScale, scaled, timed } from './reached-time.ts'
import { createFunctionStore, type FunctionStore, NOWHERE, type SituationFunction } from './situation-function.ts'
import { sortSegments } from './sort-segments.ts'

/** A network made ready for measuring the chains that end with some of its nodes. */
export interface ChainNetwork {
  readonly chains: Chains
  readonly store: DiagramStore
  readonly functions: FunctionStore
  readonly ends: readonly number[]
  /** All times are whole numbers of this part of a working day. */
  readonly scale: bigint
  /** The time that each node adds, by situation; undefined for nodes that no end waits for. */
  readonly gains: readonly (SituationFunction | undefined)[]
  /** The variables that nodes after each node ask about, as a set of bits. */
  readonly asked: readonly bigint[]
}

/** The longest times within a part of the situations; bounds where variables were let go. */
export interface Measured {
  readonly within: Diagram
  /** The longest time to any end. Unit: parts of a working day. */
  readonly value: bigint
  /** By node: the longest time up to its end, as a function of what later nodes still ask about. */
  readonly until: readonly SituationFunction[]
  /** Variables that took the best value for some node, and perhaps another for the next. */
  readonly released: readonly number[]
}

/** Works out what the nodes ask about and what each adds. */
export function prepareNetwork(
  flow: Chains,
  store: DiagramStore,
  ends: readonly number[],
  functions: FunctionStore = createFunctionStore(store),
): ChainNetwork {
  const chains = sortSegments(flow, store, ends)
  const scale = commonScale(chains)
  const relevant = new Set(ends)
  const asked: bigint[] = chains.modes.map(() => 0n)
  const gains: (SituationFunction | undefined)[] = chains.modes.map(() => undefined)
  for (let node = chains.modes.length - 1; node >= 0; node--) {
    if (!relevant.has(node)) continue
    const modes = timed(chains, node)
    gains[node] = modes.reduce(
      (gain, { situations, workdays }) =>
        functions.larger(gain, functions.step(situations, scaled(workdays, scale), 0n)),
      functions.step(NEVER, 0n, 0n),
    )
    const own = modes.reduce((bits, { situations }) => bits | bitsOf(store.support(situations)), asked[node] ?? 0n)
    for (const earlier of chains.before[node] ?? []) {
      relevant.add(earlier)
      asked[earlier] = (asked[earlier] ?? 0n) | own
    }
  }
  return { chains, store, functions, ends, scale, gains, asked }
}

/**
 * Measures from the first nodes to the last, within a set of situations; undefined where none of it reaches an end. A
 * function of more than `largest` nodes lets variables go until it is no larger.
 */
export function measureChains(network: ChainNetwork, within: Diagram, largest: number): Measured | undefined {
  const { chains, functions, gains, asked, ends } = network
  const start = functions.step(within, 0n, undefined)
  const released = new Set<number>()
  const until: SituationFunction[] = []
  gains.forEach((gain, node) => {
    if (gain === undefined) {
      until.push(NOWHERE)
      return
    }
    const before = chains.before[node] ?? []
    const ready =
      before.length === 0 ? start : before.map((earlier) => until[earlier] ?? NOWHERE).reduce(functions.larger)
    let time = functions.add(ready, gain)
    for (const variable of functions.support(time)) {
      if (((asked[node] ?? 0n) >> BigInt(variable)) % 2n === 0n) time = functions.maximizeOver(time, variable)
    }
    while (functions.size(time) > largest) {
      const last = functions.support(time).at(-1)
      if (last === undefined) break
      time = functions.maximizeOver(time, last)
      released.add(last)
    }
    until.push(time)
  })
  const value = functions.maximum(ends.map((end) => until[end] ?? NOWHERE).reduce(functions.larger, NOWHERE))
  return value === undefined ? undefined : { within, value, until, released: [...released] }
}

/**
 * The time up to the end of each of the given nodes in every situation of a set, nothing maximised away.
 * Undefined where that would be too much.
 */
export function tabulateChains(network: ChainNetwork, within: Diagram): readonly SituationFunction[] | undefined {
  const { chains, functions, gains } = network
  const start = functions.step(within, 0n, undefined)
  const until: SituationFunction[] = []
  gains.forEach((gain, node) => {
    const before = chains.before[node] ?? []
    const ready =
      before.length === 0 ? start : before.map((earlier) => until[earlier] ?? NOWHERE).reduce(functions.larger)
    until.push(gain === undefined ? NOWHERE : functions.add(ready, gain))
  })
  return functions.isExhausted() ? undefined : until
}

function bitsOf(variables: readonly number[]): bigint {
  return variables.reduce((bits, variable) => bits | (1n << BigInt(variable)), 0n)
}
