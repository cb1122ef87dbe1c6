import { readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { Option } from 'commander'
import { keysOf } from '../../base/keys-of.ts'
import { printDocument } from '../../compile/print/document.ts'
import { readBack, readBackBundle, readBackSelectionTarget } from '../../compile/print/read-back.ts'
import { printable } from '../../diagnostics/printable.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import type { ModelDocument } from '../../model/write-model-json.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { diffLines } from '../diff-lines.ts'
import { EXIT } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import type { ReadDocument } from '../formats/format.ts'
import { FORMATS, type FormatName, formatsThat } from '../formats.ts'
import type { CliIo } from '../io.ts'
import { isFolder } from '../is-folder.ts'
import { printJson } from '../json-output.ts'
import { printImportedParts } from '../print-imported-parts.ts'
import type { SavedImports } from '../save-imports.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly format?: FormatName
  readonly output?: string
  readonly codes?: keyof typeof CODE_SETS
  readonly report?: string
  readonly dryRun?: true
  readonly json?: true
}

/** Whose codes a list of matters uses, where they differ. */
const CODE_SETS = { 国标: 'national', 广东: 'guangdong' } as const

/** `zw import`: a document of matters as a `.zw` file, proved to say the same. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <文件>')
    .argument('<文件>', `${describeFormats()}；实施清单也可以是.xlsx；“-”读标准输入`)
    .addOption(
      new Option('--format <格式>', '是什么格式（默认：看文件名的结尾；标准输入按 json）').choices(
        formatsThat('reads'),
      ),
    )
    .option('-o, --output <文件或文件夹>', '写到文件里；写到文件夹的一项一个文件，已有的事项就地更新')
    .addOption(new Option('--codes <谁的>', '实施清单里的代码按谁的解释（默认：从表里看）').choices(keysOf(CODE_SETS)))
    .option('--report <文件>', '把实施清单各列的去处写成.html、.md或者.json')
    .option('--dry-run', '写到文件夹的先看看：说要改哪几行，不写文件')
    .option('--json', '输出JSON')
    .action(async (path: string, options: Options) => {
      refuseOther(path, options)
      const toFolder = meansFolder(options.output, io)
      if (!toFolder) refuseEnding(options.output)
      if (options.dryRun && !toFolder) throw new CommandFailure('--dry-run 要和 -o 文件夹 一起写：看看要改哪几行')
      const { format } = await FORMATS[options.format ?? guessFormat(path)].load()
      if (format.read === undefined) throw new CommandFailure(`“${path}”这种格式只能写，不能读`)
      const bytes =
        path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
      const read = await format.read(bytes, options.codes === undefined ? {} : { codes: CODE_SETS[options.codes] })
      const losses = read.ok ? findLosses(read.value.document, path) : read.error
      const problems = [...(read.ok ? (read.value.problems ?? []) : []), ...losses]
      const { document, parts, report } = read.ok ? read.value : {}
      const text = document === undefined ? undefined : printDocument(document)
      const saved = read.ok && toFolder ? await saveToFolder(read.value, options, io) : undefined
      if (text !== undefined && options.output !== undefined && !toFolder) write(options.output, text, io)
      if (options.report !== undefined) await saveReport(report, options.report, io)
      if (options.json) {
        const more = { ...(parts && { parts }), ...(saved && { saved: describeChanges(saved) }) }
        printJson({ schema: 'zw/import/1', file: path, text: text ?? null, problems, ...more }, io)
      } else {
        if (text !== undefined && options.output === undefined) io.out(text)
        if (parts !== undefined) io.err(printImportedParts(parts, report === undefined ? 'parts' : 'columns'))
        if (saved !== undefined && options.dryRun) io.out(printChanges(saved))
        if (saved !== undefined) io.err(describeSaved(saved, options))
      }
      for (const { path: place, message } of problems)
        io.err(`${path}：${place === '' ? '' : `${place}：`}${printable(message)}\n`)
      for (const why of [...(saved?.warnings ?? []), ...(saved?.refused ?? [])]) io.err(`zw：${printable(why)}\n`)
      if (!read.ok) finish(EXIT.failure)
      else finish(isFaulty(read.value, losses) ? EXIT.findings : EXIT.fine)
    })
}

/** A folder is meant by one that is there, or by a name that ends like one. */
function meansFolder(output: string | undefined, io: CliIo): boolean {
  return output !== undefined && (/[/\\]$/.test(output) || isFolder(output, io))
}

async function saveToFolder(read: ReadDocument, { output = '', dryRun }: Options, io: CliIo): Promise<SavedImports> {
  const { bundles = [], selectionTargets = [] } = read.document
  if (bundles.length + selectionTargets.length > 0)
    throw new CommandFailure('里面有一件事或者一批事项的目标，请写到一个文件里，如 -o 事项.zw')
  const { saveImports } = await import('../save-imports.ts')
  return saveImports(read, output, io, dryRun === true)
}

function describeSaved({ added, changed, same }: SavedImports, { dryRun }: Options): string {
  const [will, end] = dryRun ? ['要', '；没有写文件，去掉 --dry-run 就写'] : ['', '']
  return `zw：${will}新建${added.length}个文件，${will}更新${changed.length}个文件，${same}个事项没有变化${end}\n`
}

/** What is to change, file by file, line by line. */
function printChanges({ texts }: SavedImports): string {
  const files = [...texts].map(([path, { before, after }]) => [path, ...diffLines(before, after)])
  return files.map((lines) => `${lines.map(printable).join('\n')}\n`).join('\n')
}

function describeChanges({ texts, ...saved }: SavedImports) {
  const changes = [...texts].map(([file, { before, after }]) => ({ file, lines: diffLines(before, after) }))
  return { ...saved, changes }
}

async function saveReport(report: ReadDocument['report'], path: string, io: CliIo): Promise<void> {
  if (report === undefined) throw new CommandFailure('只有一行一项的实施清单有各列去处的报告')
  const { writeListReport } = await import('../write-list-report.ts')
  writeResult(path, writeListReport(report, path), io.cwd)
}

/** What could not be read in the words of the document, or what the text would not say, is for somebody to mend. */
function isFaulty({ problems = [] }: ReadDocument, losses: readonly JsonProblem[]): boolean {
  return losses.length > 0 || problems.some(({ severity }) => severity !== 'hint')
}

function describeFormats(): string {
  return formatsThat('reads')
    .map((name) => `${FORMATS[name].extension}（${FORMATS[name].summary}）`)
    .join('、')
}

/** What people have that is no format of ours, and what to do with it. */
const OTHERS: readonly (readonly [end: RegExp, advice: string])[] = [
  [/\.zw(?:\.md)?$/iu, '已经是.zw文件，不用导入'],
  [/\.(?:xls|et|xlsm|xlsb|ods|numbers)$/iu, '读不了；请用Excel或者WPS打开，另存为.xlsx'],
  [/\.(?:docx?|wps|pdf)$/iu, '读不了；请先把事项整理成Excel，或者直接写成.zw'],
]

function refuseOther(path: string, { format }: Options): void {
  const advice = format === undefined ? OTHERS.find(([end]) => end.test(path))?.[1] : undefined
  if (advice !== undefined) throw new CommandFailure(`“${path}”${advice}`)
}

/** What is written is the language's own text, which nobody finds again in a .xlsx; and the file that was read stays as it is. */
function refuseEnding(output: string | undefined): void {
  const ending = extname(output ?? '').toLowerCase()
  if (!['', '.zw', '.txt'].includes(ending))
    throw new CommandFailure(`导入写出来的是.zw文件，不能叫“${output}”；请写 -o 文件名.zw，或者写文件夹`)
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
