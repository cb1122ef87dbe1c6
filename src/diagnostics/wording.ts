/** Longest stretch of the author's text that a message repeats. Unit: characters. */
const QUOTED_LENGTH = 40

/** Longest list that a message spells out. */
const LISTED_ITEMS = 12

/** Cuts overlong text and takes out line ends and control characters, so that a message stays one line. */
export function excerpt(text: string, length: number = QUOTED_LENGTH): string {
  const characters: string[] = []
  for (const character of text.slice(0, 4 * length)) {
    characters.push(character < ' ' || character === '\u007f' ? ' ' : character)
    if (characters.length > length) return `${characters.slice(0, length - 2).join('')}……`
  }
  return characters.join('')
}

/** The author's words in quotation marks: “食品经营许可”. Quotation marks inside become ‘’, as Chinese typesetting asks. */
export function quote(text: string): string {
  return `“${excerpt(text).replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** A declared name as conditions write it: 【经营面积】. */
export function bracket(name: string): string {
  return `【${excerpt(name)}】`
}

/** 甲、乙、丙, cut with 等N项 when long. */
export function enumerate(items: readonly string[]): string {
  if (items.length <= LISTED_ITEMS) return items.map((item) => excerpt(item)).join('、')
  const shown = items.slice(0, LISTED_ITEMS).map((item) => excerpt(item))
  return `${shown.join('、')}等${items.length}项`
}

/** “甲”、“乙”或“丙”. */
export function quoteAlternatives(items: readonly string[]): string {
  const quoted = items.map(quote)
  const last = quoted.at(-1)
  return last === undefined || quoted.length === 1 ? quoted.join('') : `${quoted.slice(0, -1).join('、')}或${last}`
}
