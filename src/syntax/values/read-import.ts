import { foldCode, foldWord } from '../fold.ts'
import { skipBlanks } from '../line-head.ts'
import type { PinSyntax, Value } from '../tree.ts'
import { scanDate } from './date.ts'
import { lookAtCharacters } from './look-at-characters.ts'
import { nameIn } from './name-tokens.ts'
import { withoutEndMarks } from './read-plain.ts'
import type { Reading } from './reading.ts'
import { prepared, type Slice, wordAt } from './slice.ts'

const OPENING = 0x28
const CLOSING = 0x29

/** How paths to files are told from names. */
const PATH = /^\.{0,2}[/\\]|\.zw(\.md)?$/i

/** 引用：通用材料库, 引用：./库/材料.zw, 引用：名称（2025年第1版）, 引用：名称（按2024年6月1日）. */
export function readImport(reading: Reading, slice: Slice): Value {
  const end = withoutEndMarks(slice)
  const name = nameIn(slice, slice.start, end)
  if (PATH.test(name.text)) return { kind: 'importPath', path: name.text }
  // A path that was pasted in full width.
  if (PATH.test(name.key)) return { kind: 'importPath', path: name.key }
  lookAtCharacters(reading, slice, slice.start, end, name)
  const open = lastBracket(slice, end)
  if (open <= slice.start) return { kind: 'import', name }
  const close = skipBlanksBack(slice.text, end) - 1
  const to = readPin(prepared({ ...slice, start: open + 1, end: close }))
  return { kind: 'import', name, pinned: { name: nameIn(slice, slice.start, open), to } }
}

/** Where the bracket opens that ends the value; −1 where none does. */
function lastBracket({ text, start }: Slice, end: number): number {
  let at = skipBlanksBack(text, end) - 1
  if (foldCode(text.charCodeAt(at)) !== CLOSING) return -1
  let depth = 0
  for (; at >= start; at--) {
    const code = foldCode(text.charCodeAt(at))
    if (code === CLOSING) depth++
    else if (code === OPENING && --depth === 0) return at
  }
  return -1
}

function skipBlanksBack(text: string, end: number): number {
  let at = end
  while (at > 0 && skipBlanks(text, at - 1, at) === at) at--
  return at
}

/** 按2024年6月1日的规定 is a day; anything else is what 版本 says. */
function readPin({ text, start, end }: Slice): PinSyntax {
  let at = skipBlanks(text, start, end)
  const since = wordAt(text, at, end, '按')
  if (since) at = skipBlanks(text, at + 1, end)
  const date = scanDate(text, at, end)
  const rest = date === undefined ? '' : foldWord(text, date.end, end)
  if (date !== undefined && (rest === '' || rest === '的规定' || rest === '起施行'))
    return { kind: 'day', date: date.date }
  return { kind: 'version', version: text.slice(start, end).trim() }
}
