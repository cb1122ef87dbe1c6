import { Option } from 'commander'
import { bundleMatters } from '../../analysis/bundle/bundle-matters.ts'
import type { BundledMatter } from '../../analysis/bundle/bundle-parts.ts'
import { printCanonicalJson } from '../../base/canonical-json.ts'
import { keysOf } from '../../base/keys-of.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import { printable } from '../../diagnostics/printable.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { hashGraph } from '../../graph/hash-graph.ts'
import { collect } from '../collect.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter, type NamedMatter } from '../find-matter.ts'
import { formatByEnding } from '../format-by-ending.ts'
import { withPackage } from '../missing-package.ts'
import { readDateOption } from '../read-date-option.ts'
import { readGiven } from '../read-given.ts'
import { readWorkspace } from '../read-sources.ts'
import { takeMatter } from '../take-matter.ts'
import { writeResult } from '../write-file.ts'

/** The formats, each by how the names of its files end. */
const EXTENSIONS = { svg: ['.svg'], mermaid: ['.mmd', '.mermaid'], bpmn: ['.bpmn'], json: ['.json'] } as const

type Format = keyof typeof EXTENSIONS

interface Options {
  readonly format?: Format
  readonly gantt?: true
  readonly start?: string
  readonly given: readonly string[]
  readonly narrow?: true
  readonly output?: string
  readonly asOf?: string
  readonly json?: true
}

/** `zw graph`: the flow of a matter as a picture, or its steps on a time axis; exit code 1 where the matter has errors. */
export const configure: Configure = (command, io, finish) => {
  takeMatter(command)
    .addOption(
      new Option(
        '--format <格式>',
        'svg：图片，浏览器能开（默认）；mermaid：文本，笔记和维基能画；bpmn：BPMN 2.0，流程软件能开；json：流程图的数据',
      ).choices(keysOf(EXTENSIONS)),
    )
    .option('--gantt', '画横道图：各环节从什么时候办到什么时候')
    .option('--start <日期>', '假定哪一天提交申请，横道图按实际日期画（从次日起算）', readDateOption)
    .option('--given <信息=填写值>', '申请人的情况，可以写多次，如 经营面积=80；画出他走的路', collect, [])
    .option('--narrow', '画得窄，给手机看')
    .option('-o, --output <文件>', '写到文件里，格式看文件名')
    .option('--as-of <日期>', '按哪一天有效的规定（默认：今天）', readDateOption)
    .option('--json', '输出JSON，和 --format json 一样')
    .action(async (name: string, paths: readonly string[], options: Options) => {
      const format = formatOf(options)
      const asOf = options.asOf ?? io.today()
      const { result: workspace } = openSources(await readWorkspace(paths, io), asOf, io)
      const named = findMatter(name, workspace)
      const given = options.given.length === 0 ? undefined : readGiven(options.given, named.matter)
      const start = options.start && {
        date: options.start,
        calendar: createCalendar({ overlays: [...workspace.calendars.values()] }),
      }
      const text = await WRITERS[format](named, { options, given, asOf, start: start || undefined })
      if (options.output === undefined) io.out(text)
      else writeResult(options.output, text, io.cwd)
      if (named.faulty === true)
        io.err(`zw：“${printable(named.matter.name)}”的文件里有错误，有错的地方没有画出来；运行 zw check 查看\n`)
      finish(named.faulty === true ? EXIT.findings : EXIT.fine)
    })
}

/** As `--format` says, else as the file is called, else a picture. */
function formatOf({ format, json, output, gantt, start, given }: Options): Format {
  if (json && format !== undefined && format !== 'json')
    throw new CommandFailure(`--json 和 --format ${format} 只能写一个`)
  // A format that is named goes before the ending, which need not be one that is known then.
  const named = json || format !== undefined ? format : formatByEnding(output, EXTENSIONS)
  const chosen = json ? 'json' : (named ?? 'svg')
  if ((chosen === 'json' || chosen === 'bpmn') && gantt)
    throw new CommandFailure(`横道图只能画成图片或者Mermaid，--gantt 不能和 --format ${chosen} 一起写`)
  if (chosen === 'mermaid' && gantt && start === undefined)
    throw new CommandFailure('Mermaid的横道图要有日期，请加上 --start，如 --start 2026-09-28')
  if (start !== undefined && !gantt) throw new CommandFailure('--start 要和 --gantt 一起写')
  if (given.length > 0 && chosen !== 'svg' && !gantt)
    throw new CommandFailure('只有图片和横道图画得出申请人走的路：--given 请和 --format svg 一起写')
  return chosen
}

interface Request {
  readonly options: Options
  readonly given: Facts | undefined
  readonly asOf: string
  readonly start: { readonly date: string; readonly calendar: ReturnType<typeof createCalendar> } | undefined
}

const WRITERS: { readonly [F in Format]: (named: NamedMatter, request: Request) => Promise<string> } = {
  svg: async (named, { options, given, asOf, start }) => {
    const { matter, graph } = named
    const rendering = { graph, asOf, given, bundle: madeOf(named), size: options.narrow ? 'narrow' : 'wide' } as const
    if (options.gantt) {
      const { renderGanttSvg } = await import('../../render/gantt/render-gantt-svg.ts')
      return renderGanttSvg(matter, { ...rendering, start })
    }
    const { renderFlowSvg } = await import('../../render/flow/render-flow-svg.ts')
    const missing = { cannot: '画不了流程图', otherwise: '，或者用 --format mermaid' }
    return await withPackage('elkjs', missing, () => renderFlowSvg(matter, rendering))
  },
  mermaid: async (named, { options, given, asOf, start }) => {
    const { writeGanttMermaid } = await import('../../exchange/mermaid/write-gantt-mermaid.ts')
    const { writeMermaid } = await import('../../exchange/mermaid/write-mermaid.ts')
    const { matter, graph } = named
    if (options.gantt && start !== undefined)
      return writeGanttMermaid(matter, start, { graph, bundle: madeOf(named), given, asOf })
    return writeMermaid(matter, { graph, bundle: madeOf(named) })
  },
  bpmn: async ({ matter }) => {
    const { writeBpmn } = await import('../../exchange/bpmn/write-bpmn.ts')
    return await withPackage('elkjs', { cannot: '排不出流程图' }, () => writeBpmn(matter))
  },
  json: async ({ matter, graph }, { asOf }) => {
    // As it is hashed: sorted, without the places of the text.
    const plain: unknown = JSON.parse(printCanonicalJson(graph, 'origin'))
    const json = { schema: 'zw/graph/1', name: matter.name, asOf, hash: hashGraph(graph), graph: plain }
    return `${JSON.stringify(json, undefined, 2)}\n`
  },
}

/** What a 一件事 is made of. */
function madeOf({ bundle }: NamedMatter): BundledMatter | undefined {
  if (bundle === undefined) return undefined
  return bundleMatters(bundle.bundle, new Map([...bundle.components].map(([name, { matter }]) => [name, matter])))
}
