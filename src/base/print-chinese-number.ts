const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']

/** Writes a whole number below 10000 as laws number their articles (中文数字): 42 → 四十二, 105 → 一百零五, 12 → 十二. */
export function printChineseNumber(value: number): string {
  const digits = [...String(value)].map(Number)
  let text = ''
  let skipped = false
  digits.forEach((digit, index) => {
    if (digit === 0) {
      skipped = true
      return
    }
    if (skipped && text !== '') text += DIGITS[0]
    text += `${DIGITS[digit]}${PLACES[digits.length - 1 - index] ?? ''}`
    skipped = false
  })
  return text === '' ? '零' : text.replace(/^一十/, '十')
}
