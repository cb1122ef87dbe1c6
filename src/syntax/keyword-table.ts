import type { Span } from '../base/span.ts'
import type { Construct } from './construct.ts'
import { CONSTRUCTS } from './constructs.ts'
import { foldWord } from './fold.ts'

/** A construct as the parser uses it: with its children by the number of their keyword. */
export interface Row {
  readonly index: number
  readonly construct: Construct
  /** The construct that a keyword (by its number) means under this one. */
  readonly children: readonly (Row | undefined)[]
  /** All constructs that may stand under this one. */
  readonly members: readonly Row[]
}

interface MutableRow extends Row {
  readonly children: (Row | undefined)[]
  readonly members: Row[]
}

/** What stands for the file itself, with the blocks as children. */
const FILE: Construct = {
  id: '',
  keyword: '',
  hant: '',
  pinyin: '',
  role: 'block',
  value: { kind: 'none' },
  page: '',
}

/** The keyword table (关键字表), made from the constructs once. */
export interface KeywordTable {
  /** The file itself; its members are the blocks. */
  readonly file: Row
  readonly rows: readonly Row[]
  /** The number of a keyword in any of its spellings. */
  readonly numbers: ReadonlyMap<string, number>
}

function buildTable(constructs: readonly Construct[]): KeywordTable {
  const file: MutableRow = { index: 0, construct: FILE, children: [], members: [] }
  const rows: MutableRow[] = constructs.map((construct, i) => ({ index: i + 1, construct, children: [], members: [] }))
  const byId = new Map(rows.map((row) => [row.construct.id, row]))
  const numbers = new Map<string, number>()
  for (const row of rows) {
    for (const parent of parentsOf(row.construct, constructs)) {
      const host = parent === '' ? file : byId.get(parent)
      if (host === undefined) throw new TypeError(`construct ${row.construct.id} stands under unknown ${parent}`)
      host.members.push(row)
      for (const spelling of spellings(row.construct)) {
        const number = numbers.get(spelling) ?? numbers.size
        numbers.set(spelling, number)
        host.children[number] = row
      }
    }
  }
  for (const row of [file, ...rows]) {
    for (let number = 0; number < numbers.size; number++) row.children[number] ??= undefined
  }
  return { file, rows: [file, ...rows], numbers }
}

/** The ids of the constructs that a construct may stand under; `''` is the file. */
export function parentsOf(construct: Construct, constructs: readonly Construct[]): readonly string[] {
  if (construct.shared) return constructs.filter(({ takes }) => takes?.includes(construct.id)).map(({ id }) => id)
  return construct.role === 'block' ? [''] : (construct.under ?? [])
}

/** Every word that stands for a construct: keyword, traditional form, aliases, each also folded. */
function spellings(construct: Construct): readonly string[] {
  const words = [construct.keyword, construct.hant, ...(construct.aliases ?? [])]
  return [...new Set([...words, ...words.map((word) => foldWord(word))])]
}

export const KEYWORDS: KeywordTable = buildTable(CONSTRUCTS)

/** The numbers of the keywords that begin another block wherever they stand: nothing below a block is called so. */
const HEADS: ReadonlySet<number> = new Set(
  [...KEYWORDS.numbers.values()].filter(
    (number) =>
      KEYWORDS.file.children[number]?.construct.many === true &&
      KEYWORDS.rows.every((row) => row === KEYWORDS.file || row.children[number] === undefined),
  ),
)

/** True for a keyword, as it stands in a text, that begins another block wherever it stands. */
export function beginsBlock(text: string, { start, end }: Span): boolean {
  return HEADS.has(keywordNumber(text, start, end))
}

/** Longest text before a colon that is looked up as a keyword. Unit: UTF-16 units, blanks included. */
const LONGEST_KEYWORD = 40

/** The number of the keyword that stands in a stretch of text, in any spelling; −1 when there is none. */
export function keywordNumber(text: string, start: number, end: number): number {
  if (end - start > LONGEST_KEYWORD) return -1
  const exact = KEYWORDS.numbers.get(text.slice(start, end))
  if (exact !== undefined) return exact
  return KEYWORDS.numbers.get(foldWord(text, start, end)) ?? -1
}
