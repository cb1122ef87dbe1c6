import type { Span } from '../../base/span.ts'
import { CONFUSABLE, confusableFor, INVISIBLE, kindOf } from '../fold.ts'
import type { Name } from '../tree.ts'
import { fix, found, type Reading } from './reading.ts'
import { offsetIn, type Slice, spanIn } from './slice.ts'

/** 己, which is common itself (自己、环己酮) and is a slip for 已 only before what can have been done: 己取得. */
const SELF = 0x5df1
const DONE = new Set('经有取办登备核审建购领缴交提投批签婚投满超过完成')

/** {@link lookAtCharacters} of each name of a list. */
export function lookAtNames(reading: Reading, slice: Slice, names: readonly Name[]): void {
  if (!isRemarkable(slice)) return
  let from = slice.start
  for (const name of names) {
    while (from < slice.end && offsetIn(slice, from) < name.span.start) from++
    let to = from
    while (to < slice.end && offsetIn(slice, to) < name.span.end) to++
    lookAtCharacters(reading, slice, from, to, name)
    from = to
  }
}

function isRemarkable({ text, start, end }: Slice): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === INVISIBLE || kind === CONFUSABLE || code === SELF) return true
  }
  return false
}

/** Reports characters in a name that nobody sees or that look like others (ZW0103, ZW0104). */
export function lookAtCharacters(reading: Reading, slice: Slice, from: number, to: number, name: Name): void {
  const { text } = slice
  let invisible: Set<string> | undefined
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === INVISIBLE) {
      invisible ??= new Set()
      invisible.add(codePoint(code))
      continue
    }
    const usual = kind === CONFUSABLE ? confusableFor(code) : code === SELF ? usualForSelf(text, at + 1, to) : undefined
    if (usual !== undefined) reportConfusable(reading, name, code, usual, spanIn(slice, at, at + 1))
  }
  if (invisible === undefined || !isInside(name)) return
  found(reading, 'ZW0103', { name: name.key, codePoints: [...invisible] }, name.span, () => [
    fix(reading, '删去看不见的字符', 'auto', invisibleIn(slice, from, to)),
  ])
}

/** True when the name itself, blanks and marks around it aside, has an invisible character. */
function isInside({ text }: Name): boolean {
  for (let at = 0; at < text.length; at++) if (kindOf(text.charCodeAt(at)) === INVISIBLE) return true
  return false
}

function invisibleIn(slice: Slice, from: number, to: number): { start: number; end: number; text: string }[] {
  const edits: { start: number; end: number; text: string }[] = []
  for (let at = from; at < to; at++) {
    if (kindOf(slice.text.charCodeAt(at)) !== INVISIBLE) continue
    const start = offsetIn(slice, at)
    edits.push({ start, end: start + 1, text: '' })
  }
  return edits
}

function reportConfusable(reading: Reading, name: Name, code: number, usual: string, span: Span): void {
  const character = String.fromCharCode(code)
  found(reading, 'ZW0104', { name: name.text, character, codePoint: codePoint(code), usual }, span, () => [
    fix(reading, `改为“${usual}”`, 'ask', [{ ...span, text: usual }]),
  ])
}

function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

function usualForSelf(text: string, next: number, end: number): string | undefined {
  return next < end && DONE.has(text.charAt(next)) ? '已' : undefined
}
