import type { SourceFile } from '../../base/source-file.ts'
import type { Matter } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { printMatter, printParts } from '../print/matter.ts'
import { type BlockLines, readBlockLines } from './block-lines.ts'
import { editList } from './edit-list.ts'
import type { TextEdit } from './text-edit.ts'

/** What has to be done to a file so that one of its matters says something else (就地改动). */
export interface MatterEdit {
  readonly edits: readonly TextEdit[]
  /** The comments in what was taken out, which go with it. */
  readonly dropped: readonly string[]
}

/**
 * Changes the lines of a matter that say something else now, and no others: comments, order and layout stay as their author
 * has them. Undefined where the lines cannot be told apart. It goes by lines and not by what they mean, so the outcome has to
 * be compiled and compared; where it is another, {@link rewriteMatter} helps.
 */
export function editMatter(source: SourceFile, before: Matter, after: Matter): MatterEdit | undefined {
  const file = readBlockLines(source)
  const root = findBlock(file, before)
  if (root === undefined) return undefined
  const [was, now] = [printParts(before), printParts(after)]
  const [[title, ...others], [newTitle, ...newOthers]] = [was.flat(), now.flat()]
  if (title === undefined || newTitle === undefined) return undefined
  const work = { file, root, edits: [] as TextEdit[], dropped: [] as string[] }
  if (title.value !== newTitle.value) work.edits.push({ ...root.valueSpan, text: newTitle.value })
  const parts = new Map(now.flatMap((lines, index) => lines.map((line) => [line, index] as const)))
  const list = { before: others, after: newOthers, hosts: [root], partOf: parts }
  return editList(work, list) ? work : undefined
}

/** Writes a matter anew where it stands (整项重写), with the comments that were in it above it. */
export function rewriteMatter(source: SourceFile, before: Matter, after: Matter): MatterEdit | undefined {
  const file = readBlockLines(source)
  const root = findBlock(file, before)
  if (root === undefined) return undefined
  const [start, end] = [file.lineOf(root), file.endOf(root)]
  const kept = file.commentsIn(start, end).map((comment) => `${comment}\n`)
  return { edits: [{ start, end, text: `${kept.join('')}${printMatter(after)}` }], dropped: [] }
}

function findBlock({ blocks }: BlockLines, { origin }: Matter): SyntaxNode | undefined {
  return blocks.find(({ keyword }) => keyword.start === origin?.span.start)
}
