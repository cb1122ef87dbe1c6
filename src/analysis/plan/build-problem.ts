import type { Rational } from '../../base/rational.ts'
import type { CheckedNetwork } from './check-network.ts'
import { checkNetwork } from './check-network.ts'
import { closeOrders } from './closed-orders.ts'
import { type Scale, scaleOf } from './exact-scale.ts'
import type { PlanNetwork } from './network.ts'
import type { NetworkProblem } from './network-answer.ts'
import { type Activity, DROPPED, type Mode, type Problem } from './problem.ts'
import { orderTopologically } from './topological-order.ts'
import { reduceTransitively } from './transitive-reduction.ts'

/** A problem in whole numbers, and what its units are. */
export interface BuiltProblem {
  readonly problem: Problem
  /** As it was given; the problem has it rounded down to its unit. */
  readonly deadline: Rational
  readonly time: Scale
  readonly money: Scale
}

/** Limits under which every sum the solver makes is exact in a float. */
const TIME_LIMIT = 2n ** 50n
const COST_LIMIT = 2n ** 51n

/** Turns a network into the solver's problem, or says what is wrong with it. */
export function buildProblem(network: PlanNetwork): BuiltProblem | readonly NetworkProblem[] {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return checked
  const lists = checked.activities.map(({ predecessors }) => predecessors)
  const topology = orderTopologically(lists)
  if (topology.kind === 'cycle') return [cycleProblem(checked, topology.cycle)]
  const outOfOrder = checked.removable.flatMap(({ before, after }, at) =>
    comesBefore(lists, topology.order, before, after) ? [] : [orderProblem(checked, before, after, at)],
  )
  if (outOfOrder.length > 0) return outOfOrder
  const time = scaleOf(timesOf(checked))
  const money = scaleOf(costsOf(checked))
  const total = (values: Iterable<Rational>, { toUnits }: Scale) => {
    let sum = 0n
    for (const value of values) sum += toUnits(value)
    return sum
  }
  if (total(timesOf(checked), time) >= TIME_LIMIT) return [tooLarge('时长')]
  if (total(costsOf(checked), money) >= COST_LIMIT) return [tooLarge('费用')]
  return { problem: inUnits(checked, time, money), deadline: checked.deadline, time, money }
}

function inUnits(checked: CheckedNetwork, time: Scale, money: Scale): Problem {
  const closure = requirementClosures(checked)
  const conflicts = excludedMeasures(checked)
  let modeCount = 0
  const units = (value: Rational, scale: Scale) => Number(scale.toUnits(value))
  const withClosure = (uses: readonly number[]) =>
    [...new Set(uses.flatMap((use) => [...(closure[use] ?? [])]))].sort(byNumber)
  const listModes = (modes: readonly Mode[]): readonly Mode[] =>
    withoutDominated(
      modes.filter(({ uses }) => !uses.some((use) => conflicts[use]?.some((other) => uses.includes(other)))),
    ).map((mode) => ({ ...mode, index: modeCount++ }))

  const { removable } = checked
  const count = checked.activities.length
  const predecessors: number[][] = [...checked.activities, ...removable].map(() => [])
  for (const pair of closeOrders(
    checked.activities.map((activity) => activity.predecessors),
    removable,
  )) {
    if (pair.removable === undefined) predecessors[pair.after]?.push(pair.before)
    else {
      predecessors[count + pair.removable]?.push(pair.before)
      predecessors[pair.after]?.push(count + pair.removable)
    }
  }
  const topology = orderTopologically(predecessors)
  const order = topology.kind === 'order' ? topology.order : []
  const rank = new Int32Array(order.length)
  for (const [at, node] of order.entries()) rank[node] = at
  const ranked = order.map((node) => (predecessors[node] ?? []).map((before) => rank[before] ?? 0).sort(byNumber))
  const reduced = reduceTransitively(ranked, (at) => (order[at] ?? 0) >= count)
  const successors: number[][] = order.map(() => [])
  for (const [after, list] of reduced.entries()) for (const before of list) successors[before]?.push(after)

  const activities = order.map((node, index): Activity => {
    const shared = { index, position: node, predecessors: reduced[index] ?? [], successors: successors[index] ?? [] }
    const link = removable[node - count]
    if (link !== undefined) {
      const [before, after] = [checked.activities[link.before]?.id ?? '', checked.activities[link.after]?.id ?? '']
      const drop = { duration: DROPPED, cost: units(link.cost, money), uses: withClosure(link.uses) }
      const keep = { duration: 0, cost: 0, uses: [] }
      const modes = listModes([drop, keep].map((mode, original) => ({ ...mode, index: 0, original })))
      return { ...shared, id: `${before}→${after}`, link: { before, after }, modes }
    }
    const activity = checked.activities[node]
    const modes = (activity?.modes ?? []).map(({ duration, cost, uses }, original) => ({
      index: 0,
      duration: units(duration, time),
      cost: units(cost, money),
      uses: withClosure(uses),
      original,
    }))
    return { ...shared, id: activity?.id ?? '', link: undefined, modes: listModes(modes) }
  })
  const longest = activities.reduce((sum, { modes }) => sum + Math.max(0, modes.at(-1)?.duration ?? 0), 0)
  return {
    deadline: Math.min(longest, units(checked.deadline, time)),
    activities,
    modeCount,
    measures: checked.measures.map(({ id, cost }, index) => ({
      index,
      id,
      cost: units(cost, money),
      requires: [...(closure[index] ?? [])],
      excludes: conflicts[index] ?? [],
      users: activities.flatMap((activity) => {
        const modes = activity.modes.filter(({ uses }) => uses.includes(index))
        return modes.length > 0 ? [{ activity, modes }] : []
      }),
    })),
  }
}

/** Sorted by duration; without those that another beats in time, cost and measures alike. */
function withoutDominated(modes: readonly Mode[]): readonly Mode[] {
  const kept: Mode[] = []
  for (const mode of modes.toSorted(
    (a, b) => a.duration - b.duration || a.cost - b.cost || a.uses.length - b.uses.length,
  )) {
    const beaten = kept.some(({ cost, uses }) => cost <= mode.cost && uses.every((use) => mode.uses.includes(use)))
    if (!beaten) kept.push(mode)
  }
  return kept
}

/** For each measure itself and all that it requires, directly or not. */
function requirementClosures({ measures }: CheckedNetwork): readonly ReadonlySet<number>[] {
  return measures.map((_, start) => {
    const closure = new Set([start])
    for (const measure of closure) for (const required of measures[measure]?.requires ?? []) closure.add(required)
    return closure
  })
}

/** Exclusion goes both ways, whichever measure states it. */
function excludedMeasures({ measures }: CheckedNetwork): readonly (readonly number[])[] {
  const excluded = measures.map(() => new Set<number>())
  for (const [measure, { excludes }] of measures.entries()) {
    for (const other of excludes) {
      excluded[measure]?.add(other)
      excluded[other]?.add(measure)
    }
  }
  return excluded.map((others) => [...others].sort(byNumber))
}

function comesBefore(
  predecessors: readonly (readonly number[])[],
  order: readonly number[],
  before: number,
  after: number,
): boolean {
  const reached = new Set([before])
  for (const at of order) if (predecessors[at]?.some((earlier) => reached.has(earlier)) === true) reached.add(at)
  return before !== after && reached.has(after)
}

function* timesOf({ activities }: CheckedNetwork): Iterable<Rational> {
  for (const { modes } of activities) for (const { duration } of modes) yield duration
}

function* costsOf({ activities, measures, removable }: CheckedNetwork): Iterable<Rational> {
  for (const { modes } of activities) for (const { cost } of modes) yield cost
  for (const { cost } of measures) yield cost
  for (const { cost } of removable) yield cost
}

function byNumber(a: number, b: number): number {
  return a - b
}

function cycleProblem({ activities }: CheckedNetwork, cycle: readonly number[]): NetworkProblem {
  const names = [...cycle, cycle[0] ?? 0].map((at) => activities[at]?.id ?? '')
  return { code: 'cycle', place: `activities[${cycle[0]}]`, message: `前序关系成环：${names.join(' → ')}` }
}

function orderProblem({ activities }: CheckedNetwork, before: number, after: number, at: number): NetworkProblem {
  const [first, second] = [activities[before]?.id, activities[after]?.id]
  return {
    code: 'not-in-order',
    place: `removable[${at}]`,
    message: `“${first}”本来就不在“${second}”之前，没有可取消的先后`,
  }
}

function tooLarge(what: string): NetworkProblem {
  return { code: 'too-large', place: '', message: `${what}的合计太大，无法逐一精确计算；请换用更大的单位` }
}
