import { type Block, type Draft, MISSING, NO_CHILDREN } from './block.ts'
import { KEYWORDS, type Row } from './keyword-table.ts'
import type { SyntaxNode } from './tree.ts'

/** An open node of the stack: lines that follow may still be attached to it. Frames are reused. */
interface Frame {
  row: Row
  /** The node, its place in the block, and its children while they grow; none for the file itself. */
  node: Draft | undefined
  place: number
  children: SyntaxNode[] | undefined
  /** Columns of leading blanks of its line; −1 where it has no line of its own. */
  indent: number
  /** How many children it has had, and after which of them each construct last came (1 for the first). */
  count: number
  readonly seen: Int32Array
  /** Which child was the last that is no attribute. */
  lastEntry: number
  /** True after a line beneath it that could not be understood: what follows may belong to an unread entry. */
  suspect: boolean
}

/** The stack of open nodes (打开的节点) and the block that they belong to. */
export interface OpenNodes {
  readonly frames: Frame[]
  /** Place of the innermost open node; 0 is the file. */
  top: number
  block: Block | undefined
  /** Takes each block when it is complete. */
  readonly finish: (block: Block) => void
}

export function openFile(finish: (block: Block) => void): OpenNodes {
  const open: OpenNodes = { frames: [], top: 0, block: undefined, finish }
  setFrame(open, 0, KEYWORDS.file, undefined, -1, -1)
  return open
}

function setFrame(
  open: OpenNodes,
  depth: number,
  row: Row,
  node: Draft | undefined,
  place: number,
  indent: number,
): void {
  const frame = open.frames[depth]
  if (frame === undefined) {
    open.frames[depth] = {
      row,
      node,
      place,
      children: undefined,
      indent,
      count: 0,
      seen: new Int32Array(KEYWORDS.rows.length),
      lastEntry: 0,
      suspect: false,
    }
    return
  }
  frame.row = row
  frame.node = node
  frame.place = place
  frame.children = undefined
  frame.indent = indent
  frame.count = 0
  frame.seen.fill(0)
  frame.lastEntry = 0
  frame.suspect = false
}

/** The frame at a depth; the file's where there is none. */
export function frameAt(open: OpenNodes, depth: number): Frame {
  const frame = open.frames[depth] ?? open.frames[0]
  if (frame === undefined) throw new TypeError('the file is always open')
  return frame
}

/** The depth of the nearest open node that takes a keyword (就近归属); −1 when none does. */
export function depthTaking(open: OpenNodes, number: number): number {
  for (let depth = open.top; depth >= 0; depth--) {
    if (open.frames[depth]?.row.children[number] !== undefined) return depth
  }
  return -1
}

/** Attaches a line to the open node at `depth`, closes what was open below it, and opens the new node. */
export function attach(
  open: OpenNodes,
  depth: number,
  row: Row,
  keywordStart: number,
  keywordEnd: number,
  valueStart: number,
  valueEnd: number,
  indent: number,
): Draft {
  const node: Draft = {
    construct: row.construct.id,
    keyword: { start: keywordStart, end: keywordEnd },
    valueSpan: { start: valueStart, end: valueEnd },
    value: MISSING,
    children: NO_CHILDREN,
  }
  const parent = frameAt(open, depth)
  if (depth === 0) startBlock(open, node)
  const block = open.block
  if (block === undefined) throw new TypeError('a line below a block belongs to one')
  const place = block.nodes.length
  block.nodes.push(node)
  block.rows.push(row)
  block.parents.push(parent.place)
  parent.count++
  parent.seen[row.index] = parent.count
  if (row.construct.role !== 'attribute') {
    parent.lastEntry = parent.count
    parent.suspect = false
  }
  if (parent.node !== undefined) {
    if (parent.children === undefined) {
      parent.children = [node]
      parent.node.children = parent.children
    } else parent.children.push(node)
  }
  if (row.members.length === 0 && row.construct.table === undefined) {
    open.top = depth
  } else {
    open.top = depth + 1
    setFrame(open, open.top, row, node, place, indent)
  }
  return node
}

function startBlock(open: OpenNodes, root: Draft): void {
  finishBlock(open)
  open.block = { root, nodes: [], rows: [], parents: [], pieces: new Map(), doubtful: new Map(), tables: new Map() }
}

/** Hands over the block that is open, if any. */
export function finishBlock(open: OpenNodes): void {
  if (open.block !== undefined) open.finish(open.block)
  open.block = undefined
}

/** Closes everything but the top-level block (分隔线). */
export function closeToBlock(open: OpenNodes): void {
  open.top = Math.min(open.top, 1)
}

/** The keywords that may be written at this point, innermost node first. */
export function allowedKeywords(open: OpenNodes): readonly string[] {
  const keywords = new Set<string>()
  for (let depth = open.top; depth >= 0; depth--) {
    for (const { construct } of frameAt(open, depth).row.members) keywords.add(construct.keyword)
    if (keywords.size > 0) break
  }
  return [...keywords]
}

/** An open node in the author's words: 材料：房屋租赁合同, or only its keyword where it has no value. */
export function describeOpen(text: string, open: OpenNodes, depth: number): string {
  const { row, node } = frameAt(open, depth)
  const value = node === undefined ? '' : text.slice(node.valueSpan.start, node.valueSpan.end)
  return value === '' ? row.construct.keyword : `${row.construct.keyword}：${value}`
}

/** Where an open node stands, for people (所在位置): 事项“食品经营许可” › 申请材料 › 材料“营业执照”. */
export function contextAt(text: string, open: OpenNodes, depth: number): string {
  const steps: string[] = []
  for (let at = 1; at <= depth; at++) {
    const { row, node } = frameAt(open, at)
    steps.push(
      contextStep(
        row.construct.keyword,
        node === undefined ? '' : text.slice(node.valueSpan.start, node.valueSpan.end),
      ),
    )
  }
  return steps.join(' › ')
}

/** Longest name that a context shows whole. Unit: characters. */
const LONGEST_SHOWN = 24

/** One step of a context: the keyword, with the value where there is one. */
export function contextStep(keyword: string, value: string): string {
  if (value === '') return keyword
  return `${keyword}“${value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN - 2)}……` : value}”`
}
