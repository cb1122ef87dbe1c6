import type { ColumnSyntax, Name } from '../../syntax/tree.ts'
import type { Declaration, MatterNames } from './name-space.ts'

/** A column behind → of a decision table (判定表输出). */
export interface OutputColumn {
  readonly table: Declaration
  /** Its place among the output columns. */
  readonly index: number
  readonly column: ColumnSyntax
}

const known = new WeakMap<MatterNames, ReadonlyMap<string, readonly OutputColumn[]>>()

/** The output columns of a matter by folded name: 核查时限, and with the table before it 核查方式·核查时限. */
export function outputColumns(names: MatterNames): ReadonlyMap<string, readonly OutputColumn[]> {
  const before = known.get(names)
  if (before !== undefined) return before
  const columns = new Map<string, OutputColumn[]>()
  for (const table of names.decisions.byKey.values()) {
    const outputs = table.node.table?.columns.filter(({ isOutput }) => isOutput) ?? []
    for (const [index, column] of outputs.entries()) {
      for (const key of [column.name.key, `${table.name.key}·${column.name.key}`]) {
        const same = columns.get(key)
        if (same === undefined) columns.set(key, [{ table, index, column }])
        else same.push({ table, index, column })
      }
    }
  }
  known.set(names, columns)
  return columns
}

/** The output columns that a condition means by a name; none where a 信息 or 情形 has it. */
export function outputsNamed({ key }: Name, names: MatterNames): readonly OutputColumn[] {
  if (names.facts.byKey.has(key) || names.situations.byKey.has(key)) return []
  return outputColumns(names).get(key) ?? []
}
