/** The few styles of terminal output (终端样式). */
export type Style = 'red' | 'yellow' | 'cyan' | 'green' | 'blue' | 'bold' | 'dim'

const CODES: Readonly<Record<Style, number>> = { red: 31, yellow: 33, cyan: 36, green: 32, blue: 34, bold: 1, dim: 2 }

/** Colours a text, or leaves it as it is. */
export type Paint = (text: string, ...styles: readonly Style[]) => string

/** The painter for a terminal that shows colours, or for everything else. */
export function createPaint(color: boolean): Paint {
  if (!color) return (text) => text
  return (text, ...styles) =>
    text === '' ? text : `${styles.map((style) => `\u001b[${CODES[style]}m`).join('')}${text}\u001b[0m`
}
