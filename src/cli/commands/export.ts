import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { isFault } from '../../compile/faults.ts'
import { summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { collect } from '../collect.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { chooseExported, type ExportSelection } from '../export-selection.ts'
import { STDIN_PATH } from '../find-files.ts'
import { formatByEnding } from '../format-by-ending.ts'
import { FORMATS, type FormatName, formatsThat } from '../formats.ts'
import type { CliIo } from '../io.ts'
import { isFolder } from '../is-folder.ts'
import { readWorkspace } from '../read-sources.ts'
import { saveExports } from '../save-exports.ts'

interface Options {
  readonly format?: FormatName
  readonly where: readonly string[]
  readonly output?: string
  readonly origins?: true
}

/** `zw export`: the matters as documents for other programs. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [事项、实施清单或一件事…] [文件或文件夹…]')
    .argument('[名称、文件或文件夹...]', '要哪几项（默认：全部），在哪里找（默认：当前文件夹；“-”读标准输入）')
    .addOption(new Option('--format <格式>', describeFormats()).choices(formatsThat('writes')))
    .option('--where <条件>', '只要符合条件的事项，如 事项类型=行政许可；可以写多次', collect, [])
    .option('-o, --output <文件>', '写到文件里，格式看文件名；一项一个文件的格式也可以写文件夹')
    .option('--origins', 'JSON里带上每一部分在原文里的位置')
    .action(async (words: readonly string[], options: Options) => {
      const format = formatOf(options, io)
      const isPath = (word: string) => word === STDIN_PATH || existsSync(resolve(io.cwd, word)) || looksLikePath(word)
      const read = await readWorkspace(words.filter(isPath), io)
      const compiled = compileSources(read, io.today(), io)
      const names = words.filter((word) => !isPath(word))
      const { single, mattersOnly } = FORMATS[format]
      const chosen = chooseExported(compiled, { names, where: options.where, single, mattersOnly })
      await saveExports(chosen, format, { output: options.output, origins: options.origins === true }, io)
      if (mattersOnly) io.err(describeLeftOut(chosen, format))
      const errors = [...read.diagnostics, ...compiled.diagnostics].filter(
        (each) => isFault(each) && (chosen.files === undefined || chosen.files.has(each.labels[0].origin.file)),
      )
      if (errors.length > 0) {
        io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的地方没有导出；运行 zw check 查看\n`)
      }
      finish(errors.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

/** What a format that holds matters only leaves out, and how to have a 一件事 in it. */
function describeLeftOut({ document, merged = [] }: ExportSelection, format: FormatName): string {
  const { bundles = [], selectionTargets = [] } = document
  const first = bundles[0]
  return [
    ...merged.map(
      (name) => `zw：一件事“${name}”按合成的一个事项写出，它的用例没有写进去；要各个事项，请写它们的名称\n`,
    ),
    ...(first === undefined
      ? []
      : [
          `zw：${format}里只有事项，一件事没有写进去；要写一件事，请写它的名称，如 zw export ${first.name} --format ${format}\n`,
        ]),
    ...(selectionTargets.length === 0 ? [] : [`zw：${format}里只有事项，一批事项的目标没有写进去\n`]),
  ].join('')
}

/** As `--format` says, else as the file is called; JSON where nothing tells. A folder has no ending. */
function formatOf({ format, output }: Options, io: CliIo): FormatName {
  if (format !== undefined) return format
  if (output === undefined || isFolder(output, io)) return 'json'
  const names = formatsThat('writes')
  const named = formatByEnding(output, Object.fromEntries(names.map((name) => [name, [FORMATS[name].extension]])))
  return names.find((name) => name === named) ?? 'json'
}

function describeFormats(): string {
  return `写成什么（默认：看文件名的结尾，没有的按 json）：${formatsThat('writes')
    .map((name) => `${name}（${FORMATS[name].summary}）`)
    .join('、')}`
}

/** A word that can only be meant as a file is looked for as one, so that a slip in it is told as such. */
function looksLikePath(word: string): boolean {
  return /[/\\]|\.zw(?:\.md)?$/i.test(word)
}
