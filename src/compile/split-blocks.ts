import type { SourceFile } from '../base/source-file.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { beginsBlock } from '../syntax/keyword-table.ts'
import type { SeparableTree } from '../syntax/parse.ts'
import { lineEndAfter, lineStartBefore } from '../syntax/scan-lines.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { type BlockHeader, readHeader } from './corpus/block-header.ts'
import { type FileHeader, headFile } from './corpus/file-header.ts'
import { nameOf } from './lower/read-node.ts'
import { withContext, withHeadings } from './text/context-path.ts'
import { type LineOf, startLineOf } from './text/lines.ts'

/** One top-level block of a file with what the parser found in its lines: with what it names, all that compiling it needs. */
export interface SourceBlock {
  readonly source: SourceFile
  readonly lineOf: LineOf
  readonly node: SyntaxNode
  /** What other blocks may ask about it before it is compiled. */
  readonly header: BlockHeader
  readonly findings: readonly Diagnostic[]
  /** The node as it was read: the same for as long as the lines are the same, wherever they have moved since. */
  readonly asRead: SyntaxNode
  /** How far they have moved. Unit: UTF-16 units. */
  readonly movedBy: number
}

/** The lines of a file from one that begins a block to the next such (文件的一段). */
export interface Part {
  readonly start: number
  /** The block and the 用例 for other matters that were written in it. */
  readonly blocks: readonly SourceBlock[]
  /** Where the line ends that begins it; undefined where it may begin elsewhere once the lines above it change. */
  readonly headEnd: number | undefined
}

/** A file in parts (文件的各块). */
export interface SplitFile {
  readonly source: SourceFile
  readonly header: FileHeader
  readonly blocks: readonly SourceBlock[]
  /** The 引用 lines. */
  readonly imports: readonly SourceBlock[]
  /** What was found in lines that belong to no block. */
  readonly findings: readonly Diagnostic[]
  readonly parts: readonly Part[]
  /** What was found above them. */
  readonly leading: readonly Diagnostic[]
  /** True where each part would be read the same among other parts. */
  readonly isSeparable: boolean
}

/** Finds the block that has a header in the present texts. */
export type BlockOf = (header: BlockHeader) => SourceBlock

/** Parts a file into its top-level blocks; each finding goes to the block in whose lines it stands. */
export function splitBlocks({ source, blocks, diagnostics, isSeparable }: SeparableTree): SplitFile {
  const { parts, findings } = partsOf(source, blocks, diagnostics)
  return joinParts({ source, parts, leading: withHeadings(findings, source), isSeparable }, undefined)
}

/** Lines that say something about the file. They are no blocks: nothing builds on them, and nothing is made of them. */
const ABOUT_FILE: ReadonlySet<string> = new Set(['languageVersion', 'import'])

/** Makes a file of its parts, with the header of before where it says the same. */
export function joinParts(
  file: Pick<SplitFile, 'source' | 'parts' | 'leading' | 'isSeparable'>,
  before: FileHeader | undefined,
): SplitFile {
  const blocks: SourceBlock[] = []
  const imports: SourceBlock[] = []
  const findings = [...file.leading]
  for (const block of file.parts.flatMap((part) => part.blocks)) {
    const { header } = block
    if (!ABOUT_FILE.has(header.construct)) blocks.push(block)
    else if (block.findings.length > 0) findings.push(...withContext(block.findings, block))
    if (header.request !== undefined) imports.push(block)
  }
  const header = headFile(file.source.uri, blocks.map(headerOf), imports.map(headerOf), before)
  return { ...file, header, blocks, imports, findings }
}

function headerOf({ header }: SourceBlock): BlockHeader {
  return header
}

/** The parts of a file, or of a stretch of it, with what was found before the first. */
export function partsOf(
  source: SourceFile,
  blocks: readonly SyntaxNode[],
  diagnostics: readonly Diagnostic[],
): { readonly parts: readonly Part[]; readonly findings: readonly Diagnostic[] } {
  const findings: Diagnostic[] = []
  const byBlock = blocks.map((): Diagnostic[] => [])
  for (const finding of diagnostics) {
    const home = byBlock[lastStartingAt(blocks, finding.labels[0].origin.span.start)] ?? findings
    home.push(finding)
  }
  const lineOf = startLineOf(source)
  const parts = blocks.map((block, index): Part => {
    const outside = block.children.filter(isAboutAnother)
    const node =
      outside.length === 0 ? block : { ...block, children: block.children.filter((one) => !isAboutAnother(one)) }
    const own = byBlock[index] ?? []
    const sourceBlocks = [node, ...outside].map((each) => ({
      source,
      lineOf,
      node: each,
      header: readHeader(each, nameOf(each)),
      findings: each === node ? own : [],
      asRead: each,
      movedBy: 0,
    }))
    const { keyword } = block
    const isSure = own.length === 0 && beginsBlock(source.text, keyword)
    return {
      start: lineStartBefore(source.text, keyword.start),
      blocks: sourceBlocks,
      headEnd: isSure ? lineEndAfter(source.text, keyword.end) : undefined,
    }
  })
  return { parts, findings }
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
