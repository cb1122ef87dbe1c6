import type { Rational } from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import { type Conversion, DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { type Basis, DEFAULT_BASIS, type Measured, measureCompression } from '../graph/compression.ts'
import { type CountFrom, findUntimed } from '../graph/counted-time.ts'
import { countsOf } from '../graph/counts.ts'
import { ALWAYS } from '../graph/decision-diagram.ts'
import type { Facts } from '../graph/fact-value.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import { type GivenFigure, type MeasuringOptions, startMeasuring } from '../graph/measuring.ts'
import type { PathResult } from '../graph/path-result.ts'
import { judgeTarget, type TargetVerdict } from '../graph/target-verdict.ts'
import type { Condition } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import type { UnreadScenarios } from '../model/unread-scenarios.ts'
import type { SelectionMeasure } from './bundle/measure-bundle.ts'
import { type LimitFigure, longestLimit } from './longest-limit.ts'
import { compareWithFormer, type Former, type Streamlining } from './streamlining.ts'

/** A matter with its flow, as the compiler makes it or as read from JSON. */
export interface MeasurableMatter {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** Where it was written, for people. */
  readonly file?: string | undefined
  /** What it is compared with; its promise is the 基准时限. Null where there is nothing to compare with. */
  readonly former?: Former | null | undefined
  /**
   * The version before it: its promise is the 原承诺时限 where the matter's own lines never changed, and its materials, steps
   * and trips are those that targets of cutting them are measured against. Where there is none, what it is compared with.
   */
  readonly previous?: Former | null | undefined
  /** Its 用例 that have lines with errors: they are not run. */
  readonly unread?: UnreadScenarios | undefined
  /** Lines of it could not be used: nobody can say whether its targets are met (没有读全). */
  readonly partial?: true | undefined
  /** What it is made of, where a 一件事 makes it. */
  readonly made?: BundledOf | undefined
}

/** What a matter is made of that a 一件事 makes (合成的事项由什么组成). */
export interface BundledOf {
  readonly components: readonly PossibleComponent[]
  /** Its figures for each combination of components that the facts leave open, by the rules of a day. */
  readonly measure: (facts: Facts, asOf: string | undefined) => readonly SelectionMeasure[]
}

/** A 子项 and for whom it belongs to the 一件事; for everybody where nothing is said. */
interface PossibleComponent {
  readonly name: string
  readonly when?: Condition | undefined
  readonly origin?: Origin | undefined
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
  /** 实际办理时间 by the name or the 编码 of a matter: what finished cases took on average. Unit: workdays. */
  readonly actual?: ReadonlyMap<string, Rational> | undefined
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
  /** Against the version it is compared with; null without one. */
  readonly streamlining: Streamlining | null
}

/** Measures one matter: its limits on a date, its paths, its compression and its targets, all with exact numbers. */
export function measureMatter(measurable: MeasurableMatter, options: ReportOptions = {}): MatterReport {
  const { matter, graph, file, former } = measurable
  const { basis = DEFAULT_BASIS } = options
  const settings = measuringOptions(measurable, options)
  const measuring = startMeasuring(matter, graph, settings)
  return {
    matter,
    file,
    inForce: inForceOn(matter, options.asOf),
    statutory: longestLimit(measuring, 'statutory'),
    promised: longestLimit(measuring, 'promised'),
    formerPromise: longestLimit(measuring, 'formerPromise'),
    criticalPath: measuring.pathIn(ALWAYS) ?? null,
    fromAcceptance: measuring.pathIn(ALWAYS, 'acceptance') ?? null,
    toDecision: measuring.pathIn(ALWAYS, 'acceptance', 'decision') ?? null,
    serial: measuring.serialIn(ALWAYS) ?? null,
    untimed: findUntimed(graph).map(({ name }) => name),
    basis,
    measured: measureCompression(measuring, basis),
    targets: matter.targets.map((target) => judgeTarget(measuring, target)),
    streamlining: former ? compareWithFormer(measuring, former, settings) : null,
  }
}

/** How one matter is measured, with the figures that come from outside it: the 基准时限 and the 实际办理时间. */
export function measuringOptions(
  { matter, former, previous }: MeasurableMatter,
  options: ReportOptions,
): MeasuringOptions {
  const { asOf, conversion = DEFAULT_CONVERSION, countFrom, actual } = options
  const promise = former ? formerPromise(former, conversion) : former
  const earlier = previous ?? former
  const took = actual && (actual.get(matter.name) ?? actual.get(matter.code ?? '') ?? null)
  return {
    asOf,
    conversion,
    countFrom,
    ...(earlier && { formerCounts: countsOf(earlier.matter) }),
    given: {
      ...(promise !== undefined && { baseline: promise }),
      ...(previous && { formerPromise: formerPromise(previous, conversion) }),
      ...(took !== undefined && { actual: took && { workdays: took, rule: null } }),
    },
  }
}

function formerPromise({ matter, graph, asOf }: Former, conversion: Conversion): GivenFigure | null {
  const limit = longestLimit(startMeasuring(matter, graph, { asOf, conversion }), 'promised')
  return limit?.workdays ? { workdays: limit.workdays, rule: limit.rule } : null
}

/** Whether a matter is in force on a day (施行状态); always where no day is meant. */
export function inForceOn({ effectiveFrom, effectiveTo }: Matter, asOf: string | undefined): InForce {
  if (asOf === undefined) return 'inForce'
  if (effectiveFrom !== undefined && effectiveFrom > asOf) return 'notYet'
  return effectiveTo !== undefined && effectiveTo < asOf ? 'noLonger' : 'inForce'
}
