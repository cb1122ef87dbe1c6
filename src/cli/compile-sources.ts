import type { SourceFile } from '../base/source-file.ts'
import { compile } from '../compile/compile.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import type { CliIo } from './io.ts'
import { announce } from './progress.ts'

/** Compiles the sources of a command as of a date, and says so while it takes long. */
export function compileSources(sources: readonly SourceFile[], asOf: string, io: CliIo): CompiledWorkspace {
  const size = sources.reduce((sum, { text }) => sum + text.length, 0)
  return announce(io, `检查${sources.length}个文件`, size, () => compile(sources, { asOf }))
}
