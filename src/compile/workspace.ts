import type { SourceFile } from '../base/source-file.ts'
import { requireDate } from '../calendar/require-date.ts'
import { parseObserved } from '../syntax/parse.ts'
import { type Compilation, compileCorpus } from './compile-corpus.ts'
import type { CompiledWorkspace, CompileOptions } from './compiled.ts'
import { requireSources } from './require-sources.ts'
import { splitAgain } from './split-again.ts'
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

/** A state of the files; once compiled it forgets the states before it, of which it has taken what still holds. */
interface State {
  readonly files: readonly SplitFile[]
  compilation: Compilation | undefined
  before: State | undefined
}

/** Opens `.zw` files to be compiled now and again after changes (打开工作区). Throws a TypeError for what are no files, or no date. */
export function openWorkspace(sources: readonly SourceFile[], options: CompileOptions = {}): Workspace {
  requireSources(sources)
  requireDate(options.asOf)
  return workspaceOf({ files: sources.map(read), compilation: undefined, before: undefined }, options)
}

function workspaceOf(state: State, options: CompileOptions): Workspace {
  const { files } = state
  const next = (changed: readonly SplitFile[]) =>
    workspaceOf({ files: changed, compilation: undefined, before: state }, options)
  return {
    get result() {
      state.compilation ??= compileCorpus(files, options, lastCompilation(state))
      state.before = undefined
      return state.compilation.result
    },
    update: (uri, text) => {
      const source = { uri, text }
      const at = files.findIndex((file) => file.source.uri === uri)
      const file = files[at]
      return next(file === undefined ? [...files, read(source)] : files.with(at, splitAgain(source, file)))
    },
    remove: (uri) => next(files.filter(({ source }) => source.uri !== uri)),
  }
}

/** The nearest compilation on the way to a state. */
function lastCompilation({ before }: State): Compilation | undefined {
  let state = before
  while (state !== undefined && state.compilation === undefined) state = state.before
  return state?.compilation
}

function read(source: SourceFile): SplitFile {
  return splitBlocks(parseObserved(source))
}
