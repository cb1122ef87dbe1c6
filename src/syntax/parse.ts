import type { SourceFile } from '../base/source-file.ts'
import { attachLines, type Beginning } from './attach-lines.ts'
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
  const { blocks, diagnostics } = parseObserved(source)
  return { source, blocks, diagnostics }
}

/** A tree of which it is known whether its blocks hang on each other. */
export interface SeparableTree extends SyntaxTree {
  /** True where each block would be read the same among other blocks. */
  readonly isSeparable: boolean
}

/** {@link parse}, telling what became of each line, for the formatter, and whether blocks can be read again one by one. */
export function parseObserved(source: SourceFile, observe?: (line: Line, use: LineUse) => void): SeparableTree {
  const literate = isLiterate(source.uri) ? readLiterate(source.text) : undefined
  const text = literate === undefined ? source.text : blankProse(source.text, literate)
  const { report, blocks, isSeparable } = read({ uri: source.uri, text }, observe)
  reportMissingVersion(report, blocks, literate?.fences[0]?.start)
  const diagnostics = finishReport(report)
  return { source, blocks, diagnostics, isSeparable: isSeparable && literate === undefined && report.hidden === 0 }
}

/** Reads the blocks of a stretch of a file by themselves, up to an offset (局部解析); places are those in the file. */
export function parseStretch({ uri, text }: SourceFile, from: Beginning, end: number): Omit<SeparableTree, 'source'> {
  const { report, blocks, isSeparable } = read({ uri, text: text.slice(0, end) }, undefined, from)
  return { blocks, diagnostics: finishReport(report), isSeparable: isSeparable && report.hidden === 0 }
}

function read(source: SourceFile, observe?: (line: Line, use: LineUse) => void, from?: Beginning) {
  const report = startReport(source)
  const cache = new Map<string, Map<string, Value>>()
  const blocks: SyntaxNode[] = []
  const take = (block: Block, quiet: ReadonlySet<number>) => {
    readBlock(block, report, cache, quiet)
    blocks.push(block.root)
  }
  const isSeparable = attachLines(source.text, report, take, observe, from)
  return { report, blocks, isSeparable }
}
