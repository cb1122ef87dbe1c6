import type { Facts } from '../../graph/fact-value.ts'
import type { Matter } from '../../model/matter.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type AdmissionExplanation, explainAdmission } from './explain-admission.ts'
import { type DecisionExplanation, explainDecisions } from './explain-decisions.ts'
import { type FailingReasons, failingReasons } from './failing-reasons.ts'
import type { InquiryOptions } from './inquiry.ts'
import { type NextQuestion, nextQuestion } from './next-question.ts'
import { type Outlook, outlookFor } from './outlook.ts'
import { type ChangeOptions, type SmallestChanges, smallestChanges } from './smallest-changes.ts'

/** Everything that there is to say to one applicant (给申请人的说明). */
export interface Advice {
  readonly matter: Matter
  readonly facts: Facts
  /** The day whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf: string | undefined
  readonly admission: AdmissionExplanation
  readonly reasons: FailingReasons
  readonly changes: SmallestChanges
  readonly outlook: Outlook
  readonly decisions: readonly DecisionExplanation[]
  /** Undefined where nothing is left to ask. */
  readonly next: NextQuestion | undefined
}

/** Says everything to one applicant (说明和预期): conditions, reasons, what would help, what to expect, what to ask next. */
export function adviseApplicant(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  options: InquiryOptions & ChangeOptions = {},
): Advice {
  return {
    matter: measurable.matter,
    facts,
    asOf: options.asOf,
    admission: explainAdmission(measurable, facts, options),
    reasons: failingReasons(measurable, facts, options),
    changes: smallestChanges(measurable, facts, options),
    outlook: outlookFor(measurable, facts, options),
    decisions: explainDecisions(measurable, facts),
    next: nextQuestion(measurable, facts, options),
  }
}
