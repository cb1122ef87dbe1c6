import type { IToken } from 'chevrotain'
import { foldCode, foldWord } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import type { Words } from '../words.ts'
import { PLACES } from './lexicon.ts'
import { type Slice, wordAt } from './slice.ts'
import { Arrow, makeToken, NameToken, Place, Quantity, Unknown } from './tokens.ts'

const ARROWS = ['→', '--->', '-->', '->', '==>', '=>', '至', '到']

/** Splits 法定时限→承诺时限 into two quantities; the arrow may also be written ->, => or 至. */
export function scanBasis({ text, start, end }: Slice, words: Words): IToken[] {
  for (let at = start; at < end; at++) {
    const arrow = ARROWS.find((mark) => wordAt(text, at, end, mark))
    if (arrow === undefined) continue
    const after = at + arrow.length
    return [quantity(text, start, at, words), makeToken(Arrow, '', at, after), quantity(text, after, end, words)]
  }
  return [quantity(text, start, end, words)]
}

function quantity(text: string, from: number, to: number, words: Words): IToken {
  const start = Math.min(skipBlanks(text, from, to), to)
  const word = foldWord(text, start, to)
  const found = Object.entries(words).find(([, spellings]) => spellings.some((spelling) => spelling === word))
  return found === undefined ? makeToken(Unknown, '', start, to) : makeToken(Quantity, found[0], start, to)
}

const PLACE_WORDS = Object.entries(PLACES).sort(([a], [b]) => b.length - a.length)

/** Splits 材料审查之后 into the name of a step and the place relative to it. */
export function scanPlacement({ text, start, end }: Slice): IToken[] {
  for (const [word, place] of PLACE_WORDS) {
    const at = end - word.length
    if (at <= start || !wordAt(text, at, end, word)) continue
    return [makeToken(NameToken, '', start, at), makeToken(Place, place, at, end)]
  }
  return [makeToken(Unknown, '', start, end)]
}

/** True for the marks that end a sentence and belong to no value: 。 ； */
export function isSentenceMark(code: number): boolean {
  const folded = foldCode(code)
  return folded === 0x3002 || folded === 0x3b
}
