/**
 * Compression of legal time limits, measured exactly (压减核算): `zhengwu/analysis`.
 * Works on matters and graphs as plain data, for instance read from JSON; no parser is needed.
 */

export { printPercent } from '../base/print-percent.ts'
export type { Rational } from '../base/rational.ts'
export type { Conversion } from '../calendar/duration.ts'
// Flows: drawing, running, paths
export { type BuiltGraph, buildGraph } from '../graph/build-graph.ts'
// Measuring one matter, piece by piece
export {
  type Basis,
  type Compression,
  compressionRatio,
  DEFAULT_BASIS,
  type Exclusion,
  type Figure,
  type Measured,
  measureCompression,
} from '../graph/compression.ts'
export type { CountFrom } from '../graph/counted-time.ts'
export { type CountedSubject, type Counts, countsOf } from '../graph/counts.ts'
// Situations: what holds always, never, or when
export {
  ALWAYS,
  type Diagram,
  type DiagramStore,
  type DiagramTest,
  type Literal,
  NEVER,
  UNDECIDED,
} from '../graph/decision-diagram.ts'
export { createEvaluator, type Evaluator, type Truth } from '../graph/evaluate-condition.ts'
export type { Facts, FactValue } from '../graph/fact-value.ts'
export {
  type Coverage,
  coverageOf,
  findNeverRunning,
  findResultless,
  findUntakenBranches,
  type NeverRuns,
  overlapOf,
} from '../graph/flow-checks.ts'
export {
  type FlowBranch,
  type FlowEdges,
  type FlowFact,
  type FlowGraph,
  type FlowNode,
  type FlowNodeKind,
  type FlowSituation,
  NO_BRANCH,
} from '../graph/flow-graph.ts'
export type { FlowProblem } from '../graph/flow-problem.ts'
export { findGraphFaults } from '../graph/graph-faults.ts'
export { hashGraph } from '../graph/hash-graph.ts'
export { formerLimits, limitsInForce } from '../graph/limits-in-force.ts'
export { flowSituations, matterSituations } from '../graph/matter-conditions.ts'
export {
  type GivenFigure,
  type LimitClass,
  type Measuring,
  type MeasuringOptions,
  startMeasuring,
} from '../graph/measuring.ts'
export type { Until } from '../graph/path-endings.ts'
export type { PathResult, PathStep } from '../graph/path-result.ts'
export { criticalPath, type PathOptions, serialSum } from '../graph/paths.ts'
export { computeReachability, type Reachability } from '../graph/reachability.ts'
export { type FlowRun, type NodeOutcome, runFlow } from '../graph/run-flow.ts'
export type { Schedule, ScheduledStep } from '../graph/schedule.ts'
export { printSituation, type SituationPart, type SituationWitness } from '../graph/situation.ts'
export { implies, type SituationSpace, type Verdict, verdictOf } from '../graph/situation-space.ts'
export { ceilingFor, STATUTORY_CEILINGS, type StatutoryCeiling } from '../graph/statutory-ceilings.ts'
export {
  type CountVerdict,
  type DecidedVerdict,
  judgeTarget,
  type Reduction,
  type Requirement,
  requirementOf,
  satisfies,
  type TargetVerdict,
  type TimeVerdict,
  type Undecided,
  type UndecidedVerdict,
} from '../graph/target-verdict.ts'
export type { MatterType } from '../model/terms.ts'
// Reports on matters and catalogues
export {
  type CatalogueOptions,
  type CatalogueReport,
  measureCatalogue,
  type SelectionStandings,
} from './catalogue-report.ts'
export { type CatalogueTotal, type Share, type SumOfCuts, totalOf } from './catalogue-total.ts'
export { describeExclusion, exclusionOf, type ReportExclusion } from './exclusion.ts'
export { type Grouping, groupReports, type ReportGroup } from './group-reports.ts'
export type { LimitFigure } from './longest-limit.ts'
// What a report tells about one matter beside its figures
export { compileDossier, type LimitInWords, type LimitsThen, type MatterDossier } from './matter-dossier.ts'
export {
  type InForce,
  type MatterReport,
  type MeasurableMatter,
  measureMatter,
  type ReportOptions,
} from './matter-report.ts'
export { printBasis, type ReportJson, reportToJson } from './report-json.ts'
// Verifying: targets and scenarios
export type { ScenarioOptions } from './run-scenario.ts'
export type { CheckedAssertion, Finding, ScenarioResult } from './scenario-result.ts'
export type { CountCut, Former, Streamlining, StreamliningTotal } from './streamlining.ts'
export type { BrokenPromise } from './verify-bundles.ts'
export { type Unchecked, type VerifyOutcome, verifyToJson } from './verify-json.ts'
export { type ScenarioVerification, type UncoveredRequirement, verifyScenarios } from './verify-scenarios.ts'
export { type SelectionCheck, verifySelections, type WrittenSelectionTarget } from './verify-selection.ts'
export type { Excluded, Laggard, SumCheck } from './verify-sum.ts'
export {
  type TargetCheck,
  type TargetOptions,
  type TargetTally,
  type Verification,
  type VerifyOptions,
  verifyTargets,
  withTargets,
} from './verify-targets.ts'
