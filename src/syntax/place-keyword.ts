import type { Span } from '../base/span.ts'
import { TO_FILL_IN } from '../diagnostics/blank-to-fill.ts'
import type { Attaching } from './attaching.ts'
import { watchIndentation } from './indentation.ts'
import { KEYWORDS, type Row } from './keyword-table.ts'
import { attach, contextAt, depthTaking, describeOpen, frameAt, type OpenNodes } from './open-nodes.ts'
import { beginsOwnBlock } from './own-block.ts'
import { edit, report } from './report.ts'
import { contextHere, leaveUnread } from './runs.ts'

/**
 * Attaches a line whose keyword is known: to the nearest open node that takes it, else below a section or entry that is
 * opened for it, else nowhere. `repaired` lines have been reported already and get no second finding.
 */
export function placeKeyword(
  state: Attaching,
  number: number,
  keyword: Span,
  valueStart: number,
  certainty: 'known' | 'repaired',
): void {
  const { open, line, before } = state
  const quiet = certainty === 'repaired'
  const nearest = beginsOwnBlock(state, number) ? 0 : depthTaking(open, number)
  const replaceable = state.observe !== undefined && nearest >= 0 && officialDepth(open, nearest, number) === nearest
  let depth = nearest
  if (depth < 0) {
    depth = openFor(state, number, keyword, quiet)
    if (depth < 0) {
      markSuspect(state)
      leaveUnread(state)
      return
    }
  }
  const row = frameAt(open, depth).row.children[number] ?? KEYWORDS.file
  if (!row.construct.many && (frameAt(open, depth).seen[row.index] ?? 0) > 0) {
    depth = separateDuplicate(state, depth, row, keyword, quiet)
  }
  watchIndentation(state.indentation, state.text, open, depth, row, line)
  const node = attach(
    open,
    depth,
    row,
    keyword.start,
    keyword.end,
    Math.min(valueStart, line.end),
    line.end,
    line.indent,
  )
  const { value } = row.construct
  const isProse = value.kind === 'text' && value.phrase !== true
  before.kind = quiet && node.valueSpan.start === node.valueSpan.end && !isProse ? 'none' : 'keyword'
  before.row = row
  before.place = (open.block?.nodes.length ?? 0) - 1
  before.start = line.start
  before.valueStart = node.valueSpan.start
  before.end = line.end
  before.indent = line.indent
  before.number = line.number
  // What an unread line said is not there to be continued.
  if (quiet || (value.kind === 'continued' && frameAt(open, depth).suspect)) state.quiet.add(before.place)
  state.observe?.(line, { use: 'keyword', row, node, depth, sure: !quiet, replaceable })
}

/** Where the official keyword would be attached in place of the one written, which is taken at `depth`. */
function officialDepth(open: OpenNodes, depth: number, number: number): number {
  const official = frameAt(open, depth).row.children[number]?.construct.keyword ?? ''
  return depthTaking(open, KEYWORDS.numbers.get(official) ?? -1)
}

/** After a line that could not be understood, what follows may belong to an entry that was not read. */
export function markSuspect({ open }: Attaching): void {
  for (let depth = open.top === 0 ? 0 : 1; depth <= open.top; depth++) frameAt(open, depth).suspect = true
}

/** Opens what a line needs above it: a section, the entry that an unread line hid, or the matter; −1 when nothing helps. */
function openFor(state: Attaching, number: number, keyword: Span, quiet: boolean): number {
  const { open } = state
  const inSection = openSection(state, number, keyword, quiet)
  if (inSection >= 0) return inSection
  const inEntry = openHiddenEntry(state, number)
  if (inEntry >= 0) return inEntry
  // Below a head that could not be read the block is a guess, and one kind is as good as another.
  const headless = frameAt(open, 0).suspect
  const block = open.top === 0 || headless ? KEYWORDS.file.members.find((row) => takesBelow(row, number)) : undefined
  if (!quiet && !(headless && block !== undefined)) reportMisplaced(state, number, keyword)
  if (block === undefined) return -1
  openWithoutLine(state, 0, block)
  frameAt(open, 0).suspect = headless
  return block.children[number] === undefined ? openSection(state, number, keyword, true) : 1
}

/** Reports a line that nothing open takes (ZW2001). */
function reportMisplaced(state: Attaching, number: number, keyword: Span): void {
  const parents = parentKeywords(number)
  const spelling = state.text.slice(keyword.start, keyword.end)
  report(state.report, 'ZW2001', { keyword: spelling, parents }, keyword, () => ({ context: contextHere(state) }))
}

function parentKeywords(number: number): readonly string[] {
  const hosts = KEYWORDS.rows.filter((row) => row.children[number] !== undefined)
  return [...new Set(hosts.map(({ construct }) => construct.keyword).filter((word) => word !== ''))]
}

function takesBelow(row: Row, number: number): boolean {
  return row.children[number] !== undefined || sectionTaking(row, number) !== undefined
}

function sectionTaking(row: Row, number: number): Row | undefined {
  return row.members.find((member) => member.construct.role === 'section' && member.children[number] !== undefined)
}

/** Opens the section that a line belongs to and that has no line of its own (ZW2002). */
export function openSection(state: Attaching, number: number, keyword: Span, quiet: boolean): number {
  const { open } = state
  for (let depth = open.top; depth >= 1; depth--) {
    const section = sectionTaking(frameAt(open, depth).row, number)
    if (section === undefined) continue
    const silent = quiet || frameAt(open, depth).suspect
    openWithoutLine(state, depth, section)
    if (!silent) reportSection(state, section, keyword)
    return depth + 1
  }
  return -1
}

function reportSection(state: Attaching, section: Row, keyword: Span): void {
  const { start } = state.line
  const title = section.construct.keyword
  const spelling = state.text.slice(keyword.start, keyword.end)
  report(state.report, 'ZW2002', { keyword: spelling, section: title }, keyword, () => ({
    fixes: [
      {
        title: `在前面补一行“${title}：”`,
        applicability: 'auto',
        edits: [edit(state.report, start, start, `${title}：\n`)],
      },
    ],
  }))
}

/** Opens an entry without a line where an unread line before probably was one; that line has been reported. */
function openHiddenEntry(state: Attaching, number: number): number {
  const { open } = state
  for (let depth = open.top; depth >= 1; depth--) {
    const { row, suspect } = frameAt(open, depth)
    if (!suspect) continue
    const entry = row.members.find(
      ({ construct, children }) => construct.role === 'entry' && children[number] !== undefined,
    )
    if (entry === undefined) continue
    openWithoutLine(state, depth, entry)
    // The entry was a guess: what does not fit below it may belong to another that was not read.
    frameAt(open, depth).suspect = true
    return depth + 1
  }
  return -1
}

function openWithoutLine(state: Attaching, depth: number, row: Row): void {
  const { head } = state.line
  attach(state.open, depth, row, head, head, head, head, -1)
  const place = (state.open.block?.nodes.length ?? 0) - 1
  state.quiet.add(place)
}

/**
 * A second line of a kind that stands only once (ZW2003): most often the line of the next entry was left out. The rest
 * then goes below an entry without a line, so that it disturbs no other.
 */
function separateDuplicate(state: Attaching, depth: number, row: Row, keyword: Span, quiet: boolean): number {
  const { open, text } = state
  const frame = frameAt(open, depth)
  const host = frame.row.construct
  const earlier = frame.seen[row.index] ?? 0
  const repeats = host.many === true && row.construct.role === 'attribute'
  const isApart = earlier < frame.count && (host.role !== 'block' || frame.lastEntry > earlier)
  const canSplit = repeats && (isApart || frame.suspect)
  if (!quiet && !(canSplit && frame.suspect)) {
    const entryKeyword = repeats && (isApart || host.role !== 'block') ? host.keyword : undefined
    const params = { entry: describeOpen(text, open, depth), keyword: row.construct.keyword, entryKeyword }
    const { start } = state.line
    report(state.report, 'ZW2003', params, keyword, () => ({
      context: contextAt(text, open, depth - 1),
      fixes:
        entryKeyword === undefined
          ? []
          : [
              {
                title: `在前面补一行“${entryKeyword}：……”`,
                applicability: 'placeholder',
                edits: [edit(state.report, start, start, `${entryKeyword}：${TO_FILL_IN}\n`)],
              },
            ],
    }))
  }
  if (!canSplit) return depth
  openWithoutLine(state, depth - 1, frame.row)
  return depth
}
