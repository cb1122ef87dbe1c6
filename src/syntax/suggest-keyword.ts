import { KEYWORDS, type Row } from './keyword-table.ts'
import { depthTaking, frameAt, type OpenNodes } from './open-nodes.ts'
import { soundsAlike } from './pinyin.ts'
import { editDistance } from './suggest.ts'

/** A keyword that the author probably meant (近似关键字). */
export interface KeywordSuggestion {
  readonly number: number
  readonly keyword: string
  readonly reason: string
  /** Sounds the same and no other does: safe to put in its place. */
  readonly homophone: boolean
  /** The line may be taken as if the keyword stood there. */
  readonly usable: boolean
}

/** What is suggested, wherever it is used. */
type Found = Omit<KeywordSuggestion, 'usable'>

/** Words of two characters differ in half of themselves by one: only longer ones are compared letter by letter. */
const SHORTEST_COMPARED = 3

/** What has been looked for at the same place, by place and word: pasted tables repeat their words. */
const remembered = new Map<string, Found | undefined>()

/** Most words that are remembered. */
const MOST_REMEMBERED = 1000

/** Looks for a misspelt keyword among those that may be written here (ZW1002). `written` is folded. */
export function suggestKeyword(open: OpenNodes, written: string): KeywordSuggestion | undefined {
  const place = open.frames.slice(0, open.top + 1).map(({ row }) => row.index)
  const key = `${place.join(' ')} ${written}`
  if (!remembered.has(key)) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(key, suggestAmong(candidates(open), written))
  }
  const found = remembered.get(key)
  return found && { ...found, usable: isUsable(open, found.number) }
}

/** The misspelt word among known constructs: those that may be written here, or the heads of a table. */
export function suggestAmong(rows: readonly Row[], written: string): (Found & { readonly row: Row }) | undefined {
  const alike = distinct(rows.flatMap((row) => alikeSpelling(row, written)))
  const [same] = alike
  if (same !== undefined) return alike.length === 1 ? suggestion(same, '读音相同', true) : undefined
  if (written.length < SHORTEST_COMPARED) return undefined
  const near = distinct(rows.flatMap((row) => nearSpelling(row, written)))
  const [only] = near
  if (only === undefined || near.length > 1) return undefined
  return suggestion(only, only.word.length === written.length ? '只差一个字' : '字数略有出入', false)
}

interface Candidate {
  readonly row: Row
  readonly word: string
}

/** Every construct that may stand here, also below a section that could be opened here. */
function candidates(open: OpenNodes): readonly Row[] {
  const rows = new Set<Row>()
  for (let depth = open.top; depth >= 0; depth--) {
    for (const member of frameAt(open, depth).row.members) {
      rows.add(member)
      if (member.construct.role === 'section' && depth > 0) for (const entry of member.members) rows.add(entry)
    }
  }
  return [...rows]
}

function alikeSpelling(row: Row, written: string): readonly Candidate[] {
  const { keyword, aliases = [], pinyin } = row.construct
  if (soundsAlike(written, keyword, pinyin.split(' '))) return [{ row, word: keyword }]
  return aliases.filter((word) => soundsAlike(written, word)).map((word) => ({ row, word }))
}

function nearSpelling(row: Row, written: string): readonly Candidate[] {
  const { keyword, aliases = [] } = row.construct
  const near = [keyword, ...aliases].filter(
    (word) => word.length >= SHORTEST_COMPARED && editDistance(written, word, word.length < 5 ? 1 : 2) !== undefined,
  )
  return near.slice(0, 1).map((word) => ({ row, word }))
}

/** One candidate for each word: the same word may be a keyword under several open nodes. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.row.construct.keyword, candidate])).values()]
}

function suggestion({ row, word }: Candidate, reason: string, homophone: boolean): Found & { readonly row: Row } {
  return { row, number: KEYWORDS.numbers.get(word) ?? -1, keyword: word, reason, homophone }
}

/** False where the keyword stands here already and may not come twice. */
function isUsable(open: OpenNodes, number: number): boolean {
  const depth = depthTaking(open, number)
  const row = depth < 0 ? undefined : frameAt(open, depth).row.children[number]
  return row === undefined || row.construct.many === true || (frameAt(open, depth).seen[row.index] ?? 0) === 0
}
