/** Longest text that a cell of a workbook can hold, with some room to spare. Unit: UTF-16 units. */
const LONGEST = 32_000

/** The sheet that holds what is too long for a cell. */
export const LONG_TEXT_SHEET = '续文'

const MARK = /^【见“续文”第(\d+)号】$/

/** Takes texts that are too long for a cell (过长的内容): the cell names a number, under which the text stands in pieces. */
export interface LongTexts {
  readonly shorten: (text: string) => string
  /** Number and piece, in order. */
  readonly rows: readonly (readonly [string, string])[]
}

/** Starts collecting texts that are too long. */
export function collectLongTexts(): LongTexts {
  const rows: (readonly [string, string])[] = []
  let number = 0
  return {
    rows,
    shorten: (text) => {
      if (text.length <= LONGEST && !MARK.test(text)) return text
      number++
      for (let at = 0; at < text.length; at += LONGEST) rows.push([String(number), text.slice(at, at + LONGEST)])
      return `【见“续文”第${number}号】`
    },
  }
}

/** The text that a cell stands for, with the pieces by their number. */
export function completeText(text: string, pieces: ReadonlyMap<string, string>): string {
  const number = MARK.exec(text)?.[1]
  return (number === undefined ? undefined : pieces.get(number)) ?? text
}
