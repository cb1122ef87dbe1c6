import type { CellText } from '../compose/cell-text.ts'
import type { Converted, ListRow, MatterBuilder } from './list-row.ts'
import { readLimit, splitLimits } from './parse-limit-text.ts'
import { saysNothing } from './split-text.ts'

type Kind = 'statutory' | 'promised'

const CONSTRUCTS = { statutory: 'statutoryLimit', promised: 'promisedLimit' } as const
const WORDS = { statutory: '法定办结时限', promised: '承诺办结时限' } as const

/** 法定办结时限, 承诺办结时限: a number with its unit and remark in columns of their own, or words. */
export function convertLimit(kind: Kind, cell: CellText, row: ListRow, build: MatterBuilder): Converted {
  const unit = row.cells.get(`${kind}Unit`)?.text
  const note = row.cells.get(`${kind}Note`)?.text
  const { text, rest, doubt } = readLimit(cell.text, unit)
  if (text === undefined) {
    const words = [rest ?? cell.text, ...(note === undefined || saysNothing(note) ? [] : [note])].join('；')
    build.note(`${WORDS[kind]}：${words}`, cell)
    return { outcome: 'note', ...(doubt !== undefined && { doubt }) }
  }
  const notes = [
    ...(text.endsWith('日') && !/[作然]日$/.test(text) ? [`原表没有说明“${text}”是工作日还是自然日`] : []),
    ...(rest === undefined ? [] : [rest]),
    ...(note === undefined || saysNothing(note) ? [] : [note]),
  ]
  build.add(CONSTRUCTS[kind], text, cell, notes.length === 0 ? {} : { note: notes.join('\n') })
  return { outcome: 'structured', ...(doubt !== undefined && { doubt }) }
}

/** 说明 of a limit: it goes with the limit, or stands for it where there is none. */
export function convertLimitNote(kind: Kind, cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  if (!cells.has(kind)) build.note(`${WORDS[kind]}说明：${cell.text}`, cell)
  return { outcome: 'note' }
}

/** 办理时限 in one cell: 承诺时限：1天；法定时限：20天. */
export function convertLimits(cell: CellText, { cells }: ListRow, build: MatterBuilder): Converted {
  const found = splitLimits(cell.text)
  const doubts: string[] = []
  let count = 0
  for (const kind of ['statutory', 'promised'] as const) {
    const written = found[kind]
    if (written === undefined || cells.has(kind)) continue
    const { text, rest, doubt } = readLimit(written, undefined)
    if (doubt !== undefined) doubts.push(doubt)
    if (text === undefined) continue
    const notes = [...(doubt === undefined ? [] : [`原表：${cell.text}`]), ...(rest === undefined ? [] : [rest])]
    build.add(CONSTRUCTS[kind], text, cell, notes.length === 0 ? {} : { note: notes.join('\n') })
    count++
  }
  const doubt = doubts.length === 0 ? {} : { doubt: doubts.join('；') }
  if (count > 0) return { outcome: 'structured', ...doubt }
  build.note(`办理时限：${cell.text}`, cell)
  return { outcome: 'note', ...doubt }
}
