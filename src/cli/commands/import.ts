import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Option } from 'commander'
import { printDocument } from '../../compile/print/document.ts'
import { readBack, readBackBundle, readBackSelectionTarget } from '../../compile/print/read-back.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import type { ModelDocument } from '../../model/write-model-json.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import { FORMATS, type FormatName, formatsThat } from '../formats.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { printImportedParts } from '../print-imported-parts.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly format?: FormatName
  readonly output?: string
  readonly json?: true
}

/** `zw import`: a document of matters as a `.zw` file, proved to say the same. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <文件>')
    .argument('<文件>', `${describeFormats()}；“-”读标准输入`)
    .addOption(
      new Option('--format <格式>', '是什么格式（默认：看文件名的结尾；标准输入按 json）').choices(
        formatsThat('reads'),
      ),
    )
    .option('-o, --output <文件>', '写到文件里，不写到标准输出')
    .option('--json', '输出JSON')
    .action(async (path: string, options: Options) => {
      const { format } = await FORMATS[options.format ?? guessFormat(path)].load()
      if (format.read === undefined) throw new CommandFailure(`“${path}”这种格式只能写，不能读`)
      const bytes =
        path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
      const read = await format.read(bytes)
      const problems = read.ok ? findLosses(read.value.document, path) : read.error
      const text = read.ok ? printDocument(read.value.document) : undefined
      const parts = read.ok ? read.value.parts : undefined
      if (text !== undefined && options.output !== undefined) write(options.output, text, io)
      if (options.json)
        printJson({ schema: 'zw/import/1', file: path, text: text ?? null, problems, ...(parts && { parts }) }, io)
      else {
        if (text !== undefined && options.output === undefined) io.out(text)
        if (parts !== undefined) io.err(printImportedParts(parts))
      }
      for (const { path: place, message } of problems)
        io.err(`${path}：${place === '' ? '' : `${place}：`}${message}\n`)
      if (!read.ok) finish(EXIT.failure)
      else finish(problems.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

function describeFormats(): string {
  return formatsThat('reads')
    .map((name) => `${FORMATS[name].extension}（${FORMATS[name].summary}）`)
    .join('、')
}

/** By the end of the file's name; JSON where it tells nothing. */
function guessFormat(path: string): FormatName {
  return formatsThat('reads').find((name) => path.toLowerCase().endsWith(FORMATS[name].extension)) ?? 'json'
}

function write(path: string, text: string, io: CliIo): void {
  writeResult(path, text, io.cwd)
}

/** What of each matter the file would not say: names that nothing declares, and the like. */
function findLosses(
  { matters, bundles = [], selectionTargets = [] }: Omit<ModelDocument, 'schema'>,
  uri: string,
): readonly JsonProblem[] {
  return [
    ...matters.flatMap((matter, index) => describeLosses(`matters[${index}]`, readBack(matter, uri).lost)),
    ...bundles.flatMap((bundle, index) => describeLosses(`bundles[${index}]`, readBackBundle(bundle, matters, uri))),
    ...selectionTargets.flatMap((target, index) =>
      describeLosses(`selectionTargets[${index}]`, readBackSelectionTarget(target, uri)),
    ),
  ]
}

function describeLosses(part: string, lost: readonly string[]): readonly JsonProblem[] {
  return lost.map((place) => ({
    path: `${part}${place === '' ? '' : `.${place}`}`,
    message: '写成.zw以后读回来不一样：名称没有声明、重复，或者类型不符；请运行 zw check 查看',
  }))
}
