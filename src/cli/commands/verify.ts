import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findScenarioProblems } from '../../analysis/scenario-findings.ts'
import { type VerifyOutcome, verifyToJson } from '../../analysis/verify-json.ts'
import { verifyScenarios } from '../../analysis/verify-scenarios.ts'
import { verifyTargets } from '../../analysis/verify-targets.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { renderDiagnostic, summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { indexSources } from '../../diagnostics/source-index.ts'
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
import { readSources } from '../read-sources.ts'

interface Options {
  readonly json?: true
  readonly asOf?: string
  readonly junit?: string
  readonly calendar?: string
}

/** `zw verify`: whether every target is met and every scenario holds; exit code 1 when one is not. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .option('--as-of <日期>', '按哪一天有效的规定核对（默认：今天）', readDateOption)
    .option('--calendar <文件>', '另加的工作日历（默认：文件里写的“工作日历”）')
    .option('--junit <文件>', '另存一份JUnit XML，供持续集成使用')
    .option('--json', '输出JSON')
    .action(async (paths: readonly string[], options: Options) => {
      const asOf = options.asOf ?? io.today()
      const { sources, diagnostics: reading } = await readSources(paths, io)
      const workspace = compileSources(sources, asOf, io)
      const calendar =
        options.calendar === undefined
          ? createCalendar({ overlays: [...workspace.calendars.values()] })
          : await readCalendar(options.calendar, io)
      const outcome: VerifyOutcome = {
        targets: verifyTargets(workspace.matters.values(), { asOf }),
        scenarios: verifyScenarios(
          [...workspace.versions.values()].flat(),
          { asOf, calendar },
          workspace.bundles.values(),
        ),
      }
      const { junit } = options
      if (junit !== undefined) attempt(junit, () => writeFileSync(resolve(io.cwd, junit), writeJunit(outcome)))
      if (options.json) printJson(verifyToJson(outcome, sources), io)
      else print(outcome, indexSources(sources), io)
      const faulty = warnOfErrors([...reading, ...workspace.diagnostics], io)
      const failed = outcome.targets.missed + outcome.scenarios.failed
      finish(failed > 0 || faulty ? EXIT.findings : EXIT.fine)
    })
}

function print(outcome: VerifyOutcome, index: ReturnType<typeof indexSources>, io: CliIo): void {
  const list = renderVerification(outcome, { color: io.color })
  if (list !== '') io.out(`${list}\n\n`)
  for (const problem of findScenarioProblems(outcome.scenarios)) {
    io.out(`${renderDiagnostic(problem, index, { color: io.color })}\n\n`)
  }
  io.out(`${summarizeVerification(outcome)}\n`)
}

/** Says on standard error that the files have faults, so that nobody takes what passed for proof. A missed target is no fault. */
function warnOfErrors(diagnostics: readonly Diagnostic[], io: CliIo): boolean {
  const errors = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'ZW6006')
  if (errors.length === 0) return false
  io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的部分没有核对；运行 zw check 查看\n`)
  return true
}
