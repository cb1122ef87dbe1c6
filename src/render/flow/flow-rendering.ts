import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'

/** How far a case has come with a step (环节的进度). */
export type StepProgress = 'done' | 'current' | 'overdue' | 'skipped'

/** What a picture of a flow tells beside the flow, and how (流程图的画法). */
export interface FlowRendering {
  /** The flow of the matter, where the caller has it already. */
  readonly graph?: FlowGraph | undefined
  /** What is known of an applicant: the way taken then is told apart from the others. */
  readonly given?: Facts | undefined
  /** How far a case has come, by the names of its steps. */
  readonly progress?: ReadonlyMap<string, StepProgress> | undefined
  /** A number for a step, such as how many cases are there, by its name. */
  readonly counts?: ReadonlyMap<string, number> | undefined
  /** Unit of `counts`. Default: 件. */
  readonly countUnit?: string | undefined
  /** What a 一件事 is made of: its steps are framed by component, its results are drawn from where they come to where they go. */
  readonly bundle?: Pick<BundledMatter, 'order' | 'steps' | 'feeds'> | undefined
  /** The day whose limits are shown, `YYYY-MM-DD`. Default: those that came last. */
  readonly asOf?: string | undefined
  /** Default: the name of the matter. */
  readonly title?: string | undefined
  /** `narrow` has smaller boxes and two of them side by side at most, for phones. Default: `wide`. */
  readonly size?: 'wide' | 'narrow' | undefined
  /** False leaves out title, limits, notes and legend, for pages that have their own. Default: true. */
  readonly framed?: boolean | undefined
  /** What the ids within the picture begin with, where a page has several of the same matter. */
  readonly idPrefix?: string | undefined
}
