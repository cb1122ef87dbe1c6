import type { Rational } from '../../base/rational.ts'
import { readExact } from './exact-scale.ts'
import type { ExactNumber, PlanNetwork } from './network.ts'
import type { NetworkProblem, NetworkProblemCode } from './network-answer.ts'

/** A network whose numbers are read and whose names are positions. */
export interface CheckedNetwork {
  readonly deadline: Rational
  readonly activities: readonly CheckedActivity[]
  readonly measures: readonly CheckedMeasure[]
  readonly removable: readonly CheckedOrder[]
}

interface CheckedMode {
  readonly duration: Rational
  readonly cost: Rational
  readonly uses: readonly number[]
}

interface CheckedActivity {
  readonly id: string
  readonly predecessors: readonly number[]
  readonly modes: readonly CheckedMode[]
}

interface CheckedMeasure {
  readonly id: string
  readonly cost: Rational
  readonly requires: readonly number[]
  readonly excludes: readonly number[]
}

interface CheckedOrder {
  readonly before: number
  readonly after: number
  readonly cost: Rational
  readonly uses: readonly number[]
}

/** Reads a network; every fault that one place alone shows is a problem. Cycles come with building the order. */
export function checkNetwork(network: PlanNetwork): CheckedNetwork | readonly NetworkProblem[] {
  if (!hasShape(network)) {
    return [
      {
        code: 'bad-shape',
        place: '',
        message: '网络的结构不对：应有 activities 列表和 deadline，每项活动有 id、predecessors、modes',
      },
    ]
  }
  const problems: NetworkProblem[] = []
  const report = (code: NetworkProblemCode, place: string, message: string) => {
    problems.push({ code, place, message })
  }
  const number = (value: ExactNumber, place: string, what: string): Rational => {
    const exact = readExact(value)
    if (exact === undefined) {
      report('bad-number', place, `${what}“${String(value)}”不是精确数：请写整数、半数，或“2.5”“5/7”这样的文字`)
    } else if (exact.num < 0n) {
      report('negative-number', place, `${what}“${String(value)}”不能小于0`)
    }
    return exact ?? { num: 0n, den: 1n }
  }
  const positions = (list: readonly { readonly id: string }[], place: string, what: string) => {
    const found = new Map<string, number>()
    for (const [at, { id }] of list.entries()) {
      if (found.has(id)) report('duplicate-id', `${place}[${at}].id`, `${what}“${id}”重复`)
      else found.set(id, at)
    }
    return found
  }
  const { activities, measures = [], removable = [] } = network
  const activityAt = positions(activities, 'activities', '活动编号')
  const measureAt = positions(measures, 'measures', '措施编号')
  const measuresOf = (ids: readonly string[] | undefined, place: string): readonly number[] =>
    (ids ?? []).flatMap((id, i) => {
      const at = measureAt.get(id)
      if (at === undefined) report('unknown-measure', `${place}[${i}]`, `没有编号为“${id}”的措施`)
      return at === undefined ? [] : [at]
    })
  const activity = (id: string, place: string, what: string): number => {
    const at = activityAt.get(id)
    if (at === undefined) report('unknown-activity', place, `${what}“${id}”不在活动之列`)
    return at ?? -1
  }
  const checked: CheckedNetwork = {
    deadline: number(network.deadline, 'deadline', '期限'),
    activities: activities.map(({ id, predecessors, modes }, a) => {
      const place = `activities[${a}]`
      if (modes.length === 0) report('no-modes', `${place}.modes`, `活动“${id}”没有任何办理方式`)
      return {
        id,
        predecessors: predecessors.map((before, i) => activity(before, `${place}.predecessors[${i}]`, '前序活动')),
        modes: modes.map(({ duration, cost, uses }, m) => ({
          duration: number(duration, `${place}.modes[${m}].duration`, '时长'),
          cost: number(cost, `${place}.modes[${m}].cost`, '费用'),
          uses: measuresOf(uses, `${place}.modes[${m}].uses`),
        })),
      }
    }),
    measures: measures.map(({ id, cost, requires, excludes }, m) => ({
      id,
      cost: number(cost, `measures[${m}].cost`, '费用'),
      requires: measuresOf(requires, `measures[${m}].requires`),
      excludes: measuresOf(excludes, `measures[${m}].excludes`),
    })),
    removable: removable.map(({ before, after, cost, uses }, r) => ({
      before: activity(before, `removable[${r}].before`, '活动'),
      after: activity(after, `removable[${r}].after`, '活动'),
      cost: number(cost ?? 0, `removable[${r}].cost`, '费用'),
      uses: measuresOf(uses, `removable[${r}].uses`),
    })),
  }
  return problems.length > 0 ? problems : checked
}

/** Networks also come from JSON: lists and records where they belong. The numbers in them are checked one by one. */
function hasShape(network: PlanNetwork): boolean {
  const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined)
  const all = (value: unknown, holds: (item: Readonly<Record<string, unknown>>) => boolean) =>
    list(value)?.every((item) => typeof item === 'object' && item !== null && holds({ ...item })) === true
  const absentOr = (value: unknown, holds: (value: unknown) => boolean) => value === undefined || holds(value)
  const names = (value: unknown) => list(value)?.every((item) => typeof item === 'string') === true
  const { activities, measures, removable } = typeof network === 'object' && network !== null ? network : {}
  return (
    all(
      activities,
      ({ id, predecessors, modes }) =>
        typeof id === 'string' && names(predecessors) && all(modes, ({ uses }) => absentOr(uses, names)),
    ) &&
    absentOr(measures, (given) =>
      all(
        given,
        ({ id, requires, excludes }) =>
          typeof id === 'string' && absentOr(requires, names) && absentOr(excludes, names),
      ),
    ) &&
    absentOr(removable, (given) =>
      all(
        given,
        ({ before, after, uses }) => typeof before === 'string' && typeof after === 'string' && absentOr(uses, names),
      ),
    )
  )
}
