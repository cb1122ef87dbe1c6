import { compare, type Rational, rational } from '../base/rational.ts'
import { prepareNetwork, tabulateChains } from './chain-network.ts'
import type { CountedTime } from './counted-time.ts'
import { type Diagram, NEVER } from './decision-diagram.ts'
import { pointIn } from './diagram-point.ts'
import { type Course, layCourse, terminators } from './flow-course.ts'
import type { FlowGraph } from './flow-graph.ts'
import { caseEndings, decisionEndings, type Until } from './path-endings.ts'
import type { Visit } from './path-result.ts'
import { visitsAt } from './path-visits.ts'
import { NOWHERE } from './situation-function.ts'
import type { SituationSpace } from './situation-space.ts'
import { findWorstChain, type WorstChain } from './worst-chain.ts'

/** The longest time, the situations that take it, and a chain of nodes that takes it in one of them. */
export interface FoundPath {
  /** Unit: workdays. */
  readonly workdays: Rational
  /** Every situation that takes so long; undefined for an upper bound. */
  readonly situations: Diagram | undefined
  /** Empty for a bound that no situation was found to reach. */
  readonly visits: readonly Visit[]
}

/**
 * The longest time over all situations of a set. A node waits for all its incoming edges to be resolved, alive or dead,
 * so the time is that of the longest chain of edges, in which a node counts where it runs. Where a step with 终止 runs,
 * the case ends with it, and with the first of several that run side by side.
 *
 * Undefined when no situation of the set reaches an end.
 */
export function searchLongestPath(
  graph: FlowGraph,
  times: readonly CountedTime[],
  space: SituationSpace,
  within: Diagram,
  until: Until,
): FoundPath | undefined {
  const { store } = space
  const course = layCourse(graph, times, space)
  const endings = until === 'decision' ? decisionEndings(course, within) : caseEndings(course, within)
  let worst: WorstChain | undefined
  for (const { ends, within: part } of endings) {
    worst = worseOf(course, worst, part === NEVER ? undefined : findWorstChain(course.chains, store, part, ends))
  }
  if (until === 'end') worst = worseOf(course, worst, findWorstCollision(course, within))
  if (worst === undefined) return undefined
  const point = pointIn(store, worst.situations)
  return {
    workdays: worst.workdays,
    situations: store.isSatisfiable(worst.situations) ? worst.situations : undefined,
    visits: point === undefined ? [] : visitsAt(course, point, until, worst.workdays),
  }
}

/** The longer of two; of equally long ones all situations that are proven to take so long. */
function worseOf({ space }: Course, a: WorstChain | undefined, b: WorstChain | undefined): WorstChain | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const order = compare(a.workdays, b.workdays)
  if (order !== 0) return order > 0 ? a : b
  return { workdays: a.workdays, situations: space.store.or(a.situations, b.situations) }
}

/** The longest time where several steps with 终止 run side by side: the first of them ends the case. */
function findWorstCollision(course: Course, within: Diagram): WorstChain | undefined {
  const { space, runs, chains } = course
  const { store } = space
  const ending = terminators(course)
  let collision: Diagram = NEVER
  let any: Diagram = NEVER
  for (const id of ending) {
    const own = store.and(within, runs[id] ?? NEVER)
    collision = store.or(collision, store.and(any, own))
    any = store.or(any, own)
  }
  if (collision === NEVER) return undefined
  const network = prepareNetwork(chains, store, ending)
  const { functions } = network
  const until = store.isDecided(collision) ? tabulateChains(network, collision) : undefined
  const first = ending.reduce((soonest, id) => {
    const own = functions.add(until?.[id] ?? NOWHERE, functions.step(runs[id] ?? NEVER, 0n, undefined))
    return functions.smaller(soonest, own)
  }, NOWHERE)
  const value = functions.isExhausted() ? undefined : functions.maximum(first)
  if (value !== undefined) {
    return { workdays: rational(value, network.scale), situations: functions.where(first, value) }
  }
  const bound = findWorstChain(chains, store, collision, ending)
  return bound && { ...bound, situations: NEVER }
}
