import type { IToken } from 'chevrotain'
import { foldCode, foldKey } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import { nameClosing } from './name-tokens.ts'
import type { Slice } from './slice.ts'
import { Comma, makeToken, NameToken, PathMark } from './tokens.ts'

const MARK = 0xb7
const OPENING = 0x5b
const SEPARATORS = new Set([0x3001, 0x2c, 0x3b])

/**
 * Splits a list of paths (路径名表): 企业设立登记·营业执照、食品经营许可·申请书. Names may contain 、 : every path has one ·,
 * and begins with the longest name before it that `isOwner` knows, else behind the 、 nearest to it.
 */
export function scanPaths(slice: Slice, isOwner: (key: string) => boolean): IToken[] {
  const { text, end } = slice
  const { marks, separators } = findMarks(slice)
  const tokens: IToken[] = []
  let start = skipBlanks(text, slice.start, end)
  for (const [index, mark] of marks.entries()) {
    const next = marks[index + 1]
    const between = next === undefined ? [] : separators.filter((at) => at > mark && at < next)
    const known = between.find((at) => isOwner(foldKey(text, at + 1, next).replace(/^\[(.*)\]$/, '$1')))
    const stop = known ?? between.at(-1) ?? next ?? end
    if (mark > start) tokens.push(makeToken(NameToken, '', start, mark))
    tokens.push(makeToken(PathMark, '', mark, mark + 1))
    if (stop > mark + 1) tokens.push(makeToken(NameToken, '', mark + 1, stop))
    if (next !== undefined && stop < next) tokens.push(makeToken(Comma, '', stop, stop + 1))
    start = stop < end ? skipBlanks(text, stop + 1, end) : end
  }
  if (marks.length === 0 && start < end) tokens.push(makeToken(NameToken, '', start, end))
  return tokens
}

/** The · and the marks that part a list, outside of 【】. */
function findMarks({ text, start, end }: Slice): {
  readonly marks: readonly number[]
  readonly separators: readonly number[]
} {
  const marks: number[] = []
  const separators: number[] = []
  for (let at = start; at < end; at++) {
    const code = foldCode(text.charCodeAt(at))
    if (code === MARK) marks.push(at)
    else if (SEPARATORS.has(code)) separators.push(at)
    else if (code === OPENING) at = Math.max(at, nameClosing(text, at, end))
  }
  return { marks, separators }
}
