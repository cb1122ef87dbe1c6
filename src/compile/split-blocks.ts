import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { SyntaxNode, SyntaxTree } from '../syntax/tree.ts'
import { type LineOf, startLineOf } from './text/lines.ts'

/** One 事项 of a file with what the parser found in its lines: all that compiling it needs, so that it can be done anew alone. */
export interface MatterBlock {
  readonly source: SourceFile
  readonly lineOf: LineOf
  readonly node: SyntaxNode
  readonly findings: readonly Diagnostic[]
}

/** A file in parts: its matters, and what was found outside of them. */
export interface SplitFile {
  readonly blocks: readonly MatterBlock[]
  readonly findings: readonly Diagnostic[]
}

/** Parts a file into its 事项; each finding goes to the block in whose lines it stands. */
export function splitBlocks({ source, blocks, diagnostics }: SyntaxTree): SplitFile {
  const lineOf = startLineOf(source)
  const findings: Diagnostic[] = []
  const byBlock = blocks.map((): Diagnostic[] => [])
  for (const finding of diagnostics) {
    const block = lastStartingAt(blocks, finding.labels[0].origin.span.start)
    const home = blocks[block]?.construct === 'matter' ? byBlock[block] : findings
    home?.push(finding)
  }
  return {
    blocks: blocks.flatMap((node, index) =>
      node.construct === 'matter' ? [{ source, lineOf, node, findings: byBlock[index] ?? [] }] : [],
    ),
    findings,
  }
}

/** The index of the last block that starts at or before an offset, by bisection; −1 where there is none. */
function lastStartingAt(blocks: readonly SyntaxNode[], offset: number): number {
  let low = -1
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((blocks[middle]?.keyword.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
