import type { DiagnosticCode } from '../diagnostics/catalogue.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { withDeclarations } from './names/offer-declarations.ts'
import type { SourceBlock } from './split-blocks.ts'
import { withContext } from './text/context-path.ts'
import { entriesWithUnused, isUnread } from './unread-lines.ts'

/** Findings that something is missing below an entry. */
const MISSING_LINE: ReadonlySet<DiagnosticCode> = new Set(['ZW2004', 'ZW2007', 'ZW6007', 'ZW6008', 'ZW7001', 'ZW7002'])

/** Findings that something is missing in another block, or in how this one goes on from it. */
const MISSING_ELSEWHERE: ReadonlySet<DiagnosticCode> = new Set(['ZW4001', 'ZW8101', 'ZW8102', 'ZW8104'])

/**
 * The findings about a block as people get them: without those that only follow from a line which could not be read,
 * here or in what the block builds on, and with their place in words (整理一块的诊断).
 */
export function finishFindings(
  findings: readonly Diagnostic[],
  block: SourceBlock,
  { referenced }: Pick<Surroundings, 'referenced'>,
): readonly Diagnostic[] {
  if (findings.length === 0) return findings
  const unused = new Set([...entriesWithUnused(block.node, findings)].map(({ keyword }) => keyword.start))
  const isUnsureElsewhere = [...referenced.values()].some(hasUnread)
  const isUnsureHere = findings.some(isUnread)
  const kept = findings.filter(({ code, labels: [{ origin }] }) => {
    if (MISSING_LINE.has(code)) return !unused.has(origin.span.start)
    if (code === 'ZW8102') return !isUnsureHere && !isUnsureElsewhere
    return !(isUnsureElsewhere && MISSING_ELSEWHERE.has(code))
  })
  return withContext(withDeclarations(kept, block), block)
}

function hasUnread({ findings, base }: CompiledBlock): boolean {
  return findings.some(isUnread) || (base !== undefined && hasUnread(base))
}
