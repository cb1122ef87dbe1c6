import { foldCode } from '../fold.ts'

/** Most digits that a number may have; longer ones are not read. */
const MOST_DIGITS = 18

/** A number found in a text: its exact value as a decimal, and where it ends. */
export interface ScannedNumber {
  readonly amount: string
  readonly end: number
}

const CHINESE_DIGITS: ReadonlyMap<string, number> = new Map(
  Object.entries({ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }),
)
const CHINESE_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }),
)

/** Reads a number at a place of a prepared text: 150, １５０, 1,500.5, 1.2万, 一百五十, 二点五; undefined when none stands there. */
export function scanNumber(text: string, at: number, end: number): ScannedNumber | undefined {
  return isDigitAt(text, at, end) ? scanArabic(text, at, end) : scanChinese(text, at, end)
}

function digitAt(text: string, at: number): number {
  return foldCode(text.charCodeAt(at)) - 0x30
}

/** True when an Arabic digit of any width stands at a place. */
export function isDigitAt(text: string, at: number, end: number): boolean {
  if (at >= end) return false
  const digit = digitAt(text, at)
  return digit >= 0 && digit <= 9
}

function scanArabic(text: string, start: number, end: number): ScannedNumber | undefined {
  let whole = ''
  let at = start
  for (; at < end && whole.length <= MOST_DIGITS; at++) {
    if (isDigitAt(text, at, end)) whole += digitAt(text, at)
    else if (!isThousandsMark(text, at, end)) break
  }
  let fraction = ''
  if (foldCode(text.charCodeAt(at)) === 0x2e && isDigitAt(text, at + 1, end)) {
    at++
    for (; isDigitAt(text, at, end) && fraction.length <= MOST_DIGITS; at++) fraction += digitAt(text, at)
  }
  if (whole.length + fraction.length > MOST_DIGITS) return undefined
  const inTenThousands = text.startsWith('万', at) && !text.startsWith('万元', at)
  if (inTenThousands && whole.length + Math.max(fraction.length, 4) <= MOST_DIGITS)
    return { amount: decimal(whole, fraction, 4), end: at + 1 }
  return { amount: decimal(whole, fraction, 0), end: at }
}

/** A comma with exactly three digits behind it, after a digit. */
function isThousandsMark(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at)
  if (mark !== 0x2c && mark !== 0xff0c) return false
  return (
    isDigitAt(text, at + 1, end) &&
    isDigitAt(text, at + 2, end) &&
    isDigitAt(text, at + 3, end) &&
    !isDigitAt(text, at + 4, end)
  )
}

/** Puts the decimal point `shift` places further right, without leading and trailing zeros. */
function decimal(whole: string, fraction: string, shift: number): string {
  const digits = whole + fraction.padEnd(shift, '0').slice(0, shift)
  const rest = fraction.slice(shift).replace(/0+$/, '')
  const head = digits.replace(/^0+(?=\d)/, '')
  return rest === '' ? head : `${head}.${rest}`
}

function scanChinese(text: string, start: number, end: number): ScannedNumber | undefined {
  let at = start
  while (at < end && at - start <= MOST_DIGITS && isNumeral(text.charAt(at))) at++
  if (at === start || at - start > MOST_DIGITS) return undefined
  const whole = readNumerals(text.slice(start, at))
  if (whole === undefined || !Number.isSafeInteger(whole)) return undefined
  let fraction = ''
  if (text.charAt(at) === '点') {
    let digit = at + 1
    for (; digit < end && CHINESE_DIGITS.has(text.charAt(digit)); digit++)
      fraction += CHINESE_DIGITS.get(text.charAt(digit))
    if (fraction !== '') at = digit
  }
  return { amount: decimal(String(whole), fraction, 0), end: at }
}

function isNumeral(character: string): boolean {
  return CHINESE_DIGITS.has(character) || CHINESE_SCALES.has(character)
}

/** 一百五十 → 150, 十五 → 15, 二〇二五 → 2025; undefined when the numerals make no number. */
export function readNumerals(numerals: string): number | undefined {
  if ([...numerals].every((numeral) => CHINESE_DIGITS.has(numeral))) {
    return Number([...numerals].map((numeral) => CHINESE_DIGITS.get(numeral)).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | undefined
  let lastScale = Number.POSITIVE_INFINITY
  for (const numeral of numerals) {
    const scale = CHINESE_SCALES.get(numeral)
    if (scale === undefined) {
      digit = CHINESE_DIGITS.get(numeral) ?? 0
    } else if (scale >= 10_000) {
      total = (total + section + (digit ?? 0)) * scale
      section = 0
      digit = undefined
      lastScale = Number.POSITIVE_INFINITY
    } else {
      if (scale >= lastScale) return undefined
      section += (digit ?? 1) * scale
      digit = undefined
      lastScale = scale
    }
  }
  return total + section + (digit ?? 0)
}
