import type { Span } from '../base/span.ts'
import type { Row } from './keyword-table.ts'
import type { Cell } from './table-row.ts'
import type { SyntaxNode, TableSyntax, Value } from './tree.ts'

/** A node while the tree is being built: its value is read when its block is complete. */
export interface Draft extends SyntaxNode {
  valueSpan: Span
  value: Value
  children: readonly SyntaxNode[]
  table?: TableSyntax
}

/** One top-level block while it is being built (顶层块): its lines in order, with what later passes need beside the tree. */
export interface Block {
  readonly root: Draft
  readonly nodes: Draft[]
  readonly rows: Row[]
  /** For each node the place of its parent in `nodes`; −1 for the root. */
  readonly parents: number[]
  /** The lines of values that go over several lines, by the place of their node. */
  readonly pieces: Map<number, Span[]>
  /** Those of them that may be stray lines; whether they belong is decided when the value is read. */
  readonly doubtful: Map<number, Doubtful[]>
  /** The tables of values under nodes that take one, by the place of their node. */
  readonly tables: Map<number, CellTable>
}

/** A table of values while its lines are collected: as many cells a row as there are heads. */
export interface CellTable {
  readonly heads: readonly Cell[]
  readonly rows: (readonly Cell[])[]
}

/** A line that was joined to the one before without certainty (存疑的续行). */
export interface Doubtful {
  readonly span: Span
  /** The number of the line that it was joined to, and where that line's text ends. */
  readonly line: number
  readonly joinedAt: number
}

/** What a node without lines beneath it has as children; shared, and replaced at the first child. */
export const NO_CHILDREN: readonly SyntaxNode[] = []

/** What stands in a node until its value is read, and for good where there is none to read. */
export const MISSING: Value = { kind: 'missing' }
export const NONE: Value = { kind: 'none' }
