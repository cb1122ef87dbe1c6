import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatSource } from '../../syntax/format.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { readSources } from '../read-sources.ts'

/** A file before and after formatting. */
interface Formatted {
  readonly uri: string
  readonly formatted: string
  /** Whether the file would be written anew: its layout changes, or it is not in UTF-8. */
  readonly changes: boolean
}

/** `zw fmt`: canonical layout, written back as UTF-8; with `--check` it only tells which files would change. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入，排好后写到标准输出')
    .option('--check', '只检查，不改文件；有没排好的就不通过')
    .action(async (paths: readonly string[], options: { check?: true }) => {
      if (paths.includes(STDIN_PATH) && paths.length > 1) throw new CommandFailure('“-”不能和别的文件一起写')
      const files = await formatFiles(paths, io)
      if (options.check) finish(listUnformatted(files, io))
      else if (paths.includes(STDIN_PATH)) io.out(files.map(({ formatted }) => formatted).join(''))
      else writeFiles(files, io)
    })
}

async function formatFiles(paths: readonly string[], io: CliIo): Promise<readonly Formatted[]> {
  const { sources, diagnostics } = await readSources(paths, io)
  const recoded = new Set(diagnostics.map(({ labels: [{ origin }] }) => origin.file))
  return sources.map((source) => {
    const formatted = formatSource(source)
    return { uri: source.uri, formatted, changes: formatted !== source.text || recoded.has(source.uri) }
  })
}

function listUnformatted(files: readonly Formatted[], io: CliIo): ExitCode {
  const unformatted = files.filter(({ changes }) => changes)
  for (const { uri } of unformatted) io.out(`${uri}\n`)
  if (unformatted.length === 0) {
    io.err(`${files.length}个文件的格式都对\n`)
    return EXIT.fine
  }
  io.err(`${files.length}个文件中有${unformatted.length}个格式要改，运行 zw fmt 自动改好\n`)
  return EXIT.findings
}

function writeFiles(files: readonly Formatted[], io: CliIo): void {
  const changed = files.filter(({ changes }) => changes)
  for (const { uri, formatted } of changed) attempt(uri, () => writeFileSync(resolve(io.cwd, uri), formatted))
  io.err(`共${files.length}个文件，改了${changed.length}个\n`)
}
