import type { Matter } from '../../../model/matter.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { type EntryRow, flattenMatter } from '../layout/flatten.ts'
import { linesOf } from './cell-text.ts'
import type { MatterRows } from './group-matters.ts'
import type { Entry } from './read-entries.ts'
import { type Prose, type SourceLine, slotOf } from './write-source.ts'

/** Tells whether what a line says is missing in the model (没有读进去): an error may also be about what was read very well. */
export type IsLost = (line: SourceLine) => boolean

/** Compares a matter's rows with what the compiler made of them. */
export function findLost(matter: Matter | undefined, { own, parts }: MatterRows, prose: Prose): IsLost {
  const rows = matter === undefined ? [] : flattenMatter(matter)
  const rowOf = (entry: Entry): EntryRow | undefined => {
    if (entry === own) return rows[0]
    const same = rows.filter(({ construct }) => construct === entry.construct)
    const written = parts.filter(
      (other) => other.construct === entry.construct && other.title !== undefined && !prose.entries.has(other),
    )
    if (same.length === written.length) return same[written.indexOf(entry)]
    return same.find(({ title }) => nameKey(title) === nameKey(entry.title?.text ?? ''))
  }
  return ({ entry, slot }) => {
    if (entry === undefined) return false
    const row = rowOf(entry)
    if (row === undefined) return true
    if (slot === undefined) return false
    for (const [column, cell] of entry.cells) {
      const values = column.many || column.conditional ? linesOf(cell.text) : [cell.text]
      const slots = values.map((_, index) => slotOf(cell, index))
      if (!slots.includes(slot)) continue
      const kept = slots.filter((one) => !prose.slots.has(one) && !prose.references.has(one)).length
      return linesOf(row.cells.get(column.construct) ?? '').length < kept
    }
    return false
  }
}

function nameKey(name: string): string {
  return foldKey(name.replace(/^【(.*)】$/, '$1'))
}
