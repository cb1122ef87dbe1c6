import type { SourceFile } from '../base/source-file.ts'
import { parse } from '../syntax/parse.ts'
import { compileCorpus, type KnownBlocks } from './compile-corpus.ts'
import type { CompiledWorkspace, CompileOptions } from './compiled.ts'
import { type SplitFile, splitBlocks } from './split-blocks.ts'

/**
 * An open set of files (打开的工作区). It never changes: an update gives another workspace, which shares all that the
 * change does not touch and has the same result as compiling its sources from scratch.
 */
export interface Workspace {
  /** Worked out when it is first asked for. */
  readonly result: CompiledWorkspace
  /** The workspace with this text in the file, which is added at the end where it was not there. */
  readonly update: (uri: string, text: string) => Workspace
  /** The workspace without the file. */
  readonly remove: (uri: string) => Workspace
}

/** What is kept from one compilation to the next. */
interface Kept {
  readonly files: WeakMap<SourceFile, SplitFile>
  readonly blocks: KnownBlocks
}

/** Opens `.zw` files to be compiled now and again after changes (打开工作区). */
export function openWorkspace(sources: readonly SourceFile[], options: CompileOptions = {}): Workspace {
  return workspaceOf(sources, options, { files: new WeakMap(), blocks: new WeakMap() })
}

function workspaceOf(sources: readonly SourceFile[], options: CompileOptions, kept: Kept): Workspace {
  let result: CompiledWorkspace | undefined
  return {
    get result() {
      result ??= compileCorpus(
        sources.map((source) => split(source, kept)),
        options,
        kept.blocks,
      )
      return result
    },
    update: (uri, text) => {
      const isThere = sources.some((source) => source.uri === uri)
      const changed = isThere
        ? sources.map((source) => (source.uri === uri ? { uri, text } : source))
        : [...sources, { uri, text }]
      return workspaceOf(changed, options, kept)
    },
    remove: (uri) =>
      workspaceOf(
        sources.filter((source) => source.uri !== uri),
        options,
        kept,
      ),
  }
}

function split(source: SourceFile, { files }: Kept): SplitFile {
  let file = files.get(source)
  if (file === undefined) {
    file = splitBlocks(parse(source))
    files.set(source, file)
  }
  return file
}
