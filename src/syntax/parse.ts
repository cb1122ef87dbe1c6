import type { SourceFile } from '../base/source-file.ts'
import { attachLines } from './attach-lines.ts'
import type { LineUse } from './attaching.ts'
import type { Block } from './block.ts'
import { reportMissingVersion } from './language-version.ts'
import { blankProse, isLiterate, readLiterate } from './literate.ts'
import { readBlock } from './read-block.ts'
import { finishReport, startReport } from './report.ts'
import type { Line } from './scan-lines.ts'
import type { SyntaxNode, SyntaxTree, Value } from './tree.ts'

/** Makes the tree of one file (解析). Never throws: what cannot be used is in `diagnostics`, the rest in `blocks`. */
export function parse(source: SourceFile): SyntaxTree {
  return parseObserved(source, undefined)
}

/** {@link parse}, telling what became of each line; for the formatter. */
export function parseObserved(
  source: SourceFile,
  observe: ((line: Line, use: LineUse) => void) | undefined,
): SyntaxTree {
  const literate = isLiterate(source.uri) ? readLiterate(source.text) : undefined
  const text = literate === undefined ? source.text : blankProse(source.text, literate)
  const report = startReport({ uri: source.uri, text })
  const cache = new Map<string, Map<string, Value>>()
  const blocks: SyntaxNode[] = []
  const take = (block: Block, quiet: ReadonlySet<number>) => {
    readBlock(block, report, cache, quiet)
    blocks.push(block.root)
  }
  attachLines(text, report, take, observe)
  reportMissingVersion(report, blocks, literate?.fences[0]?.start)
  return { source, blocks, diagnostics: finishReport(report) }
}
