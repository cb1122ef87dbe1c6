import type { Attaching } from './attaching.ts'
import { keywordBefore } from './keyword-line.ts'
import { KEYWORDS, type Row } from './keyword-table.ts'
import { depthTaking, frameAt } from './open-nodes.ts'
import { emptyLine, SEPARATOR_LINE, scanLine, TABLE_LINE } from './scan-lines.ts'

/**
 * True for a line that begins a block though something open would take its keyword as the title of a section: below it
 * stands a line that only the block takes. So 目标：行政许可压减 with 范围 below it belongs to no matter, wherever it is
 * written, and 目标：尽快办结 without costs nothing but its own line.
 */
export function beginsOwnBlock(state: Attaching, number: number): boolean {
  const { open } = state
  const block = KEYWORDS.file.children[number]
  if (block === undefined || open.top === 0) return false
  const section = frameAt(open, Math.max(0, depthTaking(open, number))).row.children[number]
  return section !== undefined && section.construct.value.kind === 'none' && standsBelow(state, block, section)
}

/** True where a line that `block` takes and `section` does not comes before any line that belongs to neither. */
function standsBelow({ text, line }: Attaching, block: Row, section: Row): boolean {
  const next = { ...emptyLine(), next: line.next, number: line.number }
  while (scanLine(text, next)) {
    if (next.kind === SEPARATOR_LINE || next.kind === TABLE_LINE) return false
    const found = keywordBefore(text, next)?.number
    if (found === undefined) continue
    const own = block.children[found]
    if (own !== undefined && !own.construct.shared && section.children[found] === undefined) return true
    if (own === undefined && !section.members.some(({ children }) => children[found] !== undefined)) return false
  }
  return false
}
