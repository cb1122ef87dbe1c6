import { foldKey } from '../fold.ts'
import { PROPERTY_SCOPE } from '../matter-properties.ts'
import type { Value } from '../tree.ts'
import { readCondition } from './read-condition.ts'
import { withoutEndMarks } from './read-plain.ts'
import type { Reading } from './reading.ts'
import type { Slice } from './slice.ts'

/** The words for every matter there is. */
const EVERYTHING: ReadonlySet<string> = new Set(['全部', '全部事项', '所有事项'])

/**
 * 范围：事项类型为 行政许可 且 行使层级为 市级; 全部. A condition in which the properties of matters stand in place of facts;
 * words that are none are left to the compiler, which knows what may stand there.
 */
export function readSelection(reading: Reading, slice: Slice): Value {
  if (EVERYTHING.has(foldKey(slice.text, slice.start, withoutEndMarks(slice)))) return { kind: 'selection' }
  const value = readCondition({ ...reading, scope: PROPERTY_SCOPE }, slice, 'condition', true)
  return value.kind === 'condition' ? { kind: 'selection', condition: value.condition } : value
}
