import type { Block } from './block.ts'
import type { WrapWidth } from './hard-wrap.ts'
import type { Indentation } from './indentation.ts'
import type { Row } from './keyword-table.ts'
import type { OpenNodes } from './open-nodes.ts'
import type { Report } from './report.ts'
import type { Line } from './scan-lines.ts'
import type { Cell } from './table-row.ts'
import type { SyntaxNode } from './tree.ts'

/** What became of a line (行的去向), for the formatter. */
export type LineUse =
  | {
      readonly use: 'keyword'
      readonly row: Row
      readonly node: SyntaxNode
      /** How many open nodes stand above it. */
      readonly depth: number
      /** False for a line whose keyword was guessed. */
      readonly sure: boolean
      /** True when the official keyword in its place would mean the same; another word may belong further out. */
      readonly replaceable: boolean
    }
  /** Joined to the value of a node, or to a comment; a doubtful one may turn out to belong nowhere, with its own tails. */
  | { readonly use: 'continuation'; readonly node: SyntaxNode | undefined; readonly doubtful: boolean }
  /** A line of a table; a `rule` only draws the grid and has no cells. `depth` as for keyword lines. */
  | {
      readonly use: 'table'
      readonly part: 'heads' | 'row' | 'rule'
      readonly cells: readonly Cell[]
      readonly style: 'bars' | 'tabs'
      readonly depth: number
    }
  | { readonly use: 'comment' | 'empty' | 'separator' | 'unread' }

/** The line before the present one, as far as the present one may continue it (上一行). */
interface Before {
  kind: 'none' | 'keyword' | 'comment'
  /** The construct of its keyword and the place of its node in the block. */
  row: Row | undefined
  place: number
  /** The stretch of its last physical line, and where in it the value begins. */
  start: number
  valueStart: number
  end: number
  indent: number
  /** Number of the line where it began. */
  number: number
}

/** The table whose lines are being read (正在读的表格). */
export interface OpenTable {
  readonly style: 'bars' | 'tabs'
  /** The block and the place in it of the node under which the rows go, and how deep it stands in the stack. */
  readonly block: Block
  readonly place: number
  readonly depth: number
  readonly heads: readonly Cell[]
  /** What each column fills; none for tables of values. */
  readonly entry: EntryColumns | undefined
  /** Data rows so far. */
  rows: number
}

/** The columns of a table of entries (条目表): where the names stand, and the attribute of each other column. */
export interface EntryColumns {
  readonly row: Row
  readonly name: number
  /** By column: the attribute that it fills; none for numbering and for heads that could not be read. */
  readonly attributes: readonly (Row | undefined)[]
  /** Place and depth of the entry of the last row. */
  last: number
}

/** A run of lines that one finding covers. */
export interface Run {
  start: number
  end: number
  lines: number
  /** The first head of a table. */
  head?: string | undefined
  /** Where the text of each line begins, behind its number. */
  heads?: number[]
  /** The keyword of the entries that the open section lists. */
  entry?: string | undefined
}

/** What the attachment of lines keeps at hand (归属时的状态). */
export interface Attaching {
  readonly text: string
  readonly report: Report
  readonly open: OpenNodes
  readonly line: Line
  readonly before: Before
  readonly indentation: Indentation
  /** Places in the present block whose line has been reported: their values are read without further findings. */
  quiet: Set<number>
  strays: Run | undefined
  /** Table lines that nothing takes. */
  tables: Run | undefined
  table: OpenTable | undefined
  /** How wide the lines of the file are, measured at first need. */
  width: WrapWidth | undefined
  readonly observe: ((line: Line, use: LineUse) => void) | undefined
}
