import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'

/** What a 横道图 tells beside the steps, and how (横道图的画法). */
export interface GanttRendering {
  /** The flow of the matter, where the caller has it already. */
  readonly graph?: FlowGraph | undefined
  /** What is known of an applicant; the longest case of what is left open. */
  readonly given?: Facts | undefined
  /** The day of the application, `YYYY-MM-DD`, and the calendar: then it is drawn on real dates. */
  readonly start?: { readonly date: string; readonly calendar: Calendar } | undefined
  /** What a 一件事 is made of: its steps stand under the names of their components. */
  readonly bundle?: Pick<BundledMatter, 'order' | 'steps' | 'feeds'> | undefined
  /** The day whose limits are shown, `YYYY-MM-DD`. Default: those that came last. */
  readonly asOf?: string | undefined
  /** Default: the name of the matter. */
  readonly title?: string | undefined
  /** `narrow` for phones. Default: `wide`. */
  readonly size?: 'wide' | 'narrow' | undefined
  /** What the ids within the picture begin with, where a page has several of the same matter. */
  readonly idPrefix?: string | undefined
}
