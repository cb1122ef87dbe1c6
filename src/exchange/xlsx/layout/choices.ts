import { keysOf } from '../../../base/keys-of.ts'
import type { Column } from './columns.ts'

/** The words among which a cell of a column is chosen (可选值), the official ones; undefined where anything may stand. */
export function choicesOf({ value }: Column): readonly string[] | undefined {
  if (value.kind === 'yesNo') return ['是', '否']
  if (value.kind !== 'enum' && value.kind !== 'enums') return undefined
  const { words } = value
  return keysOf(words).flatMap((id) => words[id]?.[0] ?? [])
}
