import type { Span } from '../base/span.ts'
import type { Attaching, Run } from './attaching.ts'
import { readBareValues } from './bare-values.ts'
import { contextAt, depthTaking, frameAt } from './open-nodes.ts'
import { report } from './report.ts'
import { reportStray } from './report-lines.ts'
import type { Cell } from './table-row.ts'

/** Adds the present line to the run of table lines (表行) that nothing takes and that one finding will cover. */
export function addUnreadTableLine(state: Attaching, heads: readonly Cell[] = []): void {
  const { line, text } = state
  if (state.tables === undefined) {
    flushRuns(state)
    const head = heads[0]
    state.tables = { start: line.content, end: line.end, lines: 1, head: head && text.slice(head.start, head.end) }
  } else {
    state.tables.end = line.end
    state.tables.lines++
  }
  leaveUnread(state)
}

/** Adds the present line to the run of stray lines (无处归属的行) that one finding will cover. */
export function addStrayLine(state: Attaching): void {
  const { line } = state
  if (state.strays === undefined) {
    flushRuns(state)
    state.strays = {
      start: line.content,
      end: line.end,
      lines: 1,
      heads: [line.head],
      entry: entryListed(state),
    }
  } else {
    state.strays.end = line.end
    state.strays.lines++
    state.strays.heads?.push(line.head)
  }
  leaveUnread(state)
}

/**
 * The keyword that each line of a pasted list lacks (条件、材料、环节): directly below the title of a section, or with a
 * number before it among the entries.
 */
function entryListed({ open, line }: Attaching): string | undefined {
  const { row } = frameAt(open, open.top)
  const isNumbered = line.head > line.content
  const section = row.construct.role === 'entry' && isNumbered ? frameAt(open, open.top - 1).row : row
  if (section.construct.role !== 'section') return undefined
  return section.members.find(({ construct }) => construct.role === 'entry' && construct.value.kind === 'name')
    ?.construct.keyword
}

/** Notes that the present line is not used; nothing may continue it. */
export function leaveUnread(state: Attaching): void {
  state.before.kind = 'none'
  state.observe?.(state.line, { use: 'unread' })
}

/** Reports the run of stray or table lines that ends before the present line. */
export function flushRuns(state: Attaching, only?: 'strays'): void {
  const { strays } = state
  const tables = only === undefined ? state.tables : undefined
  state.strays = undefined
  if (only === undefined) state.tables = undefined
  if (tables !== undefined) {
    const { lines, head } = tables
    const params = { lines, head, allowed: entriesHere(state) }
    report(state.report, 'ZW1009', params, spanOf(tables), () => ({ context: contextHere(state) }))
  }
  if (strays === undefined) return
  const values = readBareValues(state.open, state.text, strays.heads?.[0] ?? strays.start, strays.end)
  reportStray(state.report, spanOf(strays), () => contextHere(state), { ...strays, values })
}

/** Where the present line stands, for people: the innermost entry or section that is open. */
export function contextHere({ text, open }: Attaching): string {
  let depth = open.top
  while (depth > 1 && frameAt(open, depth).row.construct.role === 'attribute') depth--
  return contextAt(text, open, depth)
}

/** Where a line of a keyword stands, for people. */
export function contextOfKeyword({ text, open }: Attaching, number: number): string {
  return contextAt(text, open, depthTaking(open, number))
}

/** The entries that a table may hold at this point. */
function entriesHere({ open }: Attaching): readonly string[] {
  const { row } = frameAt(open, Math.min(open.top, 2))
  const rows = row.members.flatMap((member) => (member.construct.role === 'section' ? member.members : [member]))
  const entries = rows.filter(({ construct }) => construct.role === 'entry' && construct.value.kind === 'name')
  return [...new Set(entries.map(({ construct }) => construct.keyword))]
}

function spanOf({ start, end }: Run): Span {
  return { start, end }
}
