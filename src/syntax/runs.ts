import type { Span } from '../base/span.ts'
import type { Attaching, Run } from './attaching.ts'
import { contextAt, depthTaking, frameAt } from './open-nodes.ts'
import { report } from './report.ts'
import { reportStray } from './report-lines.ts'

/** Adds the present line to the run of table lines (表行) that one finding will cover. */
export function addTableLine(state: Attaching): void {
  const { line } = state
  if (state.tables === undefined) {
    flushRuns(state)
    state.tables = { start: line.content, end: line.end, lines: 1 }
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
    state.strays = { start: line.content, end: line.end, lines: 1 }
  } else {
    state.strays.end = line.end
    state.strays.lines++
  }
  leaveUnread(state)
}

/** Notes that the present line is not used; nothing may continue it. */
export function leaveUnread(state: Attaching): void {
  state.before.kind = 'none'
  state.observe?.(state.line, { use: 'unread' })
}

/** Reports the run of stray or table lines that ends before the present line. */
export function flushRuns(state: Attaching): void {
  const { strays, tables } = state
  state.strays = undefined
  state.tables = undefined
  if (tables !== undefined) {
    report(state.report, 'ZW1009', { lines: tables.lines }, spanOf(tables), () => ({ context: contextHere(state) }))
  }
  if (strays !== undefined) reportStray(state.report, spanOf(strays), () => contextHere(state))
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

function spanOf({ start, end }: Run): Span {
  return { start, end }
}
