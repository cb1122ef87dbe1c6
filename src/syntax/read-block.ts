import type { Span } from '../base/span.ts'
import { type Block, type Doubtful, MISSING, NONE } from './block.ts'
import type { ValueKind } from './construct.ts'
import { kindOf, LINE_END } from './fold.ts'
import { skipBlanks } from './line-head.ts'
import { OPEN_KINDS } from './open-kinds.ts'
import { contextStep } from './open-nodes.ts'
import { edit, type Report } from './report.ts'
import { reportContinuation, reportStray } from './report-lines.ts'
import { EMPTY_SCOPE, type Scope, scopeOf } from './scope.ts'
import type { Value } from './tree.ts'
import { readColumns, readTable } from './values/read-table.ts'
import { readValue } from './values/read-value.ts'
import { fix, found, type Reading } from './values/reading.ts'
import { reportUnfilled } from './values/report-unfilled.ts'
import { isSentenceMark } from './values/scan-pair.ts'
import { type Slice, sliceOf } from './values/slice.ts'
import { VALUE_KINDS } from './values/value-kinds.ts'

/** Reads the values of a block: first what it declares, so that names are known wherever in the block they stand. */
export function readBlock(
  block: Block,
  to: Report,
  cache: Map<string, Map<string, Value>>,
  quiet: ReadonlySet<number>,
): void {
  const reading: Reading = {
    report: to,
    scope: EMPTY_SCOPE,
    keyword: '',
    example: undefined,
    quiet: false,
    context: () => '',
    cache,
  }
  const { rows } = block
  for (let place = 0; place < rows.length; place++) {
    if (isDeclaring(block, place)) readPlace(block, place, reading, quiet)
  }
  const declared = scopeOf(block)
  reading.scope = { ...declared, tableOutputs: tableOutputs(block, to.source.text, declared) }
  for (let place = 0; place < rows.length; place++) {
    if (!isDeclaring(block, place)) readPlace(block, place, reading, quiet)
  }
  for (const [place, table] of block.tables) {
    const node = block.nodes[place]
    const kind = block.rows[place]?.construct.table
    if (node === undefined || kind === undefined) continue
    reading.quiet = false
    reading.context = () => {
      const name = to.source.text.slice(node.valueSpan.start, node.valueSpan.end)
      return `${contextOf(block, place, to.source.text)} › ${contextStep(block.rows[place]?.construct.keyword ?? '', name)}`
    }
    node.table = readTable(reading, table, kind.output)
  }
}

/** The names that conditions may use for what decision tables give. */
function tableOutputs(block: Block, text: string, scope: Scope): readonly string[] {
  return [...block.tables].flatMap(([place, { heads }]) => {
    const value = block.nodes[place]?.value
    if (block.rows[place]?.construct.table?.output !== 'operand' || value?.kind !== 'name') return []
    const outputs = readColumns(text, heads, scope).filter(({ isOutput }) => isOutput)
    return outputs.flatMap(({ name }) => [name.key, `${value.name.key}·${name.key}`])
  })
}

function isDeclaring(block: Block, place: number): boolean {
  const construct = block.rows[place]?.construct
  return construct?.declares !== undefined || construct?.ofFacts !== undefined
}

function readPlace(block: Block, place: number, reading: Reading, quiet: ReadonlySet<number>): void {
  const node = block.nodes[place]
  const row = block.rows[place]
  if (node === undefined || row === undefined) return
  const { text } = reading.report.source
  const { value: kind } = row.construct
  reading.quiet = quiet.size > 0 && quiet.has(place)
  reading.context = () => contextOf(block, place, text)
  reading.keyword = row.construct.keyword
  reading.example = row.construct.example
  if (kind.kind === 'choice' && node.keyword.end > node.keyword.start) {
    reading.keyword = text.slice(node.keyword.start, node.keyword.end)
  }
  const doubts = block.doubtful.get(place)
  if (doubts === undefined) node.value = readNode(block, place, reading)
  else settleDoubts(block, place, reading, doubts)
}

function readNode(block: Block, place: number, reading: Reading): Value {
  const node = block.nodes[place]
  const kind = kindAt(block, place)
  if (node === undefined || kind === undefined) return MISSING
  const slice = sliceOf(reading.report.source.text, node.valueSpan, block.pieces.get(place))
  if (isBlank(slice)) {
    if (kind.kind === 'none') return NONE
    reportEmpty(block, place, reading)
    return MISSING
  }
  if (kind.kind === 'none') {
    reportContent(block, place, reading)
    return NONE
  }
  return reportUnfilled(reading, slice) ? MISSING : readValue(reading, slice, kind)
}

/** The kind of value of a line; of 并且 that of the line beside it that it goes on with. */
function kindAt({ rows, parents }: Block, place: number): ValueKind | undefined {
  const own = rows[place]?.construct.value
  if (own?.kind !== 'continued') return own
  for (let before = place - 1; before > (parents[place] ?? -1); before--) {
    const kind = parents[before] === parents[place] ? rows[before]?.construct : undefined
    if (kind?.many === true && kind.value.kind !== 'continued') return kind.value
  }
  return own
}

/** True when nothing but the mark that ends a sentence stands behind the colon. */
function isBlank({ text, start, end }: Slice): boolean {
  if (end - start > 1) return false
  return start === end || isSentenceMark(text.charCodeAt(start))
}

/** Keeps doubtful lines where the value can be read with them (ZW1006); elsewhere they belong nowhere (ZW1005). */
function settleDoubts(block: Block, place: number, reading: Reading, doubts: readonly Doubtful[]): void {
  const node = block.nodes[place]
  const row = block.rows[place]
  if (node === undefined || row === undefined) return
  const { quiet } = reading
  const isOpen = OPEN_KINDS.has(row.construct.value.kind)
  reading.quiet = quiet || !isOpen
  node.value = readNode(block, place, reading)
  reading.quiet = quiet
  if (isOpen || node.value.kind !== 'missing') {
    // It was read in silence to see whether it can be; what is found in it counts now.
    if (!isOpen) node.value = readNode(block, place, reading)
    for (const doubt of doubts) reportContinuation(reading.report, doubt, row.construct.keyword)
    return
  }
  // What continues a line that belongs nowhere belongs with it.
  const pieces = block.pieces.get(place) ?? []
  const first = pieces.findIndex((piece) => doubts.some(({ span }) => span.start === piece.start))
  const kept = pieces.slice(0, first)
  block.pieces.set(place, kept)
  node.valueSpan = { start: node.valueSpan.start, end: kept.at(-1)?.end ?? node.valueSpan.start }
  node.value = readNode(block, place, reading)
  for (const [index, { span }] of doubts.entries()) {
    const next = doubts[index + 1]?.span.start ?? Number.POSITIVE_INFINITY
    const end = pieces.findLast(({ start }) => start < next)?.end ?? span.end
    reportStray(reading.report, { start: span.start, end }, reading.context)
  }
}

/** Nothing behind the colon (ZW1101). */
function reportEmpty(block: Block, place: number, reading: Reading): void {
  const node = block.nodes[place]
  const row = block.rows[place]
  if (node === undefined || row === undefined) return
  const { kind } = row.construct.value
  const expected = kind === 'enum' || kind === 'enums' ? undefined : VALUE_KINDS[kind].expected
  const { keyword } = row.construct
  const span = { start: node.keyword.start, end: node.valueSpan.end }
  found(reading, 'ZW1101', { keyword, expected }, span, () => [
    fix(reading, '删去这一行', 'ask', [{ ...wholeLine(reading.report.source.text, span), text: '' }]),
  ])
}

/** The line of a stretch of text with its blanks and its end. */
function wholeLine(text: string, { start, end }: Span): Span {
  let from = start
  while (from > 0 && kindOf(text.charCodeAt(from - 1)) !== LINE_END) from--
  let to = end
  while (to < text.length && kindOf(text.charCodeAt(to)) !== LINE_END) to++
  return { start: from, end: Math.min(text.length, to + (text.startsWith('\r\n', to) ? 2 : 1)) }
}

/** Something behind the title of a section (ZW1104): it belongs on lines of its own. */
function reportContent(block: Block, place: number, reading: Reading): void {
  const node = block.nodes[place]
  const row = block.rows[place]
  if (node === undefined || row === undefined) return
  const { text } = reading.report.source
  const { start, end } = node.valueSpan
  const entryKeyword = row.members[0]?.construct.keyword ?? ''
  const value = text.slice(start, end)
  found(reading, 'ZW1104', { keyword: row.construct.keyword, value, entryKeyword }, { start, end }, () => [
    {
      title: `另起一行写成“${entryKeyword}：”`,
      applicability: 'ask',
      edits: [edit(reading.report, skipBlanks(text, start, end), start, `\n  ${entryKeyword}：`)],
    },
  ])
}

/** Where a node stands, for people: the names of what it belongs to. */
function contextOf(block: Block, place: number, text: string): string {
  const steps: string[] = []
  for (let at = block.parents[place] ?? -1; at >= 0; at = block.parents[at] ?? -1) {
    const row = block.rows[at]
    const node = block.nodes[at]
    if (row === undefined || node === undefined) break
    steps.unshift(contextStep(row.construct.keyword, text.slice(node.valueSpan.start, node.valueSpan.end)))
  }
  return steps.join(' › ')
}
