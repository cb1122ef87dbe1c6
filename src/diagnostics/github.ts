import type { Diagnostic } from './diagnostic.ts'
import { printable } from './printable.ts'
import type { Severity } from './severity.ts'
import type { SourceIndex } from './source-index.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' }

/**
 * One finding as a workflow command of GitHub Actions, which shows it beside the line in a pull request (工作流批注).
 * Ends without a line end.
 */
export function renderGithub(diagnostic: Diagnostic, sources: SourceIndex): string {
  const { file, start, end } = sources.locate(diagnostic.labels[0].origin)
  const properties = {
    file,
    line: start.line,
    endLine: end.line,
    // Columns belong to a single line, and the last one is included.
    ...(start.line === end.line && { col: start.column, endColumn: Math.max(start.column, end.column - 1) }),
    title: diagnostic.code,
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const lines = [
    diagnostic.message,
    ...(diagnostic.context === undefined ? [] : [`所在位置：${diagnostic.context}`]),
    ...(diagnostic.help === undefined ? [] : [`建议：${diagnostic.help}`]),
    ...diagnostic.fixes.map(({ title }) => `改法：${title}`),
  ]
  return `::${COMMANDS[diagnostic.severity]} ${written.join(',')}::${lines.map((line) => escapeData(printable(line))).join('%0A')}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
