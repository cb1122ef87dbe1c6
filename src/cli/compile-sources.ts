import type { SourceFile } from '../base/source-file.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import { openWorkspace, type Workspace } from '../compile/workspace.ts'
import type { CliIo } from './io.ts'
import { announce } from './progress.ts'

/** Compiles the sources of a command as of a date, and says so while it takes long. */
export function compileSources(sources: readonly SourceFile[], asOf: string, io: CliIo): CompiledWorkspace {
  return openSources(sources, asOf, io).result
}

/** {@link compileSources}, to be compiled again after changes. */
export function openSources(sources: readonly SourceFile[], asOf: string, io: CliIo): Workspace {
  const size = sources.reduce((sum, { text }) => sum + text.length, 0)
  const workspace = openWorkspace(sources, { asOf })
  announce(io, `检查${sources.length}个文件`, size, () => workspace.result)
  return workspace
}
