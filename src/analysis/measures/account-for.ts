import { compare, max, type Rational, subtract, sumOf, ZERO } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../../calendar/duration.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { SituationWitness } from '../../graph/situation.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { MEASURE_EFFECTS } from './measure-effects.ts'
import type { Account, Saving } from './measure-trial.ts'
import { mergedName } from './merge-steps.ts'
import { lengthBeforeMeasures } from './plan-problem.ts'

/** A chain of steps that is too long before any measure shortens its steps (超时的链条). */
export interface LongChain {
  readonly steps: readonly { readonly name: string /** Unit: workdays. */; readonly workdays: Rational }[]
  /** Unit: workdays. */
  readonly workdays: Rational
  /** What it may take. Unit: workdays. */
  readonly allowed: Rational
  readonly situation: SituationWitness | null
  /** Names of the measures that are taken on it already; none where it stands as it was before any. */
  readonly taken: readonly string[]
}

/** Measures that were tried, and the chain that they leave too long. */
export interface Miss {
  readonly path: PathResult
  /** Unit: workdays. */
  readonly allowed: Rational
  readonly chosen: ReadonlySet<number>
}

/**
 * The accounts of a chain that is too long under some measures. The first one takes the chain as it is before any
 * measure shortens its steps; the second one takes it as it is now, and counts what the other measures can still save.
 */
export function accountsFor(
  miss: Miss,
  matter: Matter,
  measures: readonly Measure[],
  conversion: Conversion,
): readonly [Account<LongChain>, Account<LongChain>] {
  const { path, chosen } = miss
  const taken = measures.filter((_, number) => chosen.has(number))
  const before = path.steps.map(({ name, workdays }) => ({
    name,
    workdays: lengthBefore(name, workdays, matter, taken, conversion),
  }))
  const lengths = new Map<string, Rational>()
  for (const { name, workdays } of before) {
    const parts = taken.find((one) => isMerge(one) && mergedName(one.steps) === name)?.steps
    if (parts === undefined) lengths.set(name, workdays)
    else for (const part of parts) lengths.set(part, lengthBeforeMeasures(matter, part, conversion))
  }
  const now = new Map(path.steps.map(({ name, workdays }) => [name, workdays]))
  const savings = measures.flatMap((one, number) => savingsOf(one, number, lengths, chosen.has(number), conversion))
  const rest = measures.flatMap((one, number) =>
    chosen.has(number) ? [] : savingsOf(one, number, now, false, conversion),
  )
  const names = taken.map(({ name }) => name)
  return [accountOf('chain', before, [], miss, savings), accountOf('rest', path.steps, names, miss, rest)]
}

function accountOf(
  kind: 'chain' | 'rest',
  steps: LongChain['steps'],
  taken: readonly string[],
  { path, allowed }: Miss,
  savings: readonly Saving[],
): Account<LongChain> {
  const workdays = sumOf(steps.map((step) => step.workdays))
  const reason = { steps, workdays, allowed, situation: path.situation, taken }
  return { kind, need: subtract(workdays, allowed), savings, reason }
}

/** The least that a step can have taken before measures shortened it to what it takes now. */
function lengthBefore(
  name: string,
  now: Rational,
  matter: Matter,
  taken: readonly Measure[],
  conversion: Conversion,
): Rational {
  const limits = taken.flatMap(({ steps, limit }) =>
    limit && steps.includes(name) ? [workdaysOf(limit, conversion)] : [],
  )
  if (!limits.some((limit) => compare(limit, now) === 0)) return now
  const step = matter.flow.find((item) => item.kind === 'step' && item.name === name)
  const before = step?.kind === 'step' ? step.limits.map(({ limit }) => workdaysOf(limit, conversion)) : []
  const possible = before.filter((length) => compare(length, now) >= 0)
  return possible.reduce((least, length) => (compare(length, least) < 0 ? length : least), possible[0] ?? now)
}

/** The most that a measure can take off each part of a chain, given the lengths of its steps. */
function savingsOf(
  { name, kind, steps, limit }: Measure,
  measure: number,
  lengths: ReadonlyMap<string, Rational>,
  isTaken: boolean,
  conversion: Conversion,
): readonly Saving[] {
  const { order } = MEASURE_EFFECTS[kind]
  const own = steps.flatMap((part) => {
    const length = lengths.get(part)
    return length === undefined ? [] : [{ part, length }]
  })
  const saves = (part: string, workdays: Rational) => (workdays.num > 0n ? [{ measure, part, workdays }] : [])
  if (order === 'gone' || order === 'merged')
    return isTaken ? [] : own.flatMap(({ part, length }) => saves(part, length))
  const shorter = own.flatMap(({ part, length }) => (limit ? saves(part, savedBy(length, limit, conversion)) : []))
  if (order === 'kept' || isTaken) return shorter
  const all = sumOf(own.map(({ length }) => length))
  const longest = own.reduce((most, { length }) => max(most, length), ZERO)
  return [...shorter, ...saves(`并联 ${name}`, subtract(all, longest))]
}

function savedBy(length: Rational, limit: NonNullable<Measure['limit']>, conversion: Conversion): Rational {
  return max(ZERO, subtract(length, workdaysOf(limit, conversion)))
}

function workdaysOf(limit: NonNullable<Measure['limit']>, conversion: Conversion): Rational {
  return convertToWorkdays(limit, conversion) ?? ZERO
}

function isMerge({ kind }: Measure): boolean {
  return MEASURE_EFFECTS[kind].order === 'merged'
}
