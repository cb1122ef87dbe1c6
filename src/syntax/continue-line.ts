import type { Attaching } from './attaching.ts'
import { reportContinuation } from './report-lines.ts'
import { flushRuns } from './runs.ts'

/**
 * Joins the present line to the one before (续行). Whether a `doubtful` one belongs there is decided when the value is
 * read; behind a comment it is reported at once.
 */
export function continueBefore(state: Attaching, doubtful: boolean): void {
  const { before, line, open } = state
  flushRuns(state)
  const span = { start: line.content, end: line.end }
  const { block } = open
  const node = before.kind === 'keyword' ? block?.nodes[before.place] : undefined
  const doubt = { span, line: before.number, joinedAt: before.end }
  if (block === undefined || node === undefined) {
    if (doubtful) reportContinuation(state.report, doubt, '注')
  } else {
    const pieces = listAt(block.pieces, before.place)
    if (pieces.length === 0) pieces.push({ ...node.valueSpan })
    pieces.push(span)
    node.valueSpan = { start: node.valueSpan.start, end: line.end }
    if (doubtful) listAt(block.doubtful, before.place).push(doubt)
  }
  before.start = line.start
  before.valueStart = line.content
  before.end = line.end
  state.observe?.(line, { use: 'continuation', node, doubtful })
}

function listAt<T>(lists: Map<number, T[]>, place: number): T[] {
  let list = lists.get(place)
  if (list === undefined) {
    list = []
    lists.set(place, list)
  }
  return list
}
