import { Option } from 'commander'
import { summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import type { Matter } from '../../model/matter.ts'
import { type ModelDocument, writeModelJson } from '../../model/write-model-json.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { readMatterFilter } from '../matter-filter.ts'
import { readWorkspace } from '../read-sources.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly format: keyof typeof FORMATS
  readonly where: readonly string[]
  readonly output?: string
  readonly origins?: true
}

/** What goes with the matters. */
type Others = Pick<ModelDocument, 'bundles' | 'selectionTargets'>

/** How matters are written in each format. */
const FORMATS = {
  json: (matters: readonly Matter[], others: Others, { origins }: Options) =>
    `${JSON.stringify(writeModelJson(matters, { origins: origins === true, ...others }), undefined, 2)}\n`,
} as const

/** `zw export`: the matters, every version of them, as a document for other programs. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .addOption(new Option('--format <格式>', '写成什么').choices(Object.keys(FORMATS)).default('json', 'json'))
    .option('--where <条件>', '只要符合条件的事项，如 事项类型=行政许可；可以写多次', collect, [])
    .option('-o, --output <文件>', '写到文件里，不写到标准输出')
    .option('--origins', '带上每一部分在原文里的位置')
    .action(async (paths: readonly string[], options: Options) => {
      const isChosen = readMatterFilter(options.where)
      const read = await readWorkspace(paths, io)
      const compiled = compileSources(read, io.today(), io)
      const matters = [...compiled.versions.values()].flat().map(({ matter }) => matter)
      const others: Others = {
        bundles: [...compiled.bundles.values()].map(({ bundle }) => bundle),
        selectionTargets: [...compiled.selectionTargets.values()].map(({ target }) => target),
      }
      // A condition chooses among matters: nothing else has a 事项类型 that could be asked for.
      const text = FORMATS[options.format](matters.filter(isChosen), options.where.length > 0 ? {} : others, options)
      if (options.output === undefined) io.out(text)
      else write(options.output, text, io)
      // A missed target (ZW6006) leaves nothing out.
      const errors = [...read.diagnostics, ...compiled.diagnostics].filter(
        ({ severity, code }) => severity === 'error' && code !== 'ZW6006',
      )
      if (errors.length > 0) {
        io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的地方没有导出；运行 zw check 查看\n`)
      }
      finish(errors.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

function collect(condition: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, condition]
}

function write(path: string, text: string, io: CliIo): void {
  writeResult(path, text, io.cwd)
}
