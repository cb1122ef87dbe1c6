import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SourceFile } from '../base/source-file.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CommandFailure } from './command-failure.ts'
import { decodeText } from './decode-text.ts'
import { attempt, findFiles, STDIN_PATH } from './find-files.ts'
import type { CliIo } from './io.ts'
import { createProgress } from './progress.ts'

/** The texts a command works on, and what reading them found (ZW0101). */
export interface Workspace {
  readonly sources: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What messages call standard input. */
const STDIN_NAME = '<标准输入>'

/** Reads the files that the paths mean; by default those of the current folder. */
export async function readSources(paths: readonly string[], io: CliIo): Promise<Workspace> {
  const files = findFiles(paths, io.cwd)
  const sources: SourceFile[] = []
  const diagnostics: Diagnostic[] = []
  const progress = createProgress(io, '读取文件', files.length)
  for (const path of files) {
    const uri = path === STDIN_PATH ? STDIN_NAME : path
    const bytes = path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
    const decoded = decodeText(bytes)
    if (decoded === undefined) throw new CommandFailure(`“${uri}”不是文本文件`)
    sources.push({ uri, text: decoded.text })
    if (decoded.encoding !== 'UTF-8') {
      const { encoding } = decoded
      diagnostics.push(diagnose('ZW0101', { file: uri, encoding }, { file: uri, span: { start: 0, end: 0 } }))
    }
    progress.step()
  }
  progress.done()
  return { sources, diagnostics }
}
