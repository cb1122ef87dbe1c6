import type { Namespace } from '../construct.ts'
import { foldKey } from '../fold.ts'
import { isDeclared } from '../scope.ts'
import type { Value } from '../tree.ts'
import { lookAtNames } from './look-at-characters.ts'
import { scanNumber } from './number.ts'
import { withoutEndMarks } from './read-plain.ts'
import { found, type Reading } from './reading.ts'
import { scanNames } from './scan-names.ts'
import { type Slice, spanIn } from './slice.ts'
import { unreadable } from './unreadable.ts'
import { valueParser } from './value-parser.ts'

interface ListKind {
  readonly of?: readonly Namespace[]
}

export function readNames(reading: Reading, slice: Slice, kind: ListKind): Value {
  const list = readList(reading, slice, kind, false)
  if (list?.kind !== 'choice') return unreadable(reading, slice, 'names')
  return { kind: 'names', names: list.names }
}

/** 任选其一：甲、乙; 任选：2项：甲、乙、丙; the number may also be in the keyword: 任选两项. */
export function readChoice(reading: Reading, slice: Slice, kind: ListKind): Value {
  const choice = readList(reading, slice, kind, true)
  if (choice?.kind !== 'choice') return unreadable(reading, slice, 'choice')
  if (choice.atLeast !== 1) return choice
  const keyword = foldKey(reading.keyword)
  const number = keyword.startsWith('任选') ? scanNumber(keyword, 2, keyword.length) : undefined
  return number === undefined ? choice : { ...choice, atLeast: Number(number.amount) }
}

function readList(reading: Reading, slice: Slice, { of }: ListKind, counted: boolean): Value | undefined {
  const trimmed = { ...slice, end: withoutEndMarks(slice) }
  const splitting = {
    isDeclared: of === undefined ? undefined : (key: string) => isDeclared(reading.scope, of, key),
    onAmbiguous: (start: number, end: number) => reportAmbiguous(reading, trimmed, start, end),
  }
  const parser = valueParser()
  parser.slice = trimmed
  parser.input = scanNames(trimmed, splitting, counted)
  const list = parser.choice()
  if (parser.errors.length > 0 || list.kind !== 'choice') return undefined
  if (list.names.some((name) => name.text === '')) return undefined
  lookAtNames(reading, trimmed, list.names)
  return list
}

/** Reports a stretch that is one declared name and also a list of declared names (ZW4006). */
function reportAmbiguous(reading: Reading, slice: Slice, start: number, end: number): void {
  const text = slice.text.slice(start, end)
  const readings = [
    `【${text}】`,
    text
      .split(/[、，,；;]/)
      .map((part) => `【${part.trim()}】`)
      .join('、'),
  ]
  const span = spanIn(slice, start, end)
  found(reading, 'ZW4006', { text, readings }, span, () =>
    readings.map((reading_) => ({
      title: `改为${reading_}`,
      applicability: 'ask',
      edits: [{ origin: { file: reading.report.source.uri, span }, text: reading_ }],
    })),
  )
}
