import type { Block } from './block.ts'
import { MISSING, NONE } from './block.ts'
import { skipBlanks } from './line-head.ts'
import { contextStep } from './open-nodes.ts'
import { edit, type Report, report } from './report.ts'
import { EMPTY_SCOPE, scopeOf } from './scope.ts'
import type { Value } from './tree.ts'
import { found, type Reading } from './values/reading.ts'
import { readValue } from './values/read-value.ts'
import { sliceOf } from './values/slice.ts'
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
    quiet: false,
    context: () => '',
    cache,
  }
  const { rows } = block
  for (let place = 0; place < rows.length; place++) {
    if (isDeclaring(block, place)) readPlace(block, place, reading, quiet)
  }
  reading.scope = scopeOf(block)
  for (let place = 0; place < rows.length; place++) {
    if (!isDeclaring(block, place)) readPlace(block, place, reading, quiet)
  }
}

function isDeclaring(block: Block, place: number): boolean {
  const construct = block.rows[place]?.construct
  return construct?.declares !== undefined || construct?.unitOfFacts === true
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
  if (kind.kind === 'choice' && node.keyword.end > node.keyword.start) {
    reading.keyword = text.slice(node.keyword.start, node.keyword.end)
  }
  const { start, end } = node.valueSpan
  if (start === end) {
    node.value = kind.kind === 'none' ? NONE : MISSING
    if (kind.kind !== 'none') reportEmpty(block, place, reading)
  } else if (kind.kind === 'none') {
    node.value = NONE
    reportContent(block, place, reading)
  } else {
    node.value = readValue(reading, sliceOf(text, node.valueSpan, block.pieces.get(place)), kind)
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
  found(reading, 'ZW1101', { keyword, expected }, { start: node.keyword.start, end: node.valueSpan.end })
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
