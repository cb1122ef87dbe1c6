import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import type { Matter } from '../model/matter.ts'

/** One matter as compiled (编译后的事项). */
export interface CompiledMatter {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** The file that it was written in. */
  readonly file: string
}

/** What a compilation may be told. */
export interface CompileOptions {
  /** The day whose limits the checks look at, `YYYY-MM-DD`; the latest ones where it is left out. */
  readonly asOf?: string | undefined
}

/** All matters of some sources, with everything found in them (工作区). */
export interface CompiledWorkspace {
  readonly asOf?: string | undefined
  /** By name, in the order of the sources. */
  readonly matters: ReadonlyMap<string, CompiledMatter>
  /** In the order of the sources and of their text. */
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: readonly SourceFile[]
}
