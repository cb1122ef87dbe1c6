import type { SourceFile } from '../base/source-file.ts'
import type { Overlay } from '../calendar/arrangement.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Matter } from '../model/matter.ts'
import type { SelectionTarget } from '../model/selection-target.ts'
import type { UnreadScenarios } from '../model/unread-scenarios.ts'

/** One matter as compiled (编译后的事项). */
export interface CompiledMatter {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** The file that it was written in. */
  readonly file: string
  /** The version before it, with its last day in force (前一版); absent where it is the first. */
  readonly previous?: {
    readonly matter: Matter
    readonly graph: FlowGraph
    readonly asOf: string | undefined
  }
  /** What an 实施清单 is based on (基于); absent for a 事项. */
  readonly basedOn?: CompiledMatter
  /** Its 用例 that have lines with errors; absent where there are none. */
  readonly unread?: UnreadScenarios
  /** Its text has errors: what they touch is not in the matter, so no case may run on it. */
  readonly faulty?: true
  /** Of these errors some touch lines that figures may rest on, so that its figures are none (没有读全). */
  readonly partial?: true
}

/** One bundle as compiled (编译后的一件事). */
export interface CompiledBundle {
  readonly bundle: Bundle
  /** The matters of its components by the names that the bundle gives them; without those not in the workspace. */
  readonly components: ReadonlyMap<string, CompiledMatter>
  /** The file that it was written in. */
  readonly file: string
  /** Its 用例 that have lines with errors; absent where there are none. */
  readonly unread?: UnreadScenarios
  /** Its text has errors: what they touch is not in the bundle, so its figures are none. */
  readonly faulty?: true
  /** Of these errors some touch lines that figures may rest on, of it or of a component (没有读全). */
  readonly partial?: true
}

/** One 目标 over several matters as compiled (编译后的一批事项的目标). */
export interface CompiledSelectionTarget {
  readonly target: SelectionTarget
  /** The file that it was written in. */
  readonly file: string
  /** Lines of it have errors, so that less is asked here than is written; absent where none have. */
  readonly isFaulty?: true
}

/** One version of a matter (事项的版本) with its days in force, first and last included; open where there is none. */
export interface MatterVersion extends CompiledMatter {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What a compilation may be told. */
export interface CompileOptions {
  /** The day whose limits the checks look at, `YYYY-MM-DD`; the latest ones where it is left out. */
  readonly asOf?: string | undefined
}

/** All matters of some sources, with everything found in them (工作区). */
export interface CompiledWorkspace {
  readonly asOf?: string | undefined
  /**
   * By name, in the order of the sources; of several versions the one in force on the day, and where none is the one that
   * ended last, or is the first to come.
   */
  readonly matters: ReadonlyMap<string, CompiledMatter>
  /** All versions of each of these matters by the same name, earliest first. */
  readonly versions: ReadonlyMap<string, readonly MatterVersion[]>
  /** The 工作日历 by name, to be laid over the published notices with `createCalendar({ overlays })`. */
  readonly calendars: ReadonlyMap<string, Overlay>
  /** The bundles by name, each in the version in force on the day. */
  readonly bundles: ReadonlyMap<string, CompiledBundle>
  /** The 目标 over several matters by name; `zw verify` says whether they are met. */
  readonly selectionTargets: ReadonlyMap<string, CompiledSelectionTarget>
  /** In the order of the sources and of their text. */
  readonly diagnostics: readonly Diagnostic[]
  /** What could not be checked whole before the errors are mended: 流程, 时限 … */
  readonly waiting: readonly string[]
  readonly sources: readonly SourceFile[]
}
