import type { IToken, TokenType } from 'chevrotain'
import { BLANK, foldCode, kindOf } from '../fold.ts'
import { scanNumber } from './number.ts'
import type { Slice } from './slice.ts'
import { Appendix, Article, Comma, Item, makeToken, Paragraph, Qualifier, Title, Unknown } from './tokens.ts'

const OPENING_TITLE = 0x300a
const CLOSING_TITLE = 0x300b
const OPENING = 0x28
const CLOSING = 0x29
const SEPARATORS = new Set([...'、,和及'].map((mark) => mark.charCodeAt(0)))

/** What articles are numbered with. */
const WHOLE = /^\d{1,6}$/

const ARTICLE_PARTS: Readonly<Record<string, TokenType>> = { 条: Article, 款: Paragraph, 项: Item }

/** Splits a prepared slice into the tokens of a citation: 《名称》（文号）第三十二条第一款第（二）项、附件3. */
export function scanCitation({ text, start, end }: Slice): IToken[] {
  const tokens: IToken[] = []
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === BLANK) {
      at++
      continue
    }
    const token = scanOne(text, at, end)
    tokens.push(token)
    at = (token.endOffset ?? at) + 1
  }
  return tokens
}

function scanOne(text: string, at: number, end: number): IToken {
  const folded = foldCode(text.charCodeAt(at))
  if (folded === OPENING_TITLE) return scanEnclosed(text, at, end, Title, OPENING_TITLE, CLOSING_TITLE)
  if (SEPARATORS.has(folded)) return makeToken(Comma, '', at, at + 1)
  const part = scanPart(text, at, end)
  if (part !== undefined) return part
  if (folded === OPENING) return scanEnclosed(text, at, end, Qualifier, OPENING, CLOSING)
  return makeToken(Unknown, '', at, end)
}

/** A title in 《》 or a remark in （）, which may contain further ones. */
function scanEnclosed(
  text: string,
  start: number,
  end: number,
  type: TokenType,
  opening: number,
  closing: number,
): IToken {
  let depth = 0
  for (let at = start; at < end; at++) {
    const folded = foldCode(text.charCodeAt(at))
    if (folded === opening) depth++
    else if (folded === closing && --depth === 0) return makeToken(type, '', start, at + 1)
  }
  return makeToken(Unknown, '', start, end)
}

/** 第三十二条, 第一款, 第（二）项, （二）项, 附件3 */
function scanPart(text: string, start: number, end: number): IToken | undefined {
  if (text.startsWith('附件', start)) {
    const number = scanNumber(text, skipBlanks(text, start + 2, end), end)
    return number === undefined || !WHOLE.test(number.amount)
      ? undefined
      : makeToken(Appendix, number.amount, start, number.end)
  }
  let at = text.charAt(start) === '第' ? skipBlanks(text, start + 1, end) : start
  const bracketed = at < end && foldCode(text.charCodeAt(at)) === OPENING
  if (at === start && !bracketed) return undefined
  if (bracketed) at = skipBlanks(text, at + 1, end)
  const number = scanNumber(text, at, end)
  if (number === undefined || !WHOLE.test(number.amount)) return undefined
  at = skipBlanks(text, number.end, end)
  if (bracketed) {
    if (at >= end || foldCode(text.charCodeAt(at)) !== CLOSING) return undefined
    at = skipBlanks(text, at + 1, end)
  }
  const type = at < end ? ARTICLE_PARTS[text.charAt(at)] : undefined
  return type === undefined ? undefined : makeToken(type, number.amount, start, at + 1)
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start
  while (at < end && kindOf(text.charCodeAt(at)) === BLANK) at++
  return at
}
