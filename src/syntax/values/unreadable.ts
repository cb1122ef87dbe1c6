import type { ValueKind } from '../construct.ts'
import type { Value } from '../tree.ts'
import { found, type Reading } from './reading.ts'
import { type Slice, spanIn, writtenIn } from './slice.ts'
import { VALUE_KINDS } from './value-kinds.ts'

/** Reports a value that does not fit its kind (ZW1102); it counts as missing. */
export function unreadable(reading: Reading, slice: Slice, kind: ValueKind['kind'], reason?: string): Value {
  const { expected } = VALUE_KINDS[kind]
  const example = reading.example ?? VALUE_KINDS[kind].example
  const value = writtenIn(slice, slice.start, slice.end)
  const span = spanIn(slice, slice.start, slice.end)
  found(reading, 'ZW1102', { keyword: reading.keyword, value, expected, example, reason }, span)
  return { kind: 'missing' }
}
