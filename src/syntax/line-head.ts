import { BLANK, foldCode, INVISIBLE, kindOf } from './fold.ts'

const BULLETS = new Set([...'•·●■○□◆◇▪▫▲△▶►★☆➢➤✓√*-'].map((mark) => foldCode(mark.charCodeAt(0))))
const CHINESE_NUMERALS = new Set([...'一二三四五六七八九十百零〇廿'].map((numeral) => numeral.charCodeAt(0)))

const OPENING = 0x28
const CLOSING = 0x29

/**
 * Skips what editors put at the head of a line and what carries no meaning (行首修饰): numbering such as 一、（一）1. 1.1 ①
 * A. and bullets, each with the blanks after it. Several may follow each other. Returns where the content begins.
 */
export function skipDecoration(text: string, start: number, end: number): number {
  let at = start
  for (;;) {
    const next = skipOne(text, at, end)
    if (next === at) return at
    at = skipBlanks(text, next, end)
    if (at >= end) return start
  }
}

/** Skips blanks and invisible characters. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x3164 && code < 0xfe00) return at
    const kind = kindOf(code)
    if (kind !== BLANK && kind !== INVISIBLE) return at
  }
  return at
}

function skipOne(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x4e00 && code <= 0x9fff && !CHINESE_NUMERALS.has(code)) return at
  const folded = foldCode(code)
  if (BULLETS.has(folded) || (code >= 0xe000 && code <= 0xf8ff)) return at + 1
  if (isEnclosedNumber(code)) return skipMark(text, at + 1, end)
  if (folded === OPENING) return skipBracketed(text, at, end)
  return skipNumber(text, at, end)
}

/** ① ⑴ ⒈ ❶ ㈠ ㊀: numbers in one character. */
function isEnclosedNumber(code: number): boolean {
  return (
    (code >= 0x2460 && code <= 0x249b) ||
    (code >= 0x2776 && code <= 0x2793) ||
    (code >= 0x3220 && code <= 0x3229) ||
    (code >= 0x3280 && code <= 0x3289)
  )
}

/** （一） (1) （a） */
function skipBracketed(text: string, at: number, end: number): number {
  const inside = skipBlanks(text, at + 1, end)
  const after = numeralEnd(text, inside, end)
  if (after === inside) return at
  const closing = skipBlanks(text, after, end)
  return closing < end && foldCode(text.charCodeAt(closing)) === CLOSING ? skipMark(text, closing + 1, end) : at
}

/** 一、 1. 1.1 1） A. */
function skipNumber(text: string, at: number, end: number): number {
  let after = numeralEnd(text, at, end)
  if (after === at) return at
  let levels = 1
  while (after + 1 < end && foldCode(text.charCodeAt(after)) === 0x2e) {
    const next = numeralEnd(text, after + 1, end)
    // 1.一件事 is the first item, and begins with a word: nobody numbers 1.一.
    const isWord = isChinese(text, after + 1) && !isChinese(text, at)
    if (next === after + 1 || isWord) break
    after = next
    levels++
  }
  const mark = skipBlanks(text, after, end)
  if (mark >= end) return at
  const folded = foldCode(text.charCodeAt(mark))
  if (folded === 0x3001 || folded === 0x2e || folded === 0x2c || folded === CLOSING) return mark + 1
  return levels > 1 && mark > after ? mark : at
}

function skipMark(text: string, at: number, end: number): number {
  const mark = skipBlanks(text, at, end)
  if (mark >= end) return at
  const folded = foldCode(text.charCodeAt(mark))
  return folded === 0x3001 || folded === 0x2e || folded === 0x2c ? mark + 1 : at
}

/** Where a run of digits or Chinese numerals ends, or a single Latin letter or Roman numeral; `at` when there is none. */
function numeralEnd(text: string, at: number, end: number): number {
  let after = at
  while (after < end && after - at < 6 && isDigit(text.charCodeAt(after))) after++
  if (after > at) return after
  while (after < end && after - at < 6 && CHINESE_NUMERALS.has(text.charCodeAt(after))) after++
  if (after > at || after >= end) return after
  const code = text.charCodeAt(at)
  const lower = foldCode(code) | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x2160 && code <= 0x217f) ? at + 1 : at
}

function isChinese(text: string, at: number): boolean {
  return CHINESE_NUMERALS.has(text.charCodeAt(at))
}

function isDigit(code: number): boolean {
  const folded = foldCode(code)
  return folded >= 0x30 && folded <= 0x39
}
