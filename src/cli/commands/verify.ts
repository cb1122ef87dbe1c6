import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findScenarioProblems } from '../../analysis/scenario-findings.ts'
import { findTargetProblems } from '../../analysis/target-findings.ts'
import { isEmptyOutcome, isVerified, type VerifyOutcome, verifyToJson } from '../../analysis/verify-json.ts'
import { verifyScenarios } from '../../analysis/verify-scenarios.ts'
import { verifyTargets } from '../../analysis/verify-targets.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { renderDiagnostic, summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { indexSources, type SourceIndex } from '../../diagnostics/source-index.ts'
import { writeJunit } from '../../render/junit.ts'
import { renderVerification, summarizeVerification } from '../../render/verify-text.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { attempt } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readCalendar } from '../read-calendar.ts'
import { readDateOption } from '../read-date-option.ts'
import { readWorkspace } from '../read-sources.ts'

interface Options {
  readonly json?: true
  readonly asOf?: string
  readonly junit?: string
  readonly calendar?: string
  readonly allowEmpty?: true
}

/** `zw verify`: whether every target is met and every scenario holds; exit code 1 when one is not, and when there is none. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .option('--as-of <日期>', '按哪一天有效的规定核对（默认：今天）', readDateOption)
    .option('--calendar <文件>', '另加的工作日历（默认：文件里写的“工作日历”）')
    .option('--junit <文件>', '另存一份JUnit XML，供持续集成使用')
    .option('--allow-empty', '没有目标也没有用例时，不算没有通过')
    .option('--json', '输出JSON')
    .action(async (paths: readonly string[], options: Options) => {
      const asOf = options.asOf ?? io.today()
      const read = await readWorkspace(paths, io)
      const workspace = compileSources(read, asOf, io)
      const calendar =
        options.calendar === undefined
          ? createCalendar({ overlays: [...workspace.calendars.values()] })
          : await readCalendar(options.calendar, io)
      const errors = errorsAmong([...read.diagnostics, ...workspace.diagnostics])
      const outcome: VerifyOutcome = {
        targets: verifyTargets(workspace.matters.values(), { asOf }),
        scenarios: verifyScenarios(
          [...workspace.versions.values()].flat(),
          { asOf, calendar },
          workspace.bundles.values(),
        ),
        errors: errors.length,
      }
      const { junit } = options
      if (junit !== undefined) attempt(junit, () => writeFileSync(resolve(io.cwd, junit), writeJunit(outcome)))
      if (options.json) printJson(verifyToJson(outcome, read.sources), io)
      else {
        const bundleTargets = [...workspace.bundles.values()].flatMap(({ bundle }) => bundle.targets).length
        print(outcome, bundleTargets, indexSources(read.sources), io)
      }
      if (errors.length > 0) {
        io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的部分没有核对；运行 zw check 查看\n`)
      }
      const unproven = isEmptyOutcome(outcome) && options.allowEmpty !== true
      if (unproven) io.err('zw：没有可以核对的目标或者用例，不能算通过；确实没有的，加上 --allow-empty\n')
      finish(isVerified(outcome) && !unproven ? EXIT.fine : EXIT.findings)
    })
}

function print(outcome: VerifyOutcome, bundleTargets: number, index: SourceIndex, io: CliIo): void {
  const list = renderVerification(outcome, { color: io.color })
  if (list !== '') io.out(`${list}\n\n`)
  for (const problem of [...findTargetProblems(outcome.targets), ...findScenarioProblems(outcome.scenarios)]) {
    io.out(`${renderDiagnostic(problem, index, { color: io.color })}\n\n`)
  }
  io.out(`${summarizeVerification(outcome)}\n`)
  if (bundleTargets > 0) io.out(`一件事的目标${bundleTargets}项还不能核对，没有计入\n`)
}

/** The errors for which what passed is no proof of the whole. A missed target is none: it is told among the targets. */
function errorsAmong(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'ZW6006')
}
