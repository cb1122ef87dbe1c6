import type { SourceFile } from '../base/source-file.ts'
import type { CompiledWorkspace, CompileOptions } from './compiled.ts'
import { openWorkspace } from './workspace.ts'

/**
 * Compiles `.zw` sources (编译): text → syntax tree → model → flow graph, with everything that is found on the way.
 * Bad text never throws: what cannot be used is reported and left out. All sources are one corpus: names of one are known
 * in the others. To compile again after a change, see {@link openWorkspace}.
 */
export function compile(sources: readonly SourceFile[], options: CompileOptions = {}): CompiledWorkspace {
  return openWorkspace(sources, options).result
}
