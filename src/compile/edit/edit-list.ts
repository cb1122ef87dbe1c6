import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { longestRising } from '../compare/longest-rising.ts'
import { isNamed, type MatchedLines, matchLines } from '../compare/match-lines.ts'
import { layOut, type PrintedLine, textOfLine } from '../print/lines.ts'
import { type BlockLines, isUntitled } from './block-lines.ts'
import { findPlace } from './find-place.ts'
import { childrenOf, isSection, locateLines } from './locate-lines.ts'
import type { TextEdit } from './text-edit.ts'

/** The edits of a matter while they are being collected. */
export interface EditWork {
  readonly file: BlockLines
  readonly root: SyntaxNode
  readonly edits: TextEdit[]
  readonly dropped: string[]
}

/** Lines below each other, as they were and as they are to be, and the nodes of the text that they stand under. */
export interface LineList {
  readonly before: readonly PrintedLine[]
  readonly after: readonly PrintedLine[]
  readonly hosts: readonly SyntaxNode[]
  /** Which part of the matter a line belongs to, where a blank line stands between parts. */
  readonly partOf?: ReadonlyMap<PrintedLine, number>
}

/** Attributes that stand once: what is put in takes the place of what the author wrote though it goes without saying. */
const SINGLE = new Set(CONSTRUCTS.flatMap(({ id, role, many }) => (role === 'attribute' && !many ? [id] : [])))

/** Edits one list of lines (改一列); false where that cannot be done line by line. */
export function editList(work: EditWork, list: LineList): boolean {
  const { before, after, hosts } = list
  if (layOut(before) === layOut(after)) return true
  if (!editTable(work, list)) return false
  const { file, edits } = work
  const [was, now] = [before.filter(isKeywordLine), after.filter(isKeywordLine)]
  const nodes = locateLines(was, hosts, work.root)
  const matched = matchLines(was, now)
  const pairs = new Map([...matched, ...pairRenamed(was, now, matched)].map((match) => [match.at.after, match]))
  const stayed = longestRising([...pairs.values()].toSorted((a, b) => a.at.after - b.at.after))
  const standing = now.map((_, index) => {
    const match = pairs.get(index)
    return match !== undefined && stayed.has(match) ? (nodes.get(match.before) ?? []) : []
  })
  const kept = new Set<PrintedLine>()
  for (const [index, line] of now.entries()) {
    const match = pairs.get(index)
    if (match !== undefined && stayed.has(match)) {
      kept.add(match.before)
      if (!editEntry(work, match, nodes.get(match.before) ?? [])) return false
      continue
    }
    if (match === undefined && replaceSingle(work, line, hosts)) continue
    const place = findPlace(file, index, { ...list, after: now, standing })
    if (place === undefined) return false
    const [moved] = match === undefined ? [] : (nodes.get(match.before) ?? [])
    const isVerbatim = match !== undefined && moved !== undefined && layOut([match.before]) === layOut([line])
    const from = isVerbatim ? { start: file.topOf(moved), end: file.endOf(moved) } : undefined
    const text = from === undefined ? layOut([line], place.indent) : file.text.slice(from.start, from.end)
    edits.push({ start: place.at, end: place.at, text: `${place.gap}${text}` })
    if (from === undefined || match === undefined) continue
    kept.add(match.before)
    edits.push({ ...from, text: '' })
  }
  return was.every((line) => kept.has(line) || remove(work, nodes.get(line) ?? []))
}

function isKeywordLine({ keyword }: PrintedLine): boolean {
  return keyword !== ''
}

/** The one part of its kind that is left on either side, where some of it is as before: it has another name. */
function pairRenamed(
  was: readonly PrintedLine[],
  now: readonly PrintedLine[],
  matched: readonly MatchedLines[],
): readonly MatchedLines[] {
  const [old, young] = [new Set(matched.map(({ at }) => at.before)), new Set(matched.map(({ at }) => at.after))]
  const removed = [...was.entries()].filter(([index, line]) => !old.has(index) && isNamed(line))
  const added = [...now.entries()].filter(([index, line]) => !young.has(index) && isNamed(line))
  return removed.flatMap(([index, line]) => {
    const others = removed.filter(([, other]) => other.construct === line.construct)
    const [only, ...more] = added.filter(([, other]) => other.construct === line.construct)
    if (only === undefined || others.length + more.length > 1) return []
    const words = new Set(line.under.map(textOfLine))
    const [place, after] = only
    const isAlike = after.under.some((one) => words.has(textOfLine(one)))
    return isAlike ? [{ before: line, after, at: { before: index, after: place }, isSame: false }] : []
  })
}

/** Edits what one line says, and what stands under it; where that fails, writes the whole entry anew with its comments above. */
function editEntry(work: EditWork, { before, after }: MatchedLines, nodes: readonly SyntaxNode[]): boolean {
  if (layOut([before]) === layOut([after])) return true
  const { file, edits, dropped } = work
  const [node] = nodes
  if (node === undefined) return false
  const [edited, gone] = [edits.length, dropped.length]
  const isCell = file.isCell(node)
  const isFit = before.value === after.value || !isCell || !/[|｜]/.test(after.value)
  if (before.value !== after.value) edits.push({ ...node.valueSpan, text: after.value })
  if (isFit && editList(work, { before: before.under, after: after.under, hosts: nodes })) return true
  if (isCell || isSection(before)) return false
  edits.splice(edited)
  dropped.splice(gone)
  const [start, end, indent] = [file.lineOf(node), file.endOf(node), file.indentOf(node)]
  const comments = file.commentsIn(start, end).map((comment) => `${indent}${comment}\n`)
  edits.push({ start, end, text: `${comments.join('')}${layOut([after], indent)}` })
  return true
}

/** 必要性：必要 goes without saying: whoever wrote it has it changed, not said twice. */
function replaceSingle({ edits }: EditWork, line: PrintedLine, hosts: readonly SyntaxNode[]): boolean {
  const there = childrenOf(hosts).find(({ construct }) => construct === line.construct)
  if (!SINGLE.has(line.construct) || there === undefined || line.under.length + there.children.length > 0) return false
  edits.push({ ...there.valueSpan, text: line.value })
  return true
}

/** Takes nodes out, each with its lines, and one of the blank lines that would stand below each other then. */
function remove({ file, edits, dropped }: EditWork, nodes: readonly SyntaxNode[]): boolean {
  if (nodes.length === 0) return false
  for (const node of nodes.flatMap((one) => (isUntitled(one) ? one.children : [one]))) {
    if (file.isCell(node)) return false
    const [start, end] = [file.lineOf(node), file.endOf(node)]
    dropped.push(...file.commentsIn(start, end))
    const blank = /\n(\r?\n)$/.exec(file.text.slice(0, start))?.[1]
    const isBelowBlank = blank !== undefined && /^\s*?(?:\r?\n|$)/.test(file.text.slice(end))
    edits.push({ start: isBelowBlank ? start - blank.length : start, end, text: '' })
  }
  return true
}

/** Writes the rows of a table anew where they differ. */
function editTable({ file, edits }: EditWork, { before, after, hosts }: LineList): boolean {
  const [was, now] = [before, after].map((lines) => lines.filter((line) => !isKeywordLine(line)))
  if (was === undefined || now === undefined || layOut(was) === layOut(now)) return true
  const [{ table } = { table: undefined }] = hosts
  if (table === undefined || now.length === 0) return false
  const { start, end } = file.linesAt(table.span)
  if (file.commentsIn(start, end).length > 0) return false
  const indent = /^[^\S\r\n]*/.exec(file.text.slice(start))?.[0] ?? ''
  edits.push({ start, end, text: layOut(now, indent) })
  return true
}
