import type { WrapWidth } from './hard-wrap.ts'
import type { Indentation } from './indentation.ts'
import type { Row } from './keyword-table.ts'
import type { OpenNodes } from './open-nodes.ts'
import type { Report } from './report.ts'
import type { Line } from './scan-lines.ts'
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
  /** Joined to the value of a node, or to a comment. */
  | { readonly use: 'continuation'; readonly node: SyntaxNode | undefined }
  | { readonly use: 'comment' | 'empty' | 'separator' | 'unread' }

/** The line before the present one, as far as the present one may continue it (上一行). */
export interface Before {
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

/** A run of lines that one finding covers. */
export interface Run {
  start: number
  end: number
  lines: number
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
  tables: Run | undefined
  /** How wide the lines of the file are, measured at first need. */
  width: WrapWidth | undefined
  readonly observe: ((line: Line, use: LineUse) => void) | undefined
}
