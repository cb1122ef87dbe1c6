import { add, type Rational, ZERO } from '../../base/rational.ts'
import type { CheckedNetwork } from './check-network.ts'
import type { PlanNetwork } from './network.ts'

/** What a branch of a proof settles (分支条件): the rest of the network is open. */
export interface Settled {
  /** By activity: the positions of the modes that are left, where some are not. */
  readonly modes: ReadonlyMap<string, readonly number[]>
  /** By measure: true when adopted, false when refused. */
  readonly measures: ReadonlyMap<string, boolean>
  /** By {@link orderKey}: true when given up, false when kept. */
  readonly orders: ReadonlyMap<string, boolean>
}

/** A network without measures and removable orders that costs no more than the branch, and what the branch costs anyway. */
export interface RelaxedNetwork {
  readonly network: PlanNetwork
  readonly fixed: Rational
}

/** The name of a removable order. */
export function orderKey(before: string, after: string): string {
  return JSON.stringify([before, after])
}

/**
 * Lets a branch off what it has not settled (松弛): measures that are not refused may be used for nothing, orders that can be
 * given up are. Whatever this network costs at least, the branch costs at least besides what is fixed. Undefined where the
 * branch contradicts itself.
 */
export function relaxNetwork(checked: CheckedNetwork, settled: Settled): RelaxedNetwork | undefined {
  const { activities, measures, removable, deadline } = checked
  const nameOf = (at: number) => activities[at]?.id ?? ''
  const orders = removable.map((order) => ({
    ...order,
    given: settled.orders.get(orderKey(nameOf(order.before), nameOf(order.after))),
  }))
  const adopted = new Set(
    [...measures.keys()].filter((measure) => settled.measures.get(measures[measure]?.id ?? '') === true),
  )
  for (const { given, uses } of orders) if (given) for (const use of uses) adopted.add(use)
  withRequired(checked, adopted)
  const refused = new Set(
    [...measures.keys()].filter(
      (measure) =>
        settled.measures.get(measures[measure]?.id ?? '') === false ||
        [...adopted].some((other) => exclude(checked, measure, other)),
    ),
  )
  const isOpen = (uses: readonly number[]) => {
    const needed = withRequired(checked, new Set(uses))
    return ![...needed].some((one) => refused.has(one) || [...needed].some((other) => exclude(checked, one, other)))
  }
  if ([...adopted].some((measure) => refused.has(measure))) return undefined
  const free = orders.filter(({ given, uses }) => given ?? isOpen(uses))
  const waits = waitsWithout(checked, (before, after) =>
    free.some((order) => order.before === before && order.after === after),
  )
  const left = activities.map(({ id, modes }) =>
    modes.filter(({ uses }, at) => settled.modes.get(id)?.includes(at) !== false && isOpen(uses)),
  )
  if (left.some((modes) => modes.length === 0)) return undefined
  let fixed = ZERO
  for (const measure of adopted) fixed = add(fixed, measures[measure]?.cost ?? ZERO)
  for (const { given, cost } of orders) if (given) fixed = add(fixed, cost)
  return {
    fixed,
    network: {
      deadline,
      activities: activities.map(({ id }, at) => ({
        id,
        predecessors: (waits[at] ?? []).map(nameOf),
        modes: (left[at] ?? []).map(({ duration, cost }) => ({ duration, cost })),
      })),
    },
  }
}

/** Whom each activity waits for: those named, and around an order given up all that were before. */
export function waitsWithout(
  { activities, removable }: CheckedNetwork,
  isGivenUp: (before: number, after: number) => boolean,
): readonly (readonly number[])[] {
  const named = activities.map(({ predecessors }) => predecessors)
  if (removable.length === 0) return named
  return named.map((_, at) => {
    const before = new Set(named[at])
    for (const earlier of before) for (const still of named[earlier] ?? []) before.add(still)
    return [...before].filter((earlier) => !isGivenUp(earlier, at))
  })
}

function withRequired({ measures }: CheckedNetwork, chosen: Set<number>): ReadonlySet<number> {
  for (const measure of chosen) for (const required of measures[measure]?.requires ?? []) chosen.add(required)
  return chosen
}

function exclude({ measures }: CheckedNetwork, one: number, other: number): boolean {
  return measures[one]?.excludes.includes(other) === true || measures[other]?.excludes.includes(one) === true
}
