import type { Attaching } from './attaching.ts'
import { report } from './report.ts'
import { flushRuns } from './runs.ts'

/** Joins the present line to the one before (续行); `doubtful` ones are reported (ZW1006). */
export function continueBefore(state: Attaching, doubtful: boolean): void {
  const { before, line, open } = state
  flushRuns(state)
  const keyword = before.row?.construct.keyword ?? '注'
  if (doubtful) {
    report(state.report, 'ZW1006', { line: before.number, keyword }, { start: line.content, end: line.end }, () => ({
      fixes: [
        {
          title: `合并到第${before.number}行`,
          applicability: 'ask',
          edits: [{ origin: { file: state.report.source.uri, span: { start: before.end, end: line.content } }, text: '' }],
        },
      ],
    }))
  }
  before.start = line.start
  before.end = line.end
  state.observe?.(line, { use: 'continuation' })
  const { block } = open
  const node = before.kind === 'keyword' ? block?.nodes[before.place] : undefined
  if (block === undefined || node === undefined) return
  const pieces = block.pieces.get(before.place) ?? [{ ...node.valueSpan }]
  pieces.push({ start: line.content, end: line.end })
  block.pieces.set(before.place, pieces)
  node.valueSpan = { start: node.valueSpan.start, end: line.end }
}
