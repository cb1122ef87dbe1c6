import { add, compare, max, type Rational, subtract, ZERO } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../../calendar/duration.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { SituationWitness } from '../../graph/situation.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import type { Account } from './choose-measures.ts'
import { MEASURE_EFFECTS } from './measure-effects.ts'
import { mergedName } from './merge-steps.ts'
import { longestLimit } from './plan-problem.ts'

/** A chain of steps that is too long before any measure shortens its steps (超时的链条). */
export interface LongChain {
  readonly steps: readonly { readonly name: string /** Unit: workdays. */; readonly workdays: Rational }[]
  /** Unit: workdays. */
  readonly workdays: Rational
  /** What it may take. Unit: workdays. */
  readonly allowed: Rational
  readonly situation: SituationWitness | null
}

/**
 * The account of a chain that is too long under some measures: what it takes before any measure shortens its steps, and
 * the most that each measure can take off it, whatever else is taken.
 */
export function accountFor(
  path: PathResult,
  allowed: Rational,
  chosen: ReadonlySet<number>,
  matter: Matter,
  measures: readonly Measure[],
  conversion: Conversion,
): Account<LongChain> {
  const taken = measures.filter((_, number) => chosen.has(number))
  const steps = path.steps.map(({ name, workdays }) => ({
    name,
    workdays: lengthBefore(name, workdays, matter, taken, conversion),
  }))
  const total = sumOf(steps.map(({ workdays }) => workdays))
  const lengths = new Map<string, Rational>()
  for (const { name, workdays } of steps) {
    const parts = taken.find((one) => isMerge(one) && mergedName(one.steps) === name)?.steps
    if (parts === undefined) lengths.set(name, workdays)
    else for (const part of parts) lengths.set(part, longestLimit(matter, part, conversion))
  }
  const savings = new Map<number, Rational>()
  measures.forEach((one, number) => {
    const saving = savingOf(one, lengths, chosen.has(number), conversion)
    if (saving.num > 0n) savings.set(number, saving)
  })
  const reason = { steps, workdays: total, allowed, situation: path.situation }
  return { kind: 'chain', need: subtract(total, allowed), savings, reason }
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

/** The most that a measure can take off a chain, given the lengths of its steps before any measure. */
function savingOf(
  { kind, steps, limit }: Measure,
  lengths: ReadonlyMap<string, Rational>,
  isTaken: boolean,
  conversion: Conversion,
): Rational {
  const own = steps.flatMap((name) => lengths.get(name) ?? [])
  const { order } = MEASURE_EFFECTS[kind]
  const shorter =
    limit === undefined || order === 'merged' ? [] : own.map((length) => savedBy(length, limit, conversion))
  const byLimit = sumOf(shorter)
  if (isTaken || order === 'kept') return byLimit
  const all = sumOf(own)
  if (order !== 'sideBySide') return all
  const besides = subtract(
    all,
    own.reduce((longest, length) => max(longest, length), ZERO),
  )
  return add(besides, byLimit)
}

function savedBy(length: Rational, limit: Measure['limit'], conversion: Conversion): Rational {
  return max(ZERO, subtract(length, limit === undefined ? length : workdaysOf(limit, conversion)))
}

function workdaysOf(limit: NonNullable<Measure['limit']>, conversion: Conversion): Rational {
  return convertToWorkdays(limit, conversion) ?? ZERO
}

function isMerge({ kind }: Measure): boolean {
  return MEASURE_EFFECTS[kind].order === 'merged'
}

function sumOf(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO)
}
