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
      const isAfterMark = afterMark > line.length / 3 && !CLOSING.includes(line[afterMark] ?? character)
      const at = isAfterMark ? afterMark : beforeClosing(line, character)
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

/** Where a line ends that another character does not fit into: as far back as it takes for no closing mark to begin the next. */
function beforeClosing(line: string, next: string): number {
  const characters = [...line]
  for (let at = characters.length; at > characters.length / 2; at--) {
    if (!CLOSING.includes(characters[at] ?? next)) return characters.slice(0, at).join('').length
  }
  return line.length
}
