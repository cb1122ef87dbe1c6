/**
 * How surely a promise is kept (承诺的把握): `zhengwu/certainty`. Distributions of the time that a matter takes, exact
 * where its flow is series–parallel, with the share of cases that a promise keeps and the promise that a share keeps; for
 * a matter as a whole by what its steps say of their 实际用时, or for any flow with any times.
 */

export { parseRational, printRational, type Rational, rational } from '../../base/rational.ts'
export type { Conversion } from '../../calendar/duration.ts'
export type { Facts } from '../../graph/fact-value.ts'
export type { FlowGraph } from '../../graph/flow-graph.ts'
export { printSituationWords, type SituationWords } from '../../graph/situation-words.ts'
export type { LimitFigure } from '../longest-limit.ts'
export type { MeasurableMatter } from '../matter-report.ts'
export {
  assessCertainty,
  type CertaintyReportOptions,
  type MatterCertainty,
} from './assess-certainty.ts'
export { certaintyToJson } from './certainty-json.ts'
export {
  type CaseShare,
  type CertaintyOptions,
  type CompletionTime,
  completionTime,
  type NetworkTime,
  type StepSensitivity,
  sensitivityOf,
} from './completion-time.ts'
export {
  certain,
  type Distribution,
  estimated,
  meanTime,
  noLonger,
  observed,
  oneAfterAnother,
  oneOf,
  shareWithin,
  theLater,
  timeKeptBy,
} from './distribution.ts'
export type { LadderStep } from './promise-ladder.ts'
export type { Method, SituationCertainty, StepWeight } from './situation-certainty.ts'
