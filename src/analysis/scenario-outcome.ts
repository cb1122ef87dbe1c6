import type { Calendar } from '../calendar/calendar.ts'
import type { Admission } from '../graph/admission.ts'
import type { Evaluator } from '../graph/evaluate-condition.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import type { RequiredMaterial } from '../graph/required-materials.ts'
import type { FlowRun } from '../graph/run-flow.ts'
import type { Matter } from '../model/matter.ts'
import type { BundledOf } from './matter-report.ts'
import type { ScenarioCase } from './scenario-case.ts'

/** All that came out for one case of a 用例. */
export interface Outcome {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** What it is made of, where a 一件事 makes it. */
  readonly made?: BundledOf | undefined
  readonly case: ScenarioCase
  readonly evaluator: Evaluator
  /** The day whose rules count; the latest rules without one. */
  readonly asOf: string | undefined
  readonly calendar: Calendar
  readonly admission: Admission
  readonly materials: readonly RequiredMaterial[]
  readonly run: FlowRun
}
