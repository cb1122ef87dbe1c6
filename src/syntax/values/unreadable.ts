import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { ValueKind } from '../construct.ts'
import { BLANK, kindOf, LINE_END } from '../fold.ts'
import type { Value } from '../tree.ts'
import { fix, found, type Reading, type Replacement } from './reading.ts'
import { type Slice, spanIn, writtenIn } from './slice.ts'
import { VALUE_KINDS } from './value-kinds.ts'

/** What a value that cannot be read was probably meant to say. */
export interface Meant {
  readonly text: string
  readonly applicability: Fix['applicability']
  /** What to replace in the file; `note` where the whole value gives way and its words move to 说明 below. */
  readonly edits: readonly Replacement[] | 'note'
}

/** Reports a value that does not fit its kind (ZW1102); it counts as missing. */
export function unreadable(
  reading: Reading,
  slice: Slice,
  kind: ValueKind['kind'],
  reason?: string,
  meant?: Meant,
): Value {
  const { expected } = VALUE_KINDS[kind]
  const example = reading.example ?? VALUE_KINDS[kind].example
  const value = writtenIn(slice, slice.start, slice.end)
  const span = spanIn(slice, slice.start, slice.end)
  const params = { keyword: reading.keyword, value, expected, example, reason, suggestion: meant?.text }
  found(reading, 'ZW1102', params, span, () => {
    if (meant === undefined) return []
    if (meant.edits !== 'note') return [fix(reading, `改为“${meant.text}”`, meant.applicability, meant.edits)]
    const indent = indentOfLine(reading, span.start)
    if (indent === undefined) return []
    const lineEnd = reading.report.source.text.includes('\r\n') ? '\r\n' : '\n'
    const text = `${meant.text}${lineEnd}${indent}  说明：${value}`
    return [fix(reading, `改为“${meant.text}”，原话写进“说明：”`, meant.applicability, [{ ...span, text }])]
  })
  return { kind: 'missing' }
}

/** The blanks at the head of the line on which a value stands; undefined in a table, where no line can be put below. */
function indentOfLine(reading: Reading, at: number): string | undefined {
  const { text } = reading.report.source
  let start = at
  while (start > 0 && kindOf(text.charCodeAt(start - 1)) !== LINE_END) start--
  let head = start
  while (head < at && kindOf(text.charCodeAt(head)) === BLANK) head++
  const isRow = /[|｜│\t]/.test(text.slice(head, at))
  return isRow ? undefined : text.slice(start, head)
}
