import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Name, SyntaxNode, SyntaxTree } from '../syntax/tree.ts'
import { type BlockHeader, readHeader } from './corpus/block-header.ts'
import { type FileHeader, headFile, keepHeaders } from './corpus/file-header.ts'
import { nameOf } from './lower/read-node.ts'
import { withHeadings } from './text/context-path.ts'
import { type LineOf, startLineOf } from './text/lines.ts'

/** One top-level block of a file with what the parser found in its lines: with what it names, all that compiling it needs. */
export interface SourceBlock {
  readonly source: SourceFile
  readonly lineOf: LineOf
  readonly node: SyntaxNode
  /** Undefined for 语言版本 and 引用, and where the name cannot be read. */
  readonly name: Name | undefined
  /** What other blocks may ask about it before it is compiled. */
  readonly header: BlockHeader
  readonly findings: readonly Diagnostic[]
}

/** A file in parts (文件的各块). */
export interface SplitFile {
  readonly source: SourceFile
  readonly header: FileHeader
  readonly blocks: readonly SourceBlock[]
  /** What was found before the first block. */
  readonly findings: readonly Diagnostic[]
}

/** Finds the block that has a header in the present texts. */
export type BlockOf = (header: BlockHeader) => SourceBlock

/** Parts a file into its top-level blocks; each finding goes to the block in whose lines it stands. */
export function splitBlocks({ source, blocks, diagnostics }: SyntaxTree): SplitFile {
  const findings: Diagnostic[] = []
  const byBlock = blocks.map((): Diagnostic[] => [])
  for (const finding of diagnostics) {
    const home = byBlock[lastStartingAt(blocks, finding.labels[0].origin.span.start)] ?? findings
    home.push(finding)
  }
  const lineOf = startLineOf(source)
  const sourceBlocks = blocks.flatMap((block, index): readonly SourceBlock[] => {
    const outside = block.children.filter(isAboutAnother)
    const node =
      outside.length === 0 ? block : { ...block, children: block.children.filter((one) => !isAboutAnother(one)) }
    return [node, ...outside].map((each) => {
      const name = nameOf(each)
      const findings = each === node ? (byBlock[index] ?? []) : []
      return { source, lineOf, node: each, name, header: readHeader(each, name), findings }
    })
  })
  const header = headFile(
    source.uri,
    sourceBlocks.map((block) => block.header),
  )
  return { source, header, blocks: sourceBlocks, findings: withHeadings(findings, source) }
}

/** The parts of a file after an edit, with the headers of before where they say the same. */
export function splitAgain(tree: SyntaxTree, before: SplitFile): SplitFile {
  const file = splitBlocks(tree)
  const header = keepHeaders(before.header, file.header)
  const blocks = file.blocks.map((block, index) => ({ ...block, header: header.blocks[index] ?? block.header }))
  return { ...file, header, blocks }
}

/** True for a 用例 with 针对, which belongs to the matter that it names and not to the one that it happens to follow. */
function isAboutAnother({ construct, children }: SyntaxNode): boolean {
  return construct === 'scenario' && children.some((child) => child.construct === 'scenario.matter')
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
