import { add, compare, divide, multiply, type Rational, rational, subtract, ZERO } from '../../base/rational.ts'
import { prepareClassPaths } from '../../graph/class-paths.ts'
import { countedTimes } from '../../graph/counted-time.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { type Measuring, startMeasuring } from '../../graph/measuring.ts'
import type { SituationClass } from '../../graph/situation-classes.ts'
import { describeSituations, type SituationWords } from '../../graph/situation-words.ts'
import type { Matter } from '../../model/matter.ts'
import { chooseClasses } from '../cases/choose-classes.ts'
import { type OutcomePart, timeAspects } from '../cases/outcome-aspects.ts'
import type { LimitFigure } from '../longest-limit.ts'
import { type MeasurableMatter, measuringOptions, type ReportOptions } from '../matter-report.ts'
import { type ChanceNetwork, waitsOf } from './chance-network.ts'
import { type NetworkTime, networkTime, type StepSensitivity } from './completion-time.ts'
import {
  certain,
  type Distribution,
  meanTime,
  noLonger,
  oneAfterAnother,
  shareWithin,
  timeKeptBy,
} from './distribution.ts'
import { type LadderStep, promiseLadder } from './promise-ladder.ts'
import { distributionOf, longestTime, namedTimes, type StepTime, seenTime, writtenTimes } from './step-times.ts'
import { gridFor, type TimeGrid } from './time-grid.ts'

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

/** The certainty in all situations in which the same steps run and the same promise holds. */
export interface SituationCertainty {
  readonly situations: SituationWords
  /** Null where nothing is promised. */
  readonly promised: LimitFigure | null
  /** The share of cases that keep the promise; null without one of a certain length. */
  readonly kept: Rational | null
  /** The shortest promise that the wanted share of cases keeps. Unit: workdays. */
  readonly keptBy: Rational
  /** Unit: workdays. */
  readonly mean: Rational
  /** The share of cases that each promise of whole days would keep, up to the first that all keep. */
  readonly ladder: readonly LadderStep[]
  readonly method: Method
}

/** How much the promise rests on one step (敏感性). Unit: shares of all cases. */
export interface StepWeight extends StepSensitivity {
  /** By how much the share rises if the step never takes longer than its 时限; null where it has none, or always takes longer. */
  readonly gain: Rational | null
}

/** Computed exactly, or drawn by chance with the standard error of every share at most. */
export type Method =
  | { readonly kind: 'exact' }
  | { readonly kind: 'sampled'; readonly runs: number; readonly seed: number; readonly standardError: Rational }

/** Cases that are drawn for all situations of a matter together, and for each at least. */
const MOST_RUNS = 100_000
const LEAST_RUNS = 10_000
const MOST_SITUATIONS = 100
/** Telling situations apart takes more room than a check may have. */
const ROOM = 2_000_000
/** Most alternatives by which one kind of situation is told. */
const MOST_ALTERNATIVES = 8

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
  const { share = USUAL_SHARE, most = MOST_SITUATIONS } = options
  const settings = measuringOptions(measurable, options)
  const counted = countedTimes(graph, settings.conversion, settings.countFrom ?? 'application')
  const known = knownTimes(matter, settings.conversion, options)
  const isTimed = (node: number) => counted[node]?.counted === true && known.has(graph.nodes[node]?.name ?? '')
  const names = graph.nodes.map(({ name }) => name)
  const timed = names.filter((_, node) => isTimed(node))
  if (timed.length === 0) return null
  const space = matterSituations(matter, graph, ROOM)
  const measuring = startMeasuring(matter, graph, { ...settings, space })
  const paths = prepareClassPaths(graph, space, settings.conversion, settings.countFrom)
  const { classes, complete } = chooseClasses(measuring, timeAspects(measuring, isTimed), paths, most)
  const limits = counted.map(({ lengths }) => lengths.map(({ workdays }) => workdays))
  const assumed = limits.filter((_, node) => !isTimed(node))
  const times = timed.flatMap((name) => known.get(name) ?? [])
  const total = [...times.map(longestTime), ...assumed.map(longest)].reduce(add, ZERO)
  const grid = gridFor([...times.flatMap(namedTimes), ...assumed.flat()], total)
  const laid = new Map(Array.from(known, ([name, time]) => [name, distributionOf(time, grid.factor)]))
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
  conversion: Measuring['options']['conversion'],
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

interface Assessment {
  readonly measuring: Measuring
  readonly grid: TimeGrid
  /** By the name of the step: its times on the grid. */
  readonly laid: ReadonlyMap<string, Distribution>
  readonly isTimed: (node: number) => boolean
  /** By node: the longest 时限; 0 without one. Unit: workdays. */
  readonly limits: readonly Rational[]
  readonly share: Rational
  readonly runs: number
  readonly seed: number | undefined
}

interface AssessedClass {
  readonly network: ChanceNetwork
  /** The nodes that run for a time known to differ. */
  readonly steps: readonly number[]
  readonly result: SituationCertainty
}

function assessClass({ situations, outcome }: SituationClass<OutcomePart>, plan: Assessment): AssessedClass {
  const { measuring, grid, share, runs, seed } = plan
  const { network, steps } = networkOf(outcome, plan)
  const time = networkTime(network, runs, seed)
  const limit = outcome.flatMap((part) => (part.kind === 'promised' ? [part.limit] : []))[0]
  const promised = limit === undefined ? null : { rule: limit.rule, workdays: limit.workdays ?? null, situation: null }
  const unscaled = (workdays: Rational) => divide(workdays, grid.factor)
  const result = {
    situations: describeSituations(measuring.space(), situations, MOST_ALTERNATIVES),
    promised,
    kept: promised?.workdays ? shareWithin(time.distribution, multiply(promised.workdays, grid.factor)) : null,
    keptBy: unscaled(timeKeptBy(time.distribution, share)),
    mean: unscaled(meanTime(time.distribution)),
    ladder: promiseLadder(time.distribution, grid.factor),
    method: methodOf(time),
  }
  return { network, steps, result }
}

function networkOf(
  outcome: readonly OutcomePart[],
  { measuring: { graph }, grid, laid, isTimed }: Assessment,
): Pick<AssessedClass, 'network' | 'steps'> {
  const times = graph.nodes.map(() => certain(ZERO))
  const ends: number[] = []
  const steps: number[] = []
  for (const part of outcome) {
    if (part.kind !== 'step' || !part.runs) continue
    const node = graph.nodes[part.node]
    if (node?.terminates) ends.push(part.node)
    const own = isTimed(part.node) ? laid.get(node?.name ?? '') : undefined
    if (own !== undefined) steps.push(part.node)
    times[part.node] = own ?? certain(multiply(part.workdays ?? ZERO, grid.factor))
  }
  return { network: { times, before: waitsOf(graph), ends }, steps }
}

function weighSteps(
  { network, steps, result }: AssessedClass,
  { measuring, grid, limits, runs, seed }: Assessment,
): readonly StepWeight[] {
  const { promised, kept } = result
  if (!promised?.workdays || kept === null) return []
  const within = multiply(promised.workdays, grid.factor)
  const keptIf = (node: number, own: Distribution) => {
    const times = network.times.map((time, other) => (other === node ? own : time))
    return shareWithin(networkTime({ ...network, times }, runs, seed).distribution, within)
  }
  const day = certain(grid.factor)
  const weights = steps.map((node): StepWeight => {
    const own = network.times[node] ?? certain(ZERO)
    const limit = multiply(limits[node] ?? ZERO, grid.factor)
    const isEverWithin = limit.num > 0n && shareWithin(own, limit).num > 0n
    return {
      step: measuring.graph.nodes[node]?.name ?? '',
      loss: subtract(kept, keptIf(node, oneAfterAnother(own, day))),
      gain: isEverWithin ? subtract(keptIf(node, noLonger(own, limit)), kept) : null,
    }
  })
  return weights.sort((a, b) => compare(b.gain ?? ZERO, a.gain ?? ZERO) || compare(b.loss, a.loss))
}

function methodOf(time: NetworkTime): Method {
  if (time.kind === 'exact') return { kind: 'exact' }
  const { runs, seed, standardError } = time
  return { kind: 'sampled', runs, seed, standardError }
}

/** Without a promise last; else the smaller share first, then the longer promise that would be kept. */
function byCertainty(a: SituationCertainty, b: SituationCertainty): number {
  if (a.kept === null || b.kept === null) {
    if (a.kept !== b.kept) return a.kept === null ? 1 : -1
    return compare(b.keptBy, a.keptBy)
  }
  return compare(a.kept, b.kept) || compare(b.keptBy, a.keptBy)
}
