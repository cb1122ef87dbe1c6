import { characterWidth, displayWidth } from '../diagnostics/display-width.ts'

/** Marks that never begin a line (行首禁则). */
const CLOSING = '）】〕》〉」』”’，、。；：！？％%…'

/**
 * Breaks a text into lines no wider than so many columns (折行), behind a mark where there is one, never before a closing one.
 * Unit: columns.
 */
export function wrapDisplay(text: string, width: number): readonly string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  let used = 0
  let afterMark = 0
  for (const character of text) {
    const wide = characterWidth(character)
    if (used + wide > width && line !== '') {
      const at = afterMark > line.length / 3 ? afterMark : beforeClosing(line, character)
      lines.push(line.slice(0, at))
      line = line.slice(at)
      used = displayWidth(line)
      afterMark = 0
    }
    line += character
    used += wide
    if ('，、；。→'.includes(character)) afterMark = line.length
  }
  return line === '' ? lines : [...lines, line]
}

/** Where a line ends that another character does not fit into: before its last one where that one must not begin the next. */
function beforeClosing(line: string, next: string): number {
  const last = [...line].at(-1) ?? ''
  const isBreakable = CLOSING.includes(next) && !CLOSING.includes(last) && line.length > last.length
  return isBreakable ? line.length - last.length : line.length
}
