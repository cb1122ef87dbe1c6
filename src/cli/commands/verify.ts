import type { MeasurableMatter } from '../../analysis/matter-report.ts'
import { runBundleScenarios } from '../../analysis/run-bundle-scenarios.ts'
import { findScenarioProblems } from '../../analysis/scenario-findings.ts'
import { findBrokenPromises, findSelectionProblems, findTargetProblems } from '../../analysis/target-findings.ts'
import { verifyBundle } from '../../analysis/verify-bundles.ts'
import {
  isEmptyOutcome,
  isVerified,
  type Unchecked,
  type VerifyOutcome,
  verifyToJson,
} from '../../analysis/verify-json.ts'
import { verifyScenarios } from '../../analysis/verify-scenarios.ts'
import { verifySelections } from '../../analysis/verify-selection.ts'
import type { SumCheck } from '../../analysis/verify-sum.ts'
import { verifyTargets, withTargets } from '../../analysis/verify-targets.ts'
import { printRational, type Rational } from '../../base/rational.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import type { CompiledWorkspace } from '../../compile/compiled.ts'
import { isFault } from '../../compile/faults.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { printable } from '../../diagnostics/printable.ts'
import { renderDiagnostic, summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { indexSources, type SourceIndex } from '../../diagnostics/source-index.ts'
import type { Target } from '../../model/matter.ts'
import { writeJunit } from '../../render/junit.ts'
import { renderVerification, summarizeVerification } from '../../render/verify-text.ts'
import { collect } from '../collect.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readMatterFilter } from '../matter-filter.ts'
import { noStatutoryHint } from '../no-statutory-hint.ts'
import { readCalendar } from '../read-calendar.ts'
import { readDateOption } from '../read-date-option.ts'
import { readPercent } from '../read-percent.ts'
import { readWorkspace } from '../read-sources.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly json?: true
  readonly asOf?: string
  readonly junit?: string
  readonly calendar?: string
  readonly allowEmpty?: true
  readonly where: readonly string[]
  readonly each?: Rational
  readonly total?: Rational
}

/** `zw verify`: whether every target is met and every scenario holds; exit code 1 when one is not, and when there is none. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .option('--as-of <日期>', '按哪一天有效的规定核对（默认：今天）', readDateOption)
    .option('--calendar <文件>', '另加的工作日历（默认：文件里写的“工作日历”）')
    .option('--junit <文件>', '另存一份JUnit XML，供持续集成使用')
    .option('--where <条件>', '只核对选中的事项，如“事项类型=行政许可”；可以写多次', collect, [])
    .option('--each <比例>', '选中的每一项都要压减到的比例，如60%', readPercent)
    .option('--total <比例>', '选中的事项合计要压减的比例，如60%', readPercent)
    .option('--allow-empty', '没有目标也没有用例时，不算没有通过')
    .option('--json', '输出JSON')
    .action(async (paths: readonly string[], options: Options) => {
      const isChosen = readMatterFilter(options.where)
      const asOf = options.asOf ?? io.today()
      const read = await readWorkspace(paths, io)
      const workspace = compileSources(read, asOf, io)
      const calendar =
        options.calendar === undefined
          ? createCalendar({ overlays: [...workspace.calendars.values()] })
          : await readCalendar(options.calendar, io)
      const chosen = [...workspace.matters.values()].filter(({ matter }) => isChosen(matter))
      const errors = errorsAmong([...read.diagnostics, ...workspace.diagnostics])
      // A target over several matters says nothing of some of them only, and neither does one of a 一件事.
      const isWhole = options.where.length === 0
      const bundles = isWhole ? [...workspace.bundles.values()] : []
      const bundleChecks = bundles.map((bundle) => verifyBundle(bundle, asOf))
      const outcome: VerifyOutcome = {
        asOf,
        selections: isWhole ? verifySelections(workspace.selectionTargets.values(), chosen, { asOf }) : [],
        unchecked: isWhole ? undefined : whatIsLeft(workspace),
        targets: withTargets(
          verifyTargets(chosen, { asOf, each: options.each === undefined ? undefined : cutBy(options.each) }),
          bundleChecks.flatMap(({ targets }) => targets),
        ),
        sum: options.total === undefined ? undefined : sumOf(chosen, options.total, asOf),
        scenarios: verifyScenarios(
          [...workspace.versions.values()].flat().filter(({ matter }) => isChosen(matter)),
          { asOf, calendar },
          bundles.flatMap((bundle) => runBundleScenarios(bundle, { asOf, calendar })),
        ),
        brokenPromises: bundleChecks.flatMap(({ brokenPromise }) => brokenPromise ?? []),
        errors: errors.length,
      }
      const { junit } = options
      if (junit !== undefined) writeResult(junit, writeJunit(outcome), io.cwd)
      if (options.json) printJson(verifyToJson(outcome, read.sources), io)
      else print(outcome, chosen, workspace, indexSources(read.sources), io)
      if (errors.length > 0) {
        io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的部分没有核对；运行 zw check 查看\n`)
      }
      const unproven = isEmptyOutcome(outcome) && options.allowEmpty !== true
      if (unproven) io.err('zw：没有可以核对的目标或者用例，不能算通过；确实没有的，加上 --allow-empty\n')
      finish(isVerified(outcome) && !unproven ? EXIT.fine : EXIT.findings)
    })
}

function print(
  outcome: VerifyOutcome,
  chosen: readonly MeasurableMatter[],
  { bundles }: CompiledWorkspace,
  index: SourceIndex,
  io: CliIo,
): void {
  if (outcome.errors > 0) io.out(`${printable(unreadNote(outcome.errors, chosen))}\n\n`)
  const list = renderVerification(outcome, { color: io.color, index })
  if (list !== '') io.out(`${list}\n\n`)
  const problems = [
    ...findTargetProblems(outcome.targets),
    ...findSelectionProblems(outcome.selections ?? []),
    ...findBrokenPromises(outcome.brokenPromises ?? []),
    ...findScenarioProblems(outcome.scenarios),
  ]
  for (const problem of problems) {
    io.out(`${renderDiagnostic(problem, index, { color: io.color })}\n\n`)
  }
  const hint = noStatutoryHint(outcome, [...bundles.values()])
  if (hint !== undefined) io.out(`${printable(hint)}\n\n`)
  io.out(`${summarizeVerification(outcome)}\n`)
}

/** Said first: what passes is not all that is written. */
function unreadNote(errors: number, chosen: readonly MeasurableMatter[]): string {
  const names = chosen.flatMap(({ matter, partial }) => (partial ? [`“${matter.name}”`] : []))
  const left = names.length === 0 ? '' : `，${names.length}个事项（${names.join('')}）没有读全，它们的目标没有核对`
  return `注意：文件里有${errors}个错误${left}；下面成立的，不等于全部成立。请先运行 zw check 改好。`
}

function whatIsLeft({ selectionTargets, bundles }: CompiledWorkspace): Unchecked {
  const asking = [...bundles.values()].filter(
    ({ bundle }) => bundle.targets.length + bundle.promisedLimits.length + bundle.scenarios.length > 0,
  )
  return { selections: selectionTargets.size, bundles: asking.length }
}

function cutBy(percent: Rational): Target {
  return { subject: 'time', sense: 'cut', operator: 'ge', percent: printRational(percent) }
}

function sumOf(chosen: readonly MeasurableMatter[], percent: Rational, asOf: string): SumCheck | undefined {
  const target = {
    kind: 'selectionTarget',
    name: '--total',
    each: [],
    total: [cutBy(percent)],
    sources: [],
    notes: [],
  } as const
  return verifySelections([{ target }], chosen, { asOf })[0]?.total[0]
}

/** The errors for which what passed is no proof of the whole. A missed target is none: it is told among the targets. */
function errorsAmong(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(isFault)
}
