import type { Attaching, EntryColumns, OpenTable } from './attaching.ts'
import { foldWord } from './fold.ts'
import { KEYWORDS, type Row } from './keyword-table.ts'
import { attach, contextAt, describeOpen, frameAt, type OpenNodes } from './open-nodes.ts'
import { openSection } from './place-keyword.ts'
import { edit, report } from './report.ts'
import { contextHere } from './runs.ts'
import { suggestAmong } from './suggest-keyword.ts'
import { type Cell, isBlankCell, isDashCell } from './table-row.ts'

/** Heads over columns of numbers that only count the rows. */
const NUMBERING = new Set(['序号', '序', 'No', 'NO', 'No.', 'NO.'])

/** What the first head of a table of entries says: the entry, and where its lines go. */
interface EntryHead {
  readonly column: number
  readonly number: number
  readonly row: Row
  /** The open node that takes the entries; −1 where a section must be opened for them. */
  readonly depth: number
}

/**
 * Tells a table of entries by its heads: first the keyword of an entry that may stand here, then its attributes, of which
 * at least half must be known. Reports nothing and changes nothing.
 */
export function findEntryHeads(state: Attaching, heads: readonly Cell[]): EntryHead | undefined {
  const entry = findEntry(state, heads)
  if (entry === undefined) return undefined
  const others = heads.filter((cell, column) => column > entry.column && !isBlankCell(cell))
  const known = others.filter((cell) => attributeOf(state.text, cell, entry.row) !== undefined)
  return known.length > 0 && 2 * known.length >= others.length ? entry : undefined
}

/** True where cells go on with heads that an editor broke off at a bar: they are attributes of the entry too. */
export function continuesHeads(state: Attaching, heads: readonly Cell[], tail: readonly Cell[]): boolean {
  const entry = findEntry(state, heads)
  return entry !== undefined && tail.every((cell) => attributeOf(state.text, cell, entry.row) !== undefined)
}

function findEntry({ text, open }: Attaching, heads: readonly Cell[]): EntryHead | undefined {
  const column = firstColumn(text, heads)
  const head = heads[column]
  if (head === undefined) return undefined
  const word = headWord(text, head)
  for (const spelling of [word, word.replace(/名称$/, '')]) {
    const number = KEYWORDS.numbers.get(spelling) ?? -1
    const found = number < 0 ? undefined : (entryTaken(open, number) ?? entryOfSection(open, number))
    if (found !== undefined) return { column, number, ...found }
  }
  return undefined
}

/** The entry of the open section whose title the head repeats: 办理环节 over a column of 环节. */
function entryOfSection(open: OpenNodes, number: number): { readonly row: Row; readonly depth: number } | undefined {
  for (let depth = open.top; depth > 1; depth--) {
    const { row } = frameAt(open, depth)
    if (row.construct.role !== 'section' || frameAt(open, depth - 1).row.children[number] !== row) continue
    const entry = row.members.find(isEntry)
    return entry && { row: entry, depth }
  }
  return undefined
}

/** The first column that is not mere numbering. */
function firstColumn(text: string, heads: readonly Cell[]): number {
  return heads.findIndex((head) => !isBlankCell(head) && !NUMBERING.has(headWord(text, head)))
}

/** A head without what stands in brackets behind it, and without the mark that ends a sentence. */
function headWord(text: string, { start, end, pieces }: Cell): string {
  const word = (pieces ?? [{ start, end }]).map((piece) => foldWord(text, piece.start, piece.end)).join('')
  return word.replace(/[。;]+$/, '').replace(/\([^()]*\)$/, '')
}

/** The nearest open node, or section that could be opened, under which a keyword is an entry with a name. */
function entryTaken(open: OpenNodes, number: number): { readonly row: Row; readonly depth: number } | undefined {
  for (let depth = open.top; depth > 0; depth--) {
    const row = frameAt(open, depth).row.children[number]
    if (row !== undefined && isEntry(row)) return { row, depth }
  }
  for (let depth = open.top; depth > 0; depth--) {
    for (const { construct, children } of frameAt(open, depth).row.members) {
      const row = children[number]
      if (construct.role === 'section' && row !== undefined && isEntry(row)) return { row, depth: -1 }
    }
  }
  return undefined
}

function isEntry({ construct }: Row): boolean {
  return construct.role === 'entry' && construct.value.kind === 'name' && construct.many === true
}

/** The attribute that a head names: 形式, 材料形式, 形式（种类）. */
function attributeOf(text: string, head: Cell, entry: Row): Row | undefined {
  const word = headWord(text, head)
  const { keyword } = entry.construct
  for (const spelling of word.startsWith(keyword) ? [word, word.slice(keyword.length)] : [word]) {
    const row = entry.children[KEYWORDS.numbers.get(spelling) ?? -1]
    if (row !== undefined && isAttribute(row)) return row
  }
  return undefined
}

function isAttribute({ construct }: Row): boolean {
  return construct.role === 'attribute' && construct.value.kind !== 'none'
}

/** Reads the heads of a table of entries and reports those that are unknown; undefined where no entry fits the first. */
export function readEntryHeads(
  state: Attaching,
  heads: readonly Cell[],
): { readonly entry: EntryColumns; readonly depth: number } | undefined {
  const found = findEntry(state, heads) ?? guessEntry(state, heads)
  if (found === undefined) return undefined
  const head = heads[found.column]
  if (head === undefined) return undefined
  const depth = found.depth < 0 ? openSection(state, found.number, head, false) : found.depth
  if (depth < 0) return undefined
  state.open.top = depth
  const used = new Set<Row>()
  const attributes = heads.map((cell, column) => {
    if (column === found.column || isBlankCell(cell) || NUMBERING.has(headWord(state.text, cell))) return undefined
    const row = attributeOf(state.text, cell, found.row) ?? reportUnknown(state, cell, found.row)
    if (row === undefined || !used.has(row) || row.construct.many === true) {
      if (row !== undefined) used.add(row)
      return row
    }
    report(state.report, 'ZW2003', { entry: '表头', keyword: row.construct.keyword }, cell, () => ({
      context: contextHere(state),
    }))
    return undefined
  })
  return { entry: { row: found.row, name: found.column, attributes, last: -1 }, depth }
}

/** The entry that a misspelt first head means (ZW1002). */
function guessEntry(state: Attaching, heads: readonly Cell[]): EntryHead | undefined {
  const { text, open } = state
  const column = firstColumn(text, heads)
  const head = heads[column]
  if (head === undefined) return undefined
  const { row: top } = frameAt(open, open.top)
  const word = headWord(text, head)
  const rows = top.members.filter(isEntry)
  const [only] = rows
  if (word === '名称' && only !== undefined && rows.length === 1) {
    const number = KEYWORDS.numbers.get(only.construct.keyword) ?? -1
    return { column, number, row: only, depth: open.top }
  }
  const row = suggest(state, head, word, rows)
  const number = row === undefined ? -1 : (KEYWORDS.numbers.get(row.construct.keyword) ?? -1)
  return row && { column, number, row, depth: open.top }
}

/** Reports a head that is no attribute of the entry: misspelt (ZW1002) and used all the same, or unknown (ZW1001). */
function reportUnknown(state: Attaching, head: Cell, entry: Row): Row | undefined {
  const word = headWord(state.text, head)
  const rows = entry.members.filter(isAttribute)
  const row = suggest(state, head, word, rows)
  if (row !== undefined) return row
  const allowed = rows.map(({ construct }) => construct.keyword)
  report(state.report, 'ZW1001', { keyword: word, allowed }, head, () => ({
    context: contextHere(state),
    fixes: [{ title: '改为“备注”', applicability: 'ask', edits: [edit(state.report, head.start, head.end, '备注')] }],
  }))
  return undefined
}

function suggest(state: Attaching, head: Cell, word: string, rows: readonly Row[]): Row | undefined {
  const near = suggestAmong(rows, word)
  if (near === undefined) return undefined
  const { keyword, reason, homophone, row } = near
  const { start, end } = head
  report(state.report, 'ZW1002', { keyword: word, suggestion: keyword, reason }, head, () => ({
    context: contextHere(state),
    fixes: [
      {
        title: `改为“${keyword}”`,
        applicability: homophone ? 'auto' : 'ask',
        edits: [edit(state.report, start, end, keyword)],
      },
    ],
  }))
  return row
}

/** Attaches one row as the entry line and the attribute lines that it stands for. */
export function addEntryRow(state: Attaching, table: OpenTable, entry: EntryColumns, cells: readonly Cell[]): void {
  const { open, text } = state
  const name = cells[entry.name]
  if (name === undefined) return
  if (isBlankCell(name) && entry.last >= 0) open.top = table.depth + 1
  else {
    open.top = table.depth
    attachCell(state, table.depth, entry.row, name)
    entry.last = table.block.nodes.length - 1
  }
  for (const [column, row] of entry.attributes.entries()) {
    const cell = cells[column]
    if (row === undefined || cell === undefined || isBlankCell(cell) || isDashCell(text, cell)) continue
    open.top = table.depth + 1
    if (!row.construct.many && (frameAt(open, open.top).seen[row.index] ?? 0) > 0) reportTwice(state, row, cell)
    else attachCell(state, open.top, row, cell)
  }
}

/** A row below one whose name it shares says something again that may be said only once (ZW2003). */
function reportTwice(state: Attaching, row: Row, cell: Cell): void {
  const { open, text } = state
  const params = { entry: describeOpen(text, open, open.top), keyword: row.construct.keyword }
  report(state.report, 'ZW2003', params, cell, () => ({ context: contextAt(text, open, open.top - 1) }))
}

function attachCell({ open }: Attaching, depth: number, row: Row, { start, end, pieces }: Cell): void {
  attach(open, depth, row, start, start, start, end, -1)
  const place = (open.block?.nodes.length ?? 0) - 1
  if (pieces !== undefined) open.block?.pieces.set(place, [...pieces])
}
