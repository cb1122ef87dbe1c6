import { compare, type Rational } from '../base/rational.ts'
import { type Conversion, DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { type Basis, DEFAULT_BASIS, type Measured, measureCompression } from '../graph/compression.ts'
import { type CountFrom, findUntimed } from '../graph/counted-time.ts'
import { ALWAYS } from '../graph/decision-diagram.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import { type LimitClass, type Measuring, startMeasuring } from '../graph/measuring.ts'
import type { PathResult } from '../graph/path-result.ts'
import type { SituationWitness } from '../graph/situation.ts'
import { judgeTarget, type TargetVerdict } from '../graph/target-verdict.ts'
import type { Matter } from '../model/matter.ts'
import type { TimeLimit } from '../model/time-limit.ts'

/** A matter with its flow, as the compiler makes it or as read from JSON. */
export interface MeasurableMatter {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** Where it was written, for people. */
  readonly file?: string | undefined
}

/** How a report is made (核算口径). */
export interface ReportOptions {
  /** The date whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  /** Default: 法定时限→承诺时限. */
  readonly basis?: Basis | undefined
  /** Default: the usual conversion table, which is shown with the result. */
  readonly conversion?: Conversion | undefined
  /** Default: over all listed steps, as guides count. */
  readonly countFrom?: CountFrom | undefined
}

/** A limit in force on the date of the report: the longest one, where it differs by situation. */
export interface LimitFigure {
  readonly rule: TimeLimit
  /** Unit: workdays. Null for 无法定时限. */
  readonly workdays: Rational | null
  /** Null where the limit holds in every situation. */
  readonly situation: SituationWitness | null
}

/** Whether a matter is in force on the date of the report (施行状态). */
export type InForce = 'inForce' | 'notYet' | 'noLonger'

/** What measuring one matter gives (单项核算). Paths are null where the matter has no flow. */
export interface MatterReport {
  readonly matter: Matter
  readonly file: string | undefined
  readonly inForce: InForce
  readonly statutory: LimitFigure | null
  readonly promised: LimitFigure | null
  readonly formerPromise: LimitFigure | null
  /** Over all listed steps or from acceptance, as the options say, in the worst situation. */
  readonly criticalPath: PathResult | null
  /** From the day after acceptance to the end. */
  readonly fromAcceptance: PathResult | null
  /** From the day after acceptance to the decision, as the statute counts; null without a step of the stage 决定. */
  readonly toDecision: PathResult | null
  /** The steps of the worst situation one after the other. */
  readonly serial: PathResult | null
  /** Steps without 时限, which count 0: paths over them are lower bounds. */
  readonly untimed: readonly string[]
  readonly basis: Basis
  /** By the basis of the report. */
  readonly measured: Measured
  /** Each by its own 口径. */
  readonly targets: readonly TargetVerdict[]
}

/** Measures one matter: its limits on a date, its paths, its compression and its targets, all with exact numbers. */
export function measureMatter(measurable: MeasurableMatter, options: ReportOptions = {}): MatterReport {
  const { matter, graph, file } = measurable
  const { asOf, basis = DEFAULT_BASIS, conversion = DEFAULT_CONVERSION, countFrom } = options
  const measuring = startMeasuring(matter, graph, { asOf, conversion, countFrom })
  return {
    matter,
    file,
    inForce: inForceOn(matter, asOf),
    statutory: longest(measuring, measuring.statutory()),
    promised: longest(measuring, measuring.promised()),
    formerPromise: longest(measuring, measuring.formerPromise()),
    criticalPath: measuring.pathIn(ALWAYS) ?? null,
    fromAcceptance: measuring.pathIn(ALWAYS, 'acceptance') ?? null,
    toDecision: measuring.pathIn(ALWAYS, 'acceptance', 'decision') ?? null,
    serial: measuring.serialIn(ALWAYS) ?? null,
    untimed: findUntimed(graph).map(({ name }) => name),
    basis,
    measured: measureCompression(measuring, basis),
    targets: matter.targets.map((target) => judgeTarget(measuring, target)),
  }
}

function inForceOn({ effectiveFrom, effectiveTo }: Matter, asOf: string | undefined): InForce {
  if (asOf === undefined) return 'inForce'
  if (effectiveFrom !== undefined && effectiveFrom > asOf) return 'notYet'
  return effectiveTo !== undefined && effectiveTo < asOf ? 'noLonger' : 'inForce'
}

/** The longest of the limits that can apply; 无法定时限 is longer than any other. */
function longest(measuring: Measuring, classes: readonly LimitClass[]): LimitFigure | null {
  const worst = classes.reduce<LimitClass | undefined>(
    (best, candidate) => (best === undefined || isLonger(candidate, best) ? candidate : best),
    undefined,
  )
  if (worst === undefined) return null
  return { rule: worst.rule, workdays: worst.workdays ?? null, situation: measuring.witnessOf(worst.situations) }
}

function isLonger({ workdays: a }: LimitClass, { workdays: b }: LimitClass): boolean {
  return b !== undefined && (a === undefined || compare(a, b) > 0)
}
