import { eastAsianWidth } from 'get-east-asian-width'

const PRINTABLE_ASCII = /^[ -~]*$/
const COMBINING = /^[\p{Mn}\p{Me}]$/u
const INVISIBLE = /^[\p{Cf}\p{Cc}]$/u

/**
 * Columns that one character takes on a terminal (显示宽度): 2 for Chinese and full-width characters, 0 for combining
 * marks and characters that show nothing. Ambiguous ones (“”, →, │) count 1, as terminals draw them by default.
 */
export function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  if (COMBINING.test(character) || INVISIBLE.test(character)) return 0
  return eastAsianWidth(character.codePointAt(0) ?? 0)
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** Fills a text with blanks up to `width` columns; a longer text stays as it is. */
export function padDisplay(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'right' ? text + blanks : blanks + text
}

/** Cuts a text to at most `width` columns, with … where something is left out. */
export function truncateDisplay(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += characterWidth(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…`
}
