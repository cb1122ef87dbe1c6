import { Option } from 'commander'
import type { SourceFile } from '../../base/source-file.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { writeDiagnosticJson } from '../../diagnostics/diagnostic-json.ts'
import { renderDiagnostic, summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import { indexSources } from '../../diagnostics/source-index.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readDateOption } from '../read-date-option.ts'
import { readSources } from '../read-sources.ts'

interface Options {
  readonly json?: true
  readonly format: 'text' | 'json'
  readonly denyWarnings?: true
  readonly asOf?: string
}

/** `zw check`: every finding with its line, its remedy and its place; exit code 1 when there are errors. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .addOption(new Option('--format <格式>', '输出格式').choices(['text', 'json']).default('text', 'text'))
    .option('--json', '同 --format json')
    .option('--deny-warnings', '有警告也算不通过')
    .option('--as-of <日期>', '按哪一天的规定检查（默认：今天）', readDateOption)
    .action(async (paths: readonly string[], options: Options) => {
      const { sources, diagnostics: reading } = await readSources(paths, io)
      const compiled = compileSources(sources, options.asOf ?? io.today(), io)
      const diagnostics = [...reading, ...compiled.diagnostics]
      if (options.json || options.format === 'json') printFindingsJson(sources, diagnostics, io)
      else printFindings(sources, diagnostics, io)
      const failing = diagnostics.some(
        ({ severity }) => severity === 'error' || (options.denyWarnings && severity === 'warning'),
      )
      finish(failing ? EXIT.findings : EXIT.fine)
    })
}

function printFindings(sources: readonly SourceFile[], diagnostics: readonly Diagnostic[], io: CliIo): void {
  const index = indexSources(sources)
  for (const diagnostic of diagnostics) io.out(`${renderDiagnostic(diagnostic, index, { color: io.color })}\n\n`)
  const found = diagnostics.length === 0 ? '没有发现问题' : summarizeSeverities(diagnostics)
  io.out(`检查了${sources.length}个文件：${found}\n`)
}

function printFindingsJson(sources: readonly SourceFile[], diagnostics: readonly Diagnostic[], io: CliIo): void {
  const index = indexSources(sources)
  const count = (severity: Diagnostic['severity']) => diagnostics.filter((each) => each.severity === severity).length
  const document = {
    schema: 'zw/check/1',
    files: sources.length,
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    diagnostics: diagnostics.map((diagnostic) => writeDiagnosticJson(diagnostic, index)),
  }
  printJson(document, io)
}
