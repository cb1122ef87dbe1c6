import type { CompiledWorkspace } from '../compile/compiled.ts'
import { openWorkspace, type Workspace } from '../compile/workspace.ts'
import type { CliIo } from './io.ts'
import { announce } from './progress.ts'
import type { ReadWorkspace } from './read-sources.ts'

/**
 * Compiles the sources of a command as of a date, and says so while it takes long. What imported files define is there for
 * those that the user named, and is not itself what the command is about.
 */
export function compileSources(read: ReadWorkspace, asOf: string, io: CliIo): CompiledWorkspace {
  const { result } = openSources(read, asOf, io)
  const { named } = read
  if (named.size === read.sources.length) return result
  const isNamed = ({ file }: { readonly file: string }) => named.has(file)
  const versions = new Map([...result.versions].filter(([, each]) => each.some(isNamed)))
  return {
    ...result,
    versions,
    matters: new Map([...result.matters].filter(([name]) => versions.has(name))),
    bundles: new Map([...result.bundles].filter(([, bundle]) => isNamed(bundle))),
    selectionTargets: new Map([...result.selectionTargets].filter(([, target]) => isNamed(target))),
  }
}

/** All that the sources hold, imported ones too, to be compiled again after changes. */
export function openSources({ sources }: ReadWorkspace, asOf: string, io: CliIo): Workspace {
  const size = sources.reduce((sum, { text }) => sum + text.length, 0)
  const files = `${sources.length}个文件`
  const workspace = announce(io, `解析${files}`, size, () => openWorkspace(sources, { asOf }))
  // Worked out here, where the user is told to wait, and kept for whoever asks.
  announce(io, `检查${files}`, size, () => workspace.result)
  return workspace
}
