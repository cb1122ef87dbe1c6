import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeText } from '../base/decode-text.ts'
import type { SourceFile } from '../base/source-file.ts'
import { importedPaths } from '../compile/imported-paths.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CommandFailure } from './command-failure.ts'
import { attempt, findFiles, isZwFile, STDIN_PATH } from './find-files.ts'
import type { CliIo } from './io.ts'
import { createProgress } from './progress.ts'

/** The texts a command works on, and what reading them found (ZW0101). */
export interface ReadSources {
  readonly sources: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The texts that a command compiles together. */
export interface ReadWorkspace extends ReadSources {
  /** Those of the sources that the user named; the others are there because these import them. */
  readonly named: ReadonlySet<string>
}

/** What messages call standard input. */
const STDIN_NAME = '<标准输入>'

/** Reads the files that the paths mean; by default those of the current folder. */
export async function readSources(paths: readonly string[], io: CliIo): Promise<ReadSources> {
  const files = findFiles(paths, io.cwd)
  const sources: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  const progress = createProgress(io, '读取文件', files.length)
  for (const path of files) {
    const uri = path === STDIN_PATH ? STDIN_NAME : path
    const bytes = path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
    const read = decode(uri, bytes)
    if (read === undefined) throw new CommandFailure(`“${uri}”不是文本文件`)
    sources.push(read.source)
    diagnostics.push(...read.diagnostics)
    progress.step()
  }
  progress.done()
  return { sources, diagnostics }
}

/** {@link readSources}, and the files that these import by path, and so on. */
export async function readWorkspace(paths: readonly string[], io: CliIo): Promise<ReadWorkspace> {
  const { sources: given, diagnostics: found } = await readSources(paths, io)
  const sources = [...given]
  const diagnostics = [...found]
  const known = new Set(given.map(({ uri }) => resolve(io.cwd, uri)))
  // Grows while it is gone through; each file is read only once, so that circles come to an end.
  for (const source of sources) {
    for (const path of importedPaths(source)) {
      const place = resolve(io.cwd, path)
      if (known.has(place) || !isZwFile(path)) continue
      known.add(place)
      const read = readIfThere(path, place)
      if (read === undefined) continue
      sources.push(read.source)
      diagnostics.push(...read.diagnostics)
    }
  }
  return { sources, diagnostics, named: new Set(given.map(({ uri }) => uri)) }
}

/** An imported file; undefined where it cannot be read: the 引用 line that asks for it is reported then (ZW4003). */
function readIfThere(uri: string, place: string): ReturnType<typeof decode> {
  try {
    return decode(uri, readFileSync(place))
  } catch {
    return undefined
  }
}

/** A file as text, with a word about its encoding; undefined where it is no text. */
function decode(uri: string, bytes: Uint8Array) {
  const decoded = decodeText(bytes)
  if (decoded === undefined) return undefined
  const { text, encoding } = decoded
  const recoded = { file: uri, encoding }
  const diagnostics: readonly Diagnostic[] =
    encoding === 'UTF-8' ? [] : [diagnose('ZW0101', recoded, { file: uri, span: { start: 0, end: 0 } })]
  return { source: { uri, text }, diagnostics }
}
