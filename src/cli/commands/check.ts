import { Option } from 'commander'
import { type AppliedFix, fixWorkspace } from '../../compile/fix-workspace.ts'
import type { Workspace } from '../../compile/workspace.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { CHECK_FORMATS, type CheckFormat } from '../check-output.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { STDIN_PATH } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { readDateOption } from '../read-date-option.ts'
import { type ReadWorkspace, readWorkspace } from '../read-sources.ts'
import { watchPaths } from '../watch-paths.ts'
import { writeWhole } from '../write-file.ts'

interface Options {
  readonly json?: true
  readonly format: CheckFormat
  readonly denyWarnings?: true
  readonly fix?: true
  readonly watch?: true
  readonly asOf?: string
}

/** `zw check`: every finding with its line, its remedy and its place; exit code 1 when there are errors. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .addOption(new Option('--format <格式>', '输出格式').choices(Object.keys(CHECK_FORMATS)).default('text', 'text'))
    .option('--json', '同 --format json')
    .option('--deny-warnings', '有警告也算不通过')
    .option('--fix', '把有把握的问题直接改好，写回文件')
    .option('--watch', '文件一改就再检查，按 Ctrl+C 结束')
    .option('--as-of <日期>', '按哪一天的规定检查（默认：今天）', readDateOption)
    .action(async (paths: readonly string[], options: Options) => {
      if ((options.fix || options.watch) && paths.includes(STDIN_PATH)) {
        throw new CommandFailure('“-”读的是标准输入，没有文件可改、可监视，不能和 --fix、--watch 一起用')
      }
      const stopped = options.watch ? new Promise<void>((stop) => io.onStop(stop)) : undefined
      const read = await readWorkspace(paths, io)
      const workspace = openSources(read, options.asOf ?? io.today(), io)
      const checked = checkOnce({ workspace, read }, options, io)
      finish(checked.code)
      if (stopped === undefined) return
      await watch({ workspace: checked.workspace, read }, paths, options, io, stopped)
      finish(EXIT.fine)
    })
}

/** What is to be checked, as it was read. */
interface Checking {
  readonly workspace: Workspace
  readonly read: ReadWorkspace
}

function checkOnce({ workspace, read }: Checking, options: Options, io: CliIo) {
  const mended = options.fix ? mend(workspace, read, io) : { workspace, applied: [], reading: read.diagnostics }
  const { sources, diagnostics: found, waiting } = mended.workspace.result
  const diagnostics = [...mended.reading, ...found]
  CHECK_FORMATS[options.json ? 'json' : options.format]({ sources, diagnostics, waiting, fixed: mended.applied }, io)
  const failing = diagnostics.some(
    ({ severity }) => severity === 'error' || (options.denyWarnings && severity === 'warning'),
  )
  const code: ExitCode = failing ? EXIT.findings : EXIT.fine
  return { workspace: mended.workspace, code }
}

/**
 * Applies the safe fixes and writes the files that changed, those in another encoding too, since they are read already.
 * Files that are only imported are left as they are.
 */
function mend(opened: Workspace, { diagnostics, named }: ReadWorkspace, io: CliIo) {
  const { workspace, applied } = fixWorkspace(opened, (uri) => named.has(uri))
  const isOurs = ({ labels: [{ origin }] }: Diagnostic) => named.has(origin.file)
  const recoded = diagnostics
    .filter(isOurs)
    .map(({ code, labels: [{ origin }] }): AppliedFix => ({ file: origin.file, code, title: '改存为UTF-8' }))
  const changed = new Set([...recoded, ...applied].map(({ file }) => file))
  for (const { uri, text } of workspace.result.sources) if (changed.has(uri)) writeWhole(uri, text, io.cwd)
  return { workspace, applied: [...recoded, ...applied], reading: diagnostics.filter((one) => !isOurs(one)) }
}

/** Checks again after each change until the user stops it. */
async function watch(
  { workspace: opened, read }: Checking,
  paths: readonly string[],
  options: Options,
  io: CliIo,
  stopped: Promise<void>,
): Promise<void> {
  let workspace = opened
  let checking = Promise.resolve()
  const imported = read.sources.flatMap(({ uri }) => (read.named.has(uri) ? [] : uri))
  const close = watchPaths([...(paths.length === 0 ? [''] : paths), ...imported], io.cwd, () => {
    checking = checking.then(async () => {
      const changed = await readAgain(workspace, paths, io)
      if (changed !== undefined) ({ workspace } = checkOnce(changed, options, io))
    })
  })
  await stopped
  close()
  await checking
}

/** The workspace with the texts that the files have now; undefined when nothing changed or they cannot be read. */
async function readAgain(before: Workspace, paths: readonly string[], io: CliIo): Promise<Checking | undefined> {
  try {
    const read = await readWorkspace(paths, io)
    const { sources } = read
    const known = new Map(before.result.sources.map(({ uri, text }) => [uri, text]))
    let workspace = before
    for (const { uri, text } of sources) if (known.get(uri) !== text) workspace = workspace.update(uri, text)
    const there = new Set(sources.map(({ uri }) => uri))
    for (const uri of known.keys()) if (!there.has(uri)) workspace = workspace.remove(uri)
    return workspace === before ? undefined : { workspace, read }
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    io.err(`zw：${error.message}\n`)
    return undefined
  }
}
