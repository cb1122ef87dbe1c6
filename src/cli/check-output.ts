import packageJson from '../../package.json' with { type: 'json' }
import type { SourceFile } from '../base/source-file.ts'
import type { AppliedFix } from '../compile/fix-workspace.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { writeDiagnosticJson } from '../diagnostics/diagnostic-json.ts'
import { renderGithub } from '../diagnostics/github.ts'
import { renderDiagnostic, summarizeSeverities } from '../diagnostics/render-diagnostic.ts'
import { writeSarif } from '../diagnostics/sarif.ts'
import { indexSources } from '../diagnostics/source-index.ts'
import type { CliIo } from './io.ts'
import { printJson } from './json-output.ts'

/** What `zw check` came to (检查结果). */
export interface CheckResult {
  readonly sources: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** What was not checked whole because of errors. */
  readonly waiting: readonly string[]
  /** What `--fix` mended before. */
  readonly fixed: readonly AppliedFix[]
}

/** The formats of `--format`: for people, for programs, for code hosts. */
export const CHECK_FORMATS = {
  text: printText,
  json: printFindingsJson,
  sarif: ({ sources, diagnostics }, io) =>
    printJson(writeSarif(diagnostics, indexSources(sources), packageJson.version), io),
  github: printGithub,
} as const satisfies Readonly<Record<string, (result: CheckResult, io: CliIo) => void>>

export type CheckFormat = keyof typeof CHECK_FORMATS

function printText({ sources, diagnostics, waiting, fixed }: CheckResult, io: CliIo): void {
  const index = indexSources(sources)
  for (const { file, code, title } of fixed) io.out(`已改好：${file}：${title}（${code}）\n`)
  if (fixed.length > 0) io.out('\n')
  for (const diagnostic of diagnostics) io.out(`${renderDiagnostic(diagnostic, index, { color: io.color })}\n\n`)
  const mended = fixed.length === 0 ? '' : `自动改好${fixed.length}处，`
  io.out(`检查了${sources.length}个文件：${mended}${summarize(diagnostics)}\n${announce(waiting)}`)
}

function printGithub({ sources, diagnostics, waiting }: CheckResult, io: CliIo): void {
  const index = indexSources(sources)
  for (const diagnostic of diagnostics) io.out(`${renderGithub(diagnostic, index)}\n`)
  io.out(`检查了${sources.length}个文件：${summarize(diagnostics)}\n${announce(waiting)}`)
}

function summarize(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 0 ? '没有发现问题' : summarizeSeverities(diagnostics)
}

/** What comes to light only after the errors are mended. */
function announce(waiting: readonly string[]): string {
  return waiting.length === 0 ? '' : `改正错误以后，还会检查：${waiting.join('、')}\n`
}

function printFindingsJson({ sources, diagnostics, waiting, fixed }: CheckResult, io: CliIo): void {
  const index = indexSources(sources)
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((each) => each.severity === severity).length
  const document = {
    schema: 'zw/check/1',
    files: sources.length,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    waiting,
    fixed,
    diagnostics: diagnostics.map((diagnostic) => writeDiagnosticJson(diagnostic, index)),
  }
  printJson(document, io)
}
