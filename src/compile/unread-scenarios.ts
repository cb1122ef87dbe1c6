import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { scenarioKey, type UnreadLine, type UnreadScenarios } from '../model/unread-scenarios.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import type { SourceBlock } from './split-blocks.ts'
import { childAt } from './text/child-at.ts'

/** The 用例 of a block that have lines with errors, be the block one 用例 or what holds several; undefined without any. */
export function findUnreadScenarios(
  { node, source, lineOf }: SourceBlock,
  findings: readonly Diagnostic[],
): UnreadScenarios | undefined {
  const unread = new Map<string, UnreadLine[]>()
  for (const { severity, labels } of findings) {
    const { origin } = labels[0]
    if (severity !== 'error' || origin.file !== source.uri) continue
    const scenario = scenarioAt(node, origin.span.start)
    if (scenario === undefined) continue
    const key = scenarioKey({ file: source.uri, span: scenario.keyword })
    const lines = unread.get(key) ?? []
    unread.set(key, lines)
    const line = lineOf(origin.span.start)
    if (!lines.some((known) => known.line === line)) lines.push({ line, origin })
  }
  for (const lines of unread.values()) lines.sort((a, b) => a.line - b.line)
  return unread.size === 0 ? undefined : unread
}

/** The 用例 that holds a place of a block; undefined where none does. */
export function scenarioAt(block: SyntaxNode, offset: number): SyntaxNode | undefined {
  const node = block.construct === 'scenario' ? block : childAt(block, offset)
  return node?.construct === 'scenario' ? node : undefined
}
