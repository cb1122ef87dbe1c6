import type { ValueKind } from '../construct.ts'
import type { Value } from '../tree.ts'
import { readCondition } from './read-condition.ts'
import { readImport } from './read-import.ts'
import { readChoice, readNames } from './read-names.ts'
import { readPath, readPaths } from './read-paths.ts'
import { readName, readText } from './read-plain.ts'
import { readBasis, readCitation, readPlacement, readQuantity } from './read-quantity.ts'
import { readAssertion, readContinued, readEvent, readPremise } from './read-scenario.ts'
import { readSelection } from './read-selection.ts'
import { readEnum, readEnums, readYesNo } from './read-words.ts'
import type { Reading } from './reading.ts'
import {
  COUNT_MODE,
  DATE_MODE,
  DATE_RANGES_MODE,
  DATED_TEXT_MODE,
  GOAL_MODE,
  LIMIT_MODE,
  MONEY_MODE,
  TIME_TAKEN_MODE,
} from './scan-quantity.ts'
import type { Slice } from './slice.ts'

type KindOf<K extends ValueKind['kind']> = Extract<ValueKind, { readonly kind: K }>
type Reader<K extends ValueKind['kind']> = (reading: Reading, slice: Slice, kind: KindOf<K>) => Value

/** How each kind of value is read. None of them throws; what cannot be read is reported and comes back as missing. */
const READERS: { readonly [K in ValueKind['kind']]: Reader<K> } = {
  none: () => ({ kind: 'none' }),
  text: readText,
  name: readName,
  names: readNames,
  choice: readChoice,
  enum: readEnum,
  enums: readEnums,
  yesNo: readYesNo,
  integer: readQuantity('integer', COUNT_MODE),
  count: readQuantity('count', COUNT_MODE),
  date: readQuantity('date', DATE_MODE),
  dateRanges: readQuantity('dateRanges', DATE_RANGES_MODE),
  timeTaken: readQuantity('timeTaken', TIME_TAKEN_MODE),
  import: readImport,
  datedText: readQuantity('datedText', DATED_TEXT_MODE),
  duration: readQuantity('limit', LIMIT_MODE),
  money: readQuantity('money', MONEY_MODE),
  goal: readQuantity('goal', GOAL_MODE),
  citation: readCitation,
  basis: readBasis,
  placement: readPlacement,
  path: readPath,
  paths: readPaths,
  condition: (reading, slice) => readCondition(reading, slice, 'condition'),
  selection: readSelection,
  branch: (reading, slice) => readCondition(reading, slice, 'branch'),
  premise: readPremise,
  event: readEvent,
  assertion: readAssertion,
  continued: readContinued,
}

/** Reads what stands behind a colon (读值); the stretch is not empty. */
export function readValue<K extends ValueKind['kind']>(
  reading: Reading,
  slice: Slice,
  kind: KindOf<K> & { readonly kind: K },
): Value {
  const reader: Reader<K> = READERS[kind.kind]
  return reader(reading, slice, kind)
}
