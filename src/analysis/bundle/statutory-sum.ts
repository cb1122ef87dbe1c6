import { parseCivilDate, printCivilDate } from '../../calendar/civil-date.ts'
import { DEFAULT_CONVERSION, type Duration, printDuration } from '../../calendar/duration.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import { startMeasuring } from '../../graph/measuring.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { longestLimit } from '../longest-limit.ts'
import type { Component } from './component.ts'
import { allOf, anyOf, type Formula, not } from './formula.ts'
import { sumOfLimits } from './limit-arithmetic.ts'

/** More components than this that may be left out, each with a limit, have too many sums to list. */
const MOST_OPTIONAL = 8

/** A stretch of days on which the same limits are in force; open where a side is left out. */
interface Period {
  readonly from?: string
  readonly to?: string
}

interface Part {
  readonly component: Component
  readonly limit: Duration
}

/**
 * 法定时限 of a bundle: for each set of components the sum of theirs, as the baseline of the bundle has it (基准, ruling 21);
 * a timeline where theirs change. 无法定时限 where one takes part that has none. None where nothing can be added up.
 */
export function sumStatutoryLimits(bundle: Bundle, components: readonly Component[]): readonly TimeLimit[] {
  const lines = periodsOf(components).flatMap((period) => linesIn(period, bundle, components))
  return lines.every(({ limit }) => limit.unit === 'unlimited') ? [] : lines
}

function linesIn(period: Period, bundle: Bundle, components: readonly Component[]): readonly TimeLimit[] {
  const parts: Part[] = []
  const without: Component[] = []
  for (const component of components) {
    const limit = longestStatutory(component.matter, period.from ?? period.to)
    if (limit === undefined) without.push(component)
    else parts.push({ component, limit })
  }
  const line = (when: Formula, limit: Duration, notes: readonly string[]): TimeLimit => ({
    limit,
    ...period,
    sources: [],
    notes,
    ...(typeof when !== 'boolean' && { when }),
    ...(bundle.origin !== undefined && { origin: bundle.origin }),
  })
  const unlimited = anyOf(without.map(({ selected }) => selected))
  const first = unlimited === false ? [] : [line(unlimited, { unit: 'unlimited' }, [noteOfMissing(without)])]
  if (unlimited === true) return first
  const optional = parts.filter(({ component, limit }) => component.selected !== true && 'amount' in limit)
  if (optional.length > MOST_OPTIONAL) return first
  const rest = subsetsOf(optional).flatMap((chosen): readonly TimeLimit[] => {
    const taking = parts.filter((part) => part.component.selected === true || chosen.includes(part))
    const when = allOf(
      optional.map((part) => (chosen.includes(part) ? part.component.selected : not(part.component.selected))),
    )
    const limit = sumOfLimits(taking.map((part) => part.limit))
    return taking.length === 0 || limit === undefined ? [] : [line(when, limit, [noteOfSum(taking)])]
  })
  return [...first, ...rest]
}

function noteOfMissing(components: readonly Component[]): string {
  return `没有法定时限的子项：${components.map(({ name }) => name).join('、')}`
}

function noteOfSum(parts: readonly Part[]): string {
  return `各子项法定时限之和：${parts.map(({ component, limit }) => `${component.name}${printDuration(limit)}`).join('、')}`
}

/** Every choice among the parts, all of them first. */
function subsetsOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  return parts.reduce<readonly (readonly Part[])[]>(
    (subsets, part) => subsets.flatMap((chosen) => [[...chosen, part], chosen]),
    [[]],
  )
}

/** The longest limit of a matter in force on a day, whatever the situation; undefined for none, or 无法定时限. */
export function longestStatutory(matter: Matter, day: string | undefined): Duration | undefined {
  const [first] = limitsInForce(matter.statutoryLimits, day)
  if (first === undefined) return undefined
  const longest =
    first.when === undefined
      ? first
      : longestLimit(
          startMeasuring(matter, buildGraph(matter).graph, { conversion: DEFAULT_CONVERSION, asOf: day }),
          'statutory',
        )?.rule
  return longest === undefined || longest.limit.unit === 'unlimited' ? undefined : longest.limit
}

/** The days on which limits begin or cease to be in force part the time. */
function periodsOf(components: readonly Component[]): readonly Period[] {
  const starts = new Set<string>()
  for (const { matter } of components) {
    for (const { from, to } of matter.statutoryLimits) {
      if (from !== undefined) starts.add(from)
      const next = to === undefined ? undefined : shift(to, 1)
      if (next !== undefined) starts.add(next)
    }
  }
  const days = [...starts].sort()
  return [undefined, ...days].map((from, index) => {
    const next = days[index]
    const to = next === undefined ? undefined : shift(next, -1)
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  })
}

function shift(date: string, days: number): string | undefined {
  const day = parseCivilDate(date)
  return day.ok ? printCivilDate(day.value + days) : undefined
}
