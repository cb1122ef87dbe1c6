import { characterWidth } from '../../diagnostics/display-width.ts'

/**
 * Widths of ASCII from the blank to the tilde. Unit: thousandths of the font size.
 * Source: the widest of Noto Sans CJK, PingFang, Microsoft YaHei and Arial for each, so that a text fits with any of them.
 */
const LATIN =
  '330 340 480 610 610 960 780 280 390 390 490 660 330 390 330 430 610 610 610 610 610 610 610 610 610 610 330 330 660 660 660 500 1020 730 680 730 740 670 640 790 780 330 550 690 590 930 790 800 670 800 700 660 650 780 700 980 670 670 640 390 430 390 600 570 610 610 640 560 640 600 350 640 640 300 310 590 310 960 640 640 640 640 430 520 420 640 580 860 560 580 540 390 310 390 660'
    .split(' ')
    .map(Number)

/** What is not known is as wide as a Chinese character, and a little wider still where it is a picture. */
const PICTURE = /^\p{Extended_Pictographic}$/u
const BOLDER = 1.07

/** How wide a text is drawn (文字宽度): a Chinese character or mark takes the size of the font. Unit: that of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const character of text) thousandths += widthOf(character, bold)
  return (thousandths * size) / 1000
}

function widthOf(character: string, bold: boolean): number {
  const narrow = LATIN[(character.codePointAt(0) ?? 0) - 32]
  if (narrow !== undefined) return bold ? narrow * BOLDER : narrow
  if (characterWidth(character) === 0) return 0
  return PICTURE.test(character) ? 1400 : 1000
}
