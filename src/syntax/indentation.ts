import type { Span } from '../base/span.ts'
import type { Row } from './keyword-table.ts'
import { describeOpen, frameAt, type OpenNodes } from './open-nodes.ts'
import { edit, type Report, report } from './report.ts'
import type { Line } from './scan-lines.ts'

/**
 * Indentation never decides where a line belongs, but where a file is indented with care a line that disagrees is worth
 * a warning (缩进与归属). The verdict waits for the end of the file: pasted text is indented at random.
 */
export interface Indentation {
  /** Lines that stand further in than what they belong to. */
  agreeing: number
  spaces: boolean
  tabs: boolean
  readonly doubts: Doubt[]
}

interface Doubt {
  readonly span: Span
  /** Its leading blanks, and those that its place calls for. */
  readonly blanks: Span
  readonly indent: number
  readonly keyword: string
  readonly byIndent: string
  readonly actual: string
}

/** Most doubts that are kept: a file with more is not indented with care. */
const MOST_DOUBTS = 20

/** Lines that must agree for each line that does not. */
const AGREEING_PER_DOUBT = 4

export function startIndentation(): Indentation {
  return { agreeing: 0, spaces: false, tabs: false, doubts: [] }
}

/** Compares where a line is about to be attached (`depth`) with where its indentation would put it. */
export function watchIndentation(
  watch: Indentation,
  text: string,
  open: OpenNodes,
  depth: number,
  row: Row,
  line: Line,
): void {
  if (line.indent > 0) {
    if (line.tabbed) watch.tabs = true
    else watch.spaces = true
  }
  const parent = frameAt(open, depth)
  if (depth < 1 || parent.indent < 0 || parent.suspect) return
  if (line.indent > parent.indent) watch.agreeing++
  const closed = depth < open.top ? frameAt(open, depth + 1) : undefined
  if (closed !== undefined && closed.indent >= 0 && line.indent > closed.indent) {
    doubt(watch, text, open, depth, row, line, depth + 1)
  } else if (depth > 1 && line.indent <= parent.indent) {
    const outer = outerDepth(open, depth, line.indent)
    if (row.construct.shared || frameAt(open, outer).row.members.includes(row))
      doubt(watch, text, open, depth, row, line, outer)
  }
}

/** The innermost open node that stands further out than the line. */
function outerDepth(open: OpenNodes, depth: number, indent: number): number {
  let outer = depth - 1
  while (outer > 1 && frameAt(open, outer).indent >= indent) outer--
  return outer
}

function doubt(
  watch: Indentation,
  text: string,
  open: OpenNodes,
  depth: number,
  row: Row,
  line: Line,
  byIndent: number,
): void {
  if (watch.doubts.length >= MOST_DOUBTS) return
  watch.doubts.push({
    span: { start: line.head, end: line.end },
    blanks: { start: line.start, end: line.content },
    indent: depth === 1 ? frameAt(open, depth).indent : frameAt(open, depth).indent + 2,
    keyword: row.construct.keyword,
    byIndent: describeOpen(text, open, byIndent),
    actual: describeOpen(text, open, depth),
  })
}

/** Reports the doubts of a file that is otherwise indented with care. */
export function finishIndentation(watch: Indentation, to: Report): void {
  const careful = watch.agreeing >= AGREEING_PER_DOUBT * watch.doubts.length && !(watch.tabs && watch.spaces)
  if (!careful || watch.doubts.length >= MOST_DOUBTS) return
  for (const { span, blanks, indent, keyword, byIndent, actual } of watch.doubts) {
    report(to, 'ZW2101', { keyword, byIndent, actual }, span, () => ({
      fixes: [
        {
          title: `让缩进与归属一致：归“${actual}”`,
          applicability: 'ask',
          edits: [edit(to, blanks.start, blanks.end, ' '.repeat(indent))],
        },
      ],
    }))
  }
}
