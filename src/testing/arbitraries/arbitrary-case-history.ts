import fc from 'fast-check'
import type { MeasurableMatter } from '../../analysis/matter-report.ts'
import { multiply, rational } from '../../base/rational.ts'
import { type Calendar, createCalendar } from '../../calendar/calendar.ts'
import { parseCivilDate } from '../../calendar/civil-date.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../../calendar/duration.ts'
import type { StepLimit } from '../../model/flow.ts'
import { arbitraryFacts } from './arbitrary-facts.ts'
import type { CaseHistory } from './case-history.ts'
import { type CaseLengths, layOutCase } from './lay-out-case.ts'

/** Which cases there are (办件的范围). */
export interface HistoryOptions {
  /** Default: the published notices on days off. */
  readonly calendar?: Calendar
  /** First and last day of submission, `YYYY-MM-DD`; default: the year 2025. */
  readonly from?: string
  readonly to?: string
  /** Steps may take up to twice their 时限; default: none does. */
  readonly overruns?: boolean
}

/** Where no 时限 is written: so long at most. Unit: half workdays. */
const MOST_UNTIMED = 20

/**
 * Any finished case of a matter (任意办件经过): submission, acceptance, 补正, 特别程序, decision and end, on dates that follow
 * from its flow, its facts and the calendar, to the half workday.
 */
export function arbitraryCaseHistory(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  options: HistoryOptions = {},
): fc.Arbitrary<CaseHistory> {
  const { calendar = createCalendar(), from = '2025-01-01', to = '2025-12-31', overruns = false } = options
  const submitted = fc.integer({ min: dayOf(from), max: dayOf(to) })
  return fc
    .tuple(arbitraryFacts(measurable), submitted, lengthsOf(measurable, overruns))
    .map(([facts, day, lengths]) => layOutCase(measurable, facts, day, lengths, calendar))
    .filter((history) => history !== undefined)
}

function lengthsOf(
  { matter, graph }: Pick<MeasurableMatter, 'matter' | 'graph'>,
  overruns: boolean,
): fc.Arbitrary<CaseLengths> {
  const upTo = (limits: readonly Duration[]) => fc.nat({ max: mostHalves(limits) * (overruns ? 2 : 1) })
  const supplements = matter.supplements.map(({ name, supplementLimit }) =>
    sometimes(name, upTo(supplementLimit === undefined ? [] : [supplementLimit])),
  )
  const floating = graph.floating.map(({ name, limits }) => sometimes(name, upTo(written(limits))))
  return fc.record({
    nodes: fc.tuple(...graph.nodes.map(({ limits }) => upTo(written(limits)))),
    supplements: fc.tuple(...supplements).map(happening),
    floating: fc.tuple(...floating).map(happening),
  })
}

type Named = readonly [name: string, halves: number]

function sometimes(name: string, length: fc.Arbitrary<number>): fc.Arbitrary<Named | undefined> {
  return fc.option(
    length.map((halves): Named => [name, halves]),
    { nil: undefined },
  )
}

function happening(some: readonly (Named | undefined)[]): ReadonlyMap<string, number> {
  return new Map(some.filter((one) => one !== undefined))
}

function written(limits: readonly StepLimit[]): readonly Duration[] {
  return limits.map(({ limit }) => limit)
}

/** The shortest of the limits, which all situations keep. Unit: half workdays. */
function mostHalves(limits: readonly Duration[]): number {
  const halves = limits.flatMap((limit) => {
    const workdays = convertToWorkdays(limit, DEFAULT_CONVERSION)
    const { num, den } = workdays === undefined ? rational(MOST_UNTIMED) : multiply(workdays, rational(2))
    return Number(num / den)
  })
  return Math.min(...halves, limits.length === 0 ? MOST_UNTIMED : Number.POSITIVE_INFINITY)
}

function dayOf(date: string): number {
  const day = parseCivilDate(date)
  if (!day.ok) throw new TypeError(`“${date}”不是日期，请写成“2025-01-01”的样子`)
  return day.value
}
