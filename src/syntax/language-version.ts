import { edit, type Report, report } from './report.ts'
import type { SyntaxNode } from './tree.ts'

/**
 * Warns where a file with matters does not say which version of the language it is written in (ZW0102). `first` is where
 * its lines begin; at the start of the file by default.
 */
export function reportMissingVersion(to: Report, blocks: readonly SyntaxNode[], first?: number): void {
  if (blocks.length === 0 || blocks.some(({ construct }) => construct === 'languageVersion')) return
  const begin = blocks[0]?.keyword.start ?? 0
  // A line before the first block that could not be read may be the one that says it.
  if (to.diagnostics.some(({ severity, labels: [{ origin }] }) => severity === 'error' && origin.span.start < begin))
    return
  const start = first ?? (to.source.text.startsWith('\uFEFF') ? 1 : 0)
  report(to, 'ZW0102', {}, { start, end: start }, () => ({
    fixes: [
      {
        title: '在文件开头补一行“语言版本：1”',
        applicability: 'auto',
        edits: [edit(to, start, start, '语言版本：1\n')],
      },
    ],
  }))
}
