/**
 * Explanations for one applicant (说明): `zhengwu/explain`. Which conditions hold, fail or are open and why, what to ask
 * next, and what the applicant has to expect. Works on matters and graphs as plain data; no parser is needed.
 */

export type { Rational } from '../../base/rational.ts'
export type { Truth } from '../../graph/evaluate-condition.ts'
export type { Facts, FactValue } from '../../graph/fact-value.ts'
export type { RequiredMaterial } from '../../graph/required-materials.ts'
export type { MeasurableMatter } from '../matter-report.ts'
export { adviceToJson, outlookToJson } from './advice-json.ts'
export { type Advice, adviseApplicant } from './advise.ts'
export type { CountRange } from './count-ranges.ts'
export {
  type AdmissionExplanation,
  explainAdmission,
  type RequirementExplanation,
  type RequirementState,
} from './explain-admission.ts'
export { type DecisionExplanation, type DecisionRow, explainDecisions } from './explain-decisions.ts'
export type { Circumstances } from './explained-case.ts'
export { type FailingReason, type FailingReasons, failingReasons } from './failing-reasons.ts'
export type { InquiryOptions, Matters } from './inquiry.ts'
export { type NextQuestion, nextQuestion, prepareQuestions, type Questions } from './next-question.ts'
export {
  type Expected,
  type Outlook,
  type Outlooks,
  outlookFor,
  type Pending,
  prepareOutlooks,
  type TimeRange,
} from './outlook.ts'
export type { FactChange, Remedy } from './remedy.ts'
export { type ChangeOptions, type SmallestChanges, smallestChanges } from './smallest-changes.ts'
export type { ConditionTrace } from './trace-condition.ts'
