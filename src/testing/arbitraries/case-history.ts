import type { Facts } from '../../graph/fact-value.ts'
import type { ScenarioEvent } from '../../model/scenario.ts'

/** A piece of work of a case with its first and last day, `YYYY-MM-DD` (时间段). */
export interface CaseSpan {
  readonly name: string
  readonly from: string
  readonly to: string
  /** How long it took, exact. Unit: workdays. */
  readonly workdays: string
}

/** The course of one finished case (办件经过), its dates as civil dates `YYYY-MM-DD`. */
export interface CaseHistory {
  readonly matter: string
  /** All that was known of the case, with 申请日期 and 受理日期. */
  readonly facts: Facts
  readonly submittedOn: string
  readonly acceptedOn: string
  /** Undefined where no step of the stage 决定 ran. */
  readonly decidedOn: string | undefined
  readonly closedOn: string
  /** In the order of the flow; what did not run is not there. */
  readonly steps: readonly CaseSpan[]
  /** 补正: from the request to what was handed in. */
  readonly supplements: readonly CaseSpan[]
  readonly procedures: readonly CaseSpan[]
  /** The same case as a 用例 tells it. */
  readonly events: readonly ScenarioEvent[]
}
