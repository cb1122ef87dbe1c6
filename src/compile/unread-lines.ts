import type { DiagnosticCode } from '../diagnostics/catalogue.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { childAt } from './text/child-at.ts'

/** Lines that were not used at all: what they would have said may belong anywhere near. */
const UNUSED_LINE: ReadonlySet<DiagnosticCode> = new Set(['ZW1001', 'ZW1004', 'ZW1005', 'ZW1009', 'ZW2001', 'ZW2003'])

/** True for a finding about a line of which nothing was used. */
export function isUnused({ code, severity }: Pick<Diagnostic, 'code' | 'severity'>): boolean {
  return severity === 'error' && UNUSED_LINE.has(code)
}

/** True for a finding about a line that was not used, or whose content was not: what it says is not known. */
export function isUnread(finding: Diagnostic): boolean {
  return isUnused(finding) || (finding.severity === 'error' && (finding.code === 'ZW1101' || finding.code === 'ZW1102'))
}

/** The entries of a block to which a line that was not used may belong: those that were open where it stands. */
export function entriesWithUnused(block: SyntaxNode, findings: readonly Diagnostic[]): ReadonlySet<SyntaxNode> {
  const entries = new Set<SyntaxNode>()
  for (const finding of findings) {
    if (!isUnused(finding) && finding.code !== 'ZW1009') continue
    const offset = finding.labels[0].origin.span.start
    for (let node: SyntaxNode | undefined = block; node !== undefined; node = childAt(node, offset)) entries.add(node)
  }
  return entries
}

/** Tells of each entry of a block whether it may lack a line that was not used; worked out when it is first asked. */
export function findUnused(block: SyntaxNode, findings: readonly Diagnostic[]): (entry: SyntaxNode) => boolean {
  let entries: ReadonlySet<SyntaxNode> | undefined
  return (entry) => {
    entries ??= entriesWithUnused(block, findings)
    return entries.has(entry)
  }
}
