import { add, compare, type Rational, rational, ZERO } from '../../base/rational.ts'
import { type Conversion, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { prepareClassPaths } from '../../graph/class-paths.ts'
import { countedTimes } from '../../graph/counted-time.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { startMeasuring } from '../../graph/measuring.ts'
import type { Matter } from '../../model/matter.ts'
import { chooseClasses } from '../cases/choose-classes.ts'
import { timeAspects } from '../cases/outcome-aspects.ts'
import { type MeasurableMatter, measuringOptions, type ReportOptions } from '../matter-report.ts'
import {
  type Assessment,
  assessClass,
  type SituationCertainty,
  type StepWeight,
  weighSteps,
} from './situation-certainty.ts'
import { distributionOf, longestTime, namedTimes, type StepTime, seenTime, writtenTimes } from './step-times.ts'
import { gridFor } from './time-grid.ts'

/** How the certainty of a matter is assessed. */
export interface CertaintyReportOptions extends ReportOptions {
  /** The share of cases that the promise to be found shall keep. Default: 95 %. */
  readonly share?: Rational | undefined
  /** What cases took at single steps, by the name or 编码 of the matter, then the step; it replaces what is written. Unit: workdays. */
  readonly seen?: ReadonlyMap<string, ReadonlyMap<string, readonly Rational[]>> | undefined
  /** For flows that are not series–parallel: how many cases are drawn, and from which seed. */
  readonly runs?: number | undefined
  readonly seed?: number | undefined
  /** Most kinds of situations that are assessed. Default: 100. */
  readonly most?: number | undefined
}

/** How surely a matter keeps its promise (承诺的把握). */
export interface MatterCertainty {
  readonly matter: Matter
  readonly file: string | undefined
  /** The share of cases that {@link SituationCertainty.keptBy} is about. */
  readonly share: Rational
  /** The steps whose times are known to differ, in the order of the flow. */
  readonly timed: readonly string[]
  /** The other steps that count: taken to use up their 时限 every time. */
  readonly assumed: readonly string[]
  /** How finely times are told apart; `exact` is false where some count as longer than they are. Unit: workdays. */
  readonly cell: Rational
  readonly exactTimes: boolean
  /** The least certain first. */
  readonly situations: readonly SituationCertainty[]
  /** What each step means for the promise in the first of these, the one that can give most first. */
  readonly sensitivity: readonly StepWeight[]
  /** False where there are more kinds of situations than were assessed; the slowest is always among them. */
  readonly complete: boolean
}

/** Cases that are drawn for all situations of a matter together, and for each at least. */
const MOST_RUNS = 100_000
const LEAST_RUNS = 10_000
const MOST_SITUATIONS = 100
/** Telling situations apart takes more room than a check may have. */
const ROOM = 2_000_000
/** The share that is usually asked for. */
const USUAL_SHARE: Rational = rational(95, 100)

/**
 * How surely a matter keeps its promise, in each kind of situation, by how long its steps really take. Null where no
 * step that counts says how long it takes: nothing is made up.
 */
export function assessCertainty(
  measurable: MeasurableMatter,
  options: CertaintyReportOptions = {},
): MatterCertainty | null {
  const { matter, graph, file } = measurable
  const { share = USUAL_SHARE, most = MOST_SITUATIONS, conversion = DEFAULT_CONVERSION, countFrom } = options
  const known = knownTimes(matter, conversion, options)
  if (known.size === 0) return null
  const counted = countedTimes(graph, conversion, countFrom ?? 'application')
  const isTimed = (node: number) => counted[node]?.counted === true && known.has(graph.nodes[node]?.name ?? '')
  const names = graph.nodes.map(({ name }) => name)
  const timed = names.filter((_, node) => isTimed(node))
  if (timed.length === 0) return null
  const space = matterSituations(matter, graph, ROOM)
  const measuring = startMeasuring(matter, graph, { ...measuringOptions(measurable, options), space })
  const paths = prepareClassPaths(graph, space, conversion, countFrom)
  const { classes, complete } = chooseClasses(measuring, timeAspects(measuring, isTimed), paths, most)
  const limits = counted.map(({ lengths }) => lengths.map(({ workdays }) => workdays))
  const assumed = limits.filter((_, node) => !isTimed(node))
  const times = timed.flatMap((name) => known.get(name) ?? [])
  const total = [...times.map(longestTime), ...assumed.map(longest)].reduce(add, ZERO)
  const grid = gridFor([...times.flatMap(namedTimes), ...assumed.flat()], total)
  const laid = new Map(
    [...known].flatMap(([name, time]) =>
      timed.includes(name) ? [[name, distributionOf(time, grid.factor)] as const] : [],
    ),
  )
  const runs = options.runs ?? Math.max(LEAST_RUNS, Math.floor(MOST_RUNS / classes.length))
  const plan: Assessment = {
    measuring,
    limits: limits.map(longest),
    grid,
    laid,
    isTimed,
    share,
    runs,
    seed: options.seed,
  }
  const assessed = classes.map((each) => assessClass(each, plan)).sort((a, b) => byCertainty(a.result, b.result))
  const [worst] = assessed
  return {
    matter,
    file,
    share,
    timed,
    assumed: names.filter((_, node) => counted[node]?.counted === true && !isTimed(node)),
    cell: grid.cell,
    exactTimes: grid.exact,
    situations: assessed.map(({ result }) => result),
    sensitivity: worst === undefined ? [] : weighSteps(worst, plan),
    complete,
  }
}

function knownTimes(
  matter: Matter,
  conversion: Conversion,
  { seen }: CertaintyReportOptions,
): ReadonlyMap<string, StepTime> {
  const known = new Map(writtenTimes(matter.flow, conversion))
  for (const [step, workdays] of seen?.get(matter.name) ?? seen?.get(matter.code ?? '') ?? []) {
    const time = seenTime(workdays)
    if (time !== undefined) known.set(step, time)
  }
  return known
}

function longest(lengths: readonly Rational[]): Rational {
  return lengths.reduce((most, one) => (compare(one, most) > 0 ? one : most), ZERO)
}

/** Without a promise last; else the smaller share first, then the longer promise that would be kept. */
function byCertainty(a: SituationCertainty, b: SituationCertainty): number {
  if (a.kept === null || b.kept === null) {
    if (a.kept !== b.kept) return a.kept === null ? 1 : -1
    return compare(b.keptBy, a.keptBy)
  }
  return compare(a.kept, b.kept) || compare(b.keptBy, a.keptBy)
}
