import type { Attaching, LineUse } from './attaching.ts'
import type { Block } from './block.ts'
import { finishIndentation, startIndentation } from './indentation.ts'
import { keywordBefore } from './keyword-line.ts'
import { skipBlanks } from './line-head.ts'
import { closeToBlock, finishBlock, openFile } from './open-nodes.ts'
import { placeKeyword } from './place-keyword.ts'
import { readLooseLine } from './read-loose-line.ts'
import type { Report } from './report.ts'
import { flushRuns } from './runs.ts'
import { COMMENT_LINE, EMPTY_LINE, emptyLine, type Line, SEPARATOR_LINE, scanLine, TABLE_LINE } from './scan-lines.ts'
import { readBarLine, readTabLine } from './table-lines.ts'

/** Takes each block as soon as it is complete, with the places of the lines that have been reported already. */
export type TakeBlock = (block: Block, quiet: ReadonlySet<number>) => void

/** Where reading begins: at an offset, on a line that has so many before it. */
export interface Beginning {
  readonly start: number
  readonly lines: number
}

const AT_THE_TOP: Beginning = { start: 0, lines: 0 }

/**
 * Gives every line of a file to the node that it belongs to (就近归属), line by line, so that one wrong line costs no
 * other. Linear in the length of the text. True where each block was read from its own lines alone: where nothing hung on
 * how wide the lines of the file are, or how they are indented.
 */
export function attachLines(
  text: string,
  to: Report,
  take: TakeBlock,
  observe?: (line: Line, use: LineUse) => void,
  { start, lines } = AT_THE_TOP,
): boolean {
  const open = openFile((block) => {
    take(block, state.quiet)
    if (state.quiet.size > 0) state.quiet = new Set()
  })
  const state: Attaching = {
    text,
    report: to,
    open,
    line: emptyLine(),
    before: { kind: 'none', row: undefined, place: 0, start: 0, valueStart: 0, end: 0, indent: 0, number: 0 },
    indentation: startIndentation(),
    quiet: new Set(),
    strays: undefined,
    tables: undefined,
    table: undefined,
    width: undefined,
    observe,
  }
  const { line } = state
  line.next = start
  line.number = lines
  while (scanLine(text, line)) {
    const { kind } = line
    if (kind === EMPTY_LINE) {
      state.before.kind = 'none'
      observe?.(line, { use: 'empty' })
    } else if (kind === COMMENT_LINE) {
      flushRuns(state)
      rememberComment(state)
      observe?.(line, { use: 'comment' })
    } else if (kind === SEPARATOR_LINE) {
      flushRuns(state)
      closeToBlock(open)
      state.before.kind = 'none'
      observe?.(line, { use: 'separator' })
    } else if (kind === TABLE_LINE) {
      readBarLine(state)
    } else if (!readKeywordLine(state) && !readTabLine(state)) {
      readLooseLine(state)
    }
  }
  flushRuns(state)
  finishBlock(open)
  finishIndentation(state.indentation, to)
  return state.width === undefined && state.indentation.doubts.length === 0
}

/** Reads a line with a known keyword before its colon; false when it has none. */
function readKeywordLine(state: Attaching): boolean {
  const { text, line } = state
  const found = keywordBefore(text, line)
  if (found === undefined) return false
  if (state.strays !== undefined || state.tables !== undefined) flushRuns(state)
  placeKeyword(state, found.number, found.keyword, skipBlanks(text, line.colon + 1, line.end), 'known')
  return true
}

function rememberComment({ before, line }: Attaching): void {
  before.kind = 'comment'
  before.row = undefined
  before.start = line.start
  before.valueStart = line.content
  before.end = line.end
  before.indent = line.indent
  before.number = line.number
}
