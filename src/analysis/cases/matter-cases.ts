import { compare, type Rational } from '../../base/rational.ts'
import { type ClassPaths, prepareClassPaths } from '../../graph/class-paths.ts'
import { DEFAULT_BASIS, type Measured, measureCompression } from '../../graph/compression.ts'
import { ALWAYS } from '../../graph/decision-diagram.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { type Measuring, startMeasuring } from '../../graph/measuring.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { RequiredMaterial } from '../../graph/required-materials.ts'
import { type ClassCount, countClasses, type SituationClass } from '../../graph/situation-classes.ts'
import { describeSituations, type SituationWords } from '../../graph/situation-words.ts'
import { judgeTarget, type TargetVerdict } from '../../graph/target-verdict.ts'
import type { Matter } from '../../model/matter.ts'
import type { LimitFigure } from '../longest-limit.ts'
import { type MeasurableMatter, measuringOptions, type ReportOptions } from '../matter-report.ts'
import { chooseClasses } from './choose-classes.ts'
import { type LimitKind, type OutcomePart, outcomeAspects } from './outcome-aspects.ts'

/** How the cases of a matter are listed. */
export interface CasesOptions extends ReportOptions {
  /** Most cases of one matter that are listed; the others are counted. Default: 100. */
  readonly most?: number | undefined
}

/** All situations with one and the same outcome (一类情形). */
export interface MatterCase {
  /** Which they are; facts that do not matter are not named. */
  readonly situations: SituationWords
  /** The steps and special procedures that run, in the order of the flow. */
  readonly steps: readonly string[]
  readonly materials: readonly RequiredMaterial[]
  /** Null where there is no flow. */
  readonly criticalPath: PathResult | null
  /** All steps that run one after the other. Unit: workdays. */
  readonly serial: Rational
  readonly statutory: LimitFigure | null
  readonly promised: LimitFigure | null
  /** By the basis of the report, in this case. */
  readonly measured: Measured
  /** The targets of the matter, each by its own 口径, in this case. */
  readonly targets: readonly TargetVerdict[]
}

/** The check list of a matter (核对表): its situations by their outcomes. */
export interface MatterCases {
  readonly matter: Matter
  readonly file: string | undefined
  /** How many different outcomes there are. */
  readonly count: ClassCount
  /** Longest path first where all are listed; else the longest, the shortest, and then as the facts come. */
  readonly cases: readonly MatterCase[]
  /** True where every case is listed. */
  readonly complete: boolean
}

const MOST_CASES = 100
/** Telling many cases apart takes more room than a check may have. */
const ROOM = 2_000_000
/** Most alternatives by which one case is told. */
const MOST_ALTERNATIVES = 8

/** Lists the situations of a matter by their outcomes, however many facts there are, and counts those not listed. */
export function listCases(measurable: MeasurableMatter, options: CasesOptions = {}): MatterCases {
  const { matter, graph, file } = measurable
  const { most = MOST_CASES } = options
  const settings = measuringOptions(measurable, options)
  const space = matterSituations(matter, graph, ROOM)
  const measuring = startMeasuring(matter, graph, { ...settings, space })
  const aspects = outcomeAspects(measuring, limitKinds(matter, options))
  const paths = prepareClassPaths(graph, space, settings.conversion, settings.countFrom)
  const chosen = chooseClasses(measuring, aspects, paths, most)
  const cases = chosen.classes.map((each) => measureCase(measuring, paths, each, options))
  return {
    matter,
    file,
    // Last, since counting may use up what room the store has.
    count: atLeast(countClasses(space.store, ALWAYS, aspects), cases.length),
    cases: chosen.complete ? cases.toSorted(byPath) : cases,
    complete: chosen.complete,
  }
}

/** A count that is not exact is no smaller than what is listed. */
function atLeast({ count, exact }: ClassCount, listed: number): ClassCount {
  return { count: count < BigInt(listed) ? BigInt(listed) : count, exact }
}

/** The limits whose differences make cases: a promise of before counts only where something is compared with it. */
function limitKinds({ targets }: Matter, { basis }: CasesOptions): readonly LimitKind[] {
  const compared = [basis, ...targets.map((target) => target.basis)]
  const former = compared.some((each) => each?.before === 'formerPromise' || each?.after === 'formerPromise')
  return ['statutory', 'promised', ...(former ? (['formerPromise'] as const) : [])]
}

function measureCase(
  measuring: Measuring,
  paths: ClassPaths,
  { situations, outcome }: SituationClass<OutcomePart>,
  { basis = DEFAULT_BASIS }: CasesOptions,
): MatterCase {
  const { matter, graph } = measuring
  const limitOf = (kind: LimitKind): LimitFigure | null => {
    const limit = outcome.flatMap((part) => (part.kind === kind ? [part.limit] : []))[0]
    return limit === undefined ? null : { rule: limit.rule, workdays: limit.workdays ?? null, situation: null }
  }
  return {
    situations: describeSituations(measuring.space(), situations, MOST_ALTERNATIVES),
    steps: outcome.flatMap((part) => (part.kind === 'step' && part.runs ? [graph.nodes[part.node]?.name ?? ''] : [])),
    materials: outcome.flatMap((part) => (part.kind === 'materials' ? part.materials : [])),
    criticalPath: paths.criticalPathIn(situations) ?? null,
    serial: paths.serialIn(situations),
    statutory: limitOf('statutory'),
    promised: limitOf('promised'),
    measured: measureCompression(measuring, basis, situations),
    targets: matter.targets.map((target) => judgeTarget(measuring, target, situations)),
  }
}

function byPath(a: MatterCase, b: MatterCase): number {
  if (a.criticalPath === null || b.criticalPath === null) return 0
  return compare(b.criticalPath.workdays, a.criticalPath.workdays)
}
