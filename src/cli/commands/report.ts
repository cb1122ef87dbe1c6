import { type Command, InvalidArgumentError, Option } from 'commander'
import { type BundleStanding, reportBundle, standingToJson } from '../../analysis/bundle/bundle-standing.ts'
import { casesToJson } from '../../analysis/cases/cases-json.ts'
import { listCases, type MatterCases } from '../../analysis/cases/matter-cases.ts'
import { type CatalogueReport, measureCatalogue, type SelectionStandings } from '../../analysis/catalogue-report.ts'
import { GROUPINGS, type Grouping } from '../../analysis/group-reports.ts'
import { reportToJson } from '../../analysis/report-json.ts'
import { verifyScenarios } from '../../analysis/verify-scenarios.ts'
import { verifySelections } from '../../analysis/verify-selection.ts'
import { keysOf } from '../../base/keys-of.ts'
import { divide, type Rational, rational } from '../../base/rational.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import { CONVERSION_ALTERNATIVES, type Conversion, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import type { CompiledWorkspace } from '../../compile/compiled.ts'
import { isFault } from '../../compile/faults.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { printable } from '../../diagnostics/printable.ts'
import { summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { renderStandings } from '../../render/bundle-standings.ts'
import { writeCasesCsv } from '../../render/cases-csv.ts'
import { renderCases } from '../../render/cases-text.ts'
import { faultNote } from '../../render/fault-note.ts'
import { writeReportCsv } from '../../render/report-csv.ts'
import { renderReport } from '../../render/report-table.ts'
import { collect } from '../collect.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findFormers } from '../find-formers.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readMatterFilter } from '../matter-filter.ts'
import { readActual } from '../read-actual.ts'
import { readBasis } from '../read-basis.ts'
import { readDateOption } from '../read-date-option.ts'
import { readPercent } from '../read-percent.ts'
import { readWorkspace } from '../read-sources.ts'
import { printCertainty } from '../report-certainty.ts'
import { saveReportHtml } from '../save-report-html.ts'
import { warnOfStrayTimes } from '../warn-of-stray-times.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly json?: true
  readonly where: readonly string[]
  readonly basis?: string
  readonly asOf?: string
  readonly digits: number
  readonly csv?: string
  readonly html?: string
  readonly title?: string
  readonly conversion?: keyof typeof CONVERSION_ALTERNATIVES
  readonly countFrom: '申请' | '受理'
  readonly by?: Grouping
  readonly against?: string
  readonly actual?: string
  readonly cases?: true
  readonly certainty?: true
  readonly share: Rational
  readonly most: number
}

/** `zw report`: how far each matter and the whole catalogue are cut, and what was left out and why. */
export const configure: Configure = (command, io, finish) => {
  declareOptions(command).action(async (paths: readonly string[], options: Options) => {
    const isChosen = readMatterFilter(options.where)
    const basis = options.basis === undefined ? undefined : readBasis(options.basis)
    const asOf = options.asOf ?? io.today()
    const read = await readWorkspace(paths, io)
    const compiled = compileSources(read, asOf, io)
    const formers = options.against === undefined ? undefined : await findFormers(options.against, compiled, asOf, io)
    const wanted = [...compiled.matters.values()].filter(({ matter }) => isChosen(matter))
    const left = wanted.filter(({ partial }) => partial === true)
    const chosen = wanted
      .filter((each) => !left.includes(each))
      .map((each) => ({ ...each, former: formers?.formerOf(each) }))
    const errors = [...read.diagnostics, ...compiled.diagnostics].filter(isFault)
    const count = errors.length + (formers?.errors ?? 0)
    const faults = count === 0 ? undefined : { errors: count, matters: left.map(({ matter }) => matter.name) }
    const countFrom = options.countFrom === '受理' ? 'acceptance' : 'application'
    const conversion = conversionOf(options)
    const actual = options.actual === undefined ? undefined : readActual(options.actual, conversion, io)
    if (options.actual !== undefined && actual !== undefined) {
      warnOfStrayTimes(
        options.actual,
        actual.steps,
        Array.from(compiled.matters.values(), ({ matter }) => matter),
        io,
      )
    }
    const share = divide(options.share, rational(100))
    const settings = { asOf, basis, conversion, countFrom, actual: actual?.means } as const
    const selections = standingsOf(compiled, options.where.length === 0, asOf)
    // What is asked for by --where is a property of matters, which a 一件事 has none of.
    const bundles =
      options.where.length > 0
        ? []
        : [...compiled.bundles.values()].map((each) => reportBundle(each, { asOf, conversion }))
    const report = measureCatalogue(chosen, {
      ...settings,
      by: options.by,
      against: formers?.label,
      selections,
      faults,
    })
    if (options.html !== undefined) {
      const calendar = createCalendar({ overlays: [...compiled.calendars.values()] })
      const { results } = verifyScenarios(chosen, { asOf, calendar })
      const { digits, title } = options
      const page = {
        report,
        matters: chosen,
        options: settings,
        scenarios: results,
        bundles,
        sources: read.sources,
        digits,
        title,
        certainty: { share, seen: actual?.steps },
      }
      saveReportHtml(options.html, page, io)
    }
    if (faults !== undefined && (options.certainty || options.cases) && !options.json)
      io.out(`${printable(faultNote(faults, chosen.length))}\n\n`)
    if (options.certainty) printCertainty(report, chosen, { ...settings, share, seen: actual?.steps }, options, io)
    else if (options.cases)
      printCases(
        report,
        chosen.map((each) => listCases(each, { ...settings, most: options.most })),
        options,
        io,
      )
    else print(report, bundles, options, io)
    finish(warnOfErrors(errors, io) || count > 0 ? EXIT.findings : EXIT.fine)
  })
}

/** Undefined where there is none. A target over several matters says nothing of some of them only. */
function standingsOf(
  { selectionTargets, matters }: CompiledWorkspace,
  isWhole: boolean,
  asOf: string,
): SelectionStandings | undefined {
  if (selectionTargets.size === 0) return undefined
  if (!isWhole) return { met: 0, missed: 0, unchecked: selectionTargets.size }
  const checks = verifySelections(selectionTargets.values(), matters.values(), { asOf })
  const met = checks.filter(({ missed, undecided }) => missed + undecided === 0).length
  return { met, missed: checks.length - met, unchecked: 0 }
}

function declareOptions(command: Command): Command {
  return command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .option('--where <条件>', '只算符合条件的事项，如 事项类型=行政许可；可以写多次', collect, [])
    .option('--basis <口径>', '从什么到什么，如 原承诺时限→承诺时限（默认：法定时限→承诺时限）')
    .option('--as-of <日期>', '按哪一天有效的规定算（默认：今天）', readDateOption)
    .option('--digits <位数>', '百分数至少几位小数（默认：1）', readDigits, 1)
    .addOption(new Option('--conversion <口径>', '换一种折算').choices(keysOf(CONVERSION_ALTERNATIVES)))
    .addOption(
      new Option('--count-from <起点>', '关键路径从哪里算起').choices(['申请', '受理']).default('申请', '申请'),
    )
    .addOption(new Option('--by <分组>', '再按组合计').choices(keysOf(GROUPINGS)))
    .option(
      '--against <哪一版>',
      '与前一版、某一天有效的一版或者另一个文件夹里的相比，精简了多少；它的承诺就是“基准时限”',
    )
    .option(
      '--actual <文件>',
      '实际办理时间的CSV（事项、实际办理时间两列），供口径“实际办理时间”用；有“环节”一列的，是那个环节的实际用时',
    )
    .option('--cases', '改列核对表：每个事项有哪几类情形，各走哪些环节、交哪些材料、用多少天')
    .addOption(
      new Option('--certainty', '改列承诺的把握：按各环节的“实际用时”算，有多少件能按承诺办结').conflicts('cases'),
    )
    .option('--share <百分数>', '要有多少件按时办结（默认：95%）', readPercent, rational(95))
    .option('--most <类数>', '每个事项最多列多少类情形（默认：100）', readMost, 100)
    .option('--csv <文件>', '另存一份CSV，可以用Excel打开')
    .option('--html <文件>', '另存一份网页报告，一个文件，可以打印、不用联网')
    .option('--title <标题>', '网页报告的标题（默认：压减核算报告）')
    .option('--json', '输出JSON')
}

function readDigits(written: string): number {
  if (!/^[0-6]$/.test(written)) throw new InvalidArgumentError('可以写：0到6')
  return Number(written)
}

function readMost(written: string): number {
  if (!/^[1-9]\d{0,4}$/.test(written)) throw new InvalidArgumentError('可以写：1到99999')
  return Number(written)
}

function conversionOf({ conversion }: Options): Conversion {
  return { ...DEFAULT_CONVERSION, ...(conversion && CONVERSION_ALTERNATIVES[conversion]) }
}

function print(
  report: CatalogueReport,
  bundles: readonly BundleStanding[],
  { json, csv, digits }: Options,
  io: CliIo,
): void {
  saveCsv(csv, () => writeReportCsv(report, digits), io)
  if (json) {
    printJson({ ...reportToJson(report, digits), bundles: bundles.map((each) => standingToJson(each, digits)) }, io)
    return
  }
  const rendering = renderingOf(io, digits)
  const blocks = [renderReport(report, rendering), renderStandings(bundles, rendering)]
  io.out(`${blocks.filter((block) => block !== '').join('\n\n')}\n`)
}

function printCases(
  report: CatalogueReport,
  lists: readonly MatterCases[],
  { json, csv, digits }: Options,
  io: CliIo,
): void {
  saveCsv(csv, () => writeCasesCsv(lists, digits), io)
  if (json) printJson({ ...reportToJson(report, digits), cases: casesToJson(lists, digits) }, io)
  else io.out(`${renderCases(lists, renderingOf(io, digits))}\n`)
}

function saveCsv(path: string | undefined, write: () => string, io: CliIo): void {
  if (path !== undefined) writeResult(path, write(), io.cwd)
}

function renderingOf({ color, columns }: CliIo, digits: number) {
  return { color, digits, ...(columns !== undefined && { width: Math.max(columns, 90) }) }
}

/**
 * Says on standard error that the files have faults, so that nobody takes the figures for more than they are.
 */
function warnOfErrors(diagnostics: readonly Diagnostic[], io: CliIo): boolean {
  const errors = diagnostics.filter(isFault)
  if (errors.length === 0) return false
  io.err(`zw：文件里有${summarizeSeverities(errors)}，上面的数字可能不全；运行 zw check 查看\n`)
  return true
}
