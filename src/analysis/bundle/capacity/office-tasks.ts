import { leastCommonMultiple, type Rational } from '../../../base/rational.ts'
import { type Conversion, DEFAULT_CONVERSION } from '../../../calendar/duration.ts'
import { countedTimes } from '../../../graph/counted-time.ts'
import { ALWAYS, type Diagram, NEVER } from '../../../graph/decision-diagram.ts'
import { layCourse } from '../../../graph/flow-course.ts'
import type { FlowGraph } from '../../../graph/flow-graph.ts'
import { flowSituations } from '../../../graph/matter-conditions.ts'
import { longest } from '../../../graph/plain-path.ts'
import { createAspect, listClasses } from '../../../graph/situation-classes.ts'
import { orderTasks, type TaskOrder } from './task-order.ts'

/** More classes of situations than this are not told apart: then every step counts at its longest. */
const MOST_CLASSES = 64

/** The steps of a flow as tasks that offices have to do, by number in the order of their names (待办任务). */
export interface OfficeTasks {
  readonly names: readonly string[]
  readonly order: TaskOrder
  /** How long each takes, a list for each class of situations that takes longest in some step. Unit: 1 / `scale` workdays. */
  readonly classes: readonly (readonly bigint[])[]
  /** At its longest, whatever the situation. */
  readonly longest: readonly bigint[]
  readonly scale: bigint
  /** True where the classes are all there are. */
  readonly isExact: boolean
  /** True where some applicant needs all of them. */
  readonly canMeet: (tasks: readonly number[]) => boolean
}

/** Lists the steps of a flow as tasks. The names decide their numbers, so that it does not matter how they were listed. */
export function listTasks(graph: FlowGraph, conversion: Conversion = DEFAULT_CONVERSION): OfficeTasks {
  const { nodes, edges } = graph
  const byName = nodes.map((_, id) => id).sort((a, b) => compareNames(nodes[a]?.name ?? '', nodes[b]?.name ?? ''))
  const numbers = new Map(byName.map((id, task) => [id, task]))
  const before = byName.map((id) =>
    edges.inEdge
      .slice(edges.inStart[id], edges.inStart[id + 1])
      .flatMap((edge) => numbers.get(edges.source[edge] ?? -1) ?? []),
  )
  const times = countedTimes(graph, conversion, 'application')
  const space = flowSituations(graph)
  const course = layCourse(graph, times, space)
  const scale = times
    .flatMap(({ lengths }) => lengths.map(({ workdays }) => workdays.den))
    .reduce(leastCommonMultiple, 1n)
  const scaled = ({ num, den }: Rational) => num * (scale / den)
  const all = byName.map((id) => scaled(longest(times[id])))
  const aspects = byName.map((id) => {
    const modes = course.chains.modes[id] ?? []
    const parts = modes.map(({ situations, workdays }) => ({ situations, value: scaled(workdays) }))
    const idle = parts.reduce<Diagram>(
      (rest, { situations }) => space.store.and(rest, space.store.not(situations)),
      ALWAYS,
    )
    return createAspect(space.store, [...parts, { situations: idle, value: 0n }], String)
  })
  // Where everything can take its longest at once, nothing else can make the whole longer.
  const worst = aspects.reduce<Diagram>((set, { parts }, task) => {
    const atLongest = parts.find(({ value }) => value === all[task])
    return atLongest === undefined ? NEVER : space.store.and(set, atLongest.situations)
  }, ALWAYS)
  const classes: (readonly bigint[])[] = space.store.isSatisfiable(worst) ? [all] : []
  if (classes.length === 0) {
    for (const { outcome } of listClasses(space.store, ALWAYS, aspects)) {
      classes.push(outcome)
      if (classes.length > MOST_CLASSES) break
    }
  }
  const isExact = classes.length > 0 && classes.length <= MOST_CLASSES
  return {
    names: byName.map((id) => nodes[id]?.name ?? ''),
    order: orderTasks(before),
    classes: isExact ? withoutShorter(classes) : [all],
    longest: all,
    scale,
    isExact,
    canMeet: (tasks) =>
      tasks.reduce<Diagram>((set, task) => space.store.and(set, course.runs[byName[task] ?? -1] ?? NEVER), ALWAYS) !==
      NEVER,
  }
}

/** A class in which nothing takes longer than in another can never be the one that takes longest. */
function withoutShorter(classes: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] {
  const isWithin = (a: readonly bigint[], b: readonly bigint[]) => a.every((length, task) => length <= (b[task] ?? 0n))
  return classes.filter(
    (each, place) =>
      !classes.some((other, at) => at !== place && isWithin(each, other) && (at < place || !isWithin(other, each))),
  )
}

/** By code points, the same on every machine. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
