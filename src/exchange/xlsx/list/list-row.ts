import type { ImportOutcome } from '../../import-report.ts'
import type { CellText } from '../compose/cell-text.ts'
import type { MatterRows } from '../compose/group-matters.ts'
import type { Entry } from '../compose/read-entries.ts'
import type { Column } from '../layout/columns.ts'
import { MATTER_SHEET, SHEETS } from '../layout/sheets.ts'
import type { ListField } from './list-fields.ts'
import type { CodeSet } from './portal-codes.ts'

/** What became of a cell, and why a person should look at it (一格的去处). */
export interface Converted {
  readonly outcome: ImportOutcome
  readonly doubt?: string
}

/** One row of a table of matters (清单的一行), with its cells by what they are about. */
export interface ListRow {
  readonly at: { readonly sheet: string; readonly row: number }
  readonly cells: ReadonlyMap<ListField, CellText>
  readonly codes: CodeSet | undefined
}

/** Builds a matter out of a row (逐格搭成事项): what is put here is read by the compiler as the sheets of a workbook are. */
export interface MatterBuilder {
  /** An attribute of the matter, by its construct. */
  readonly set: (construct: string, text: string, from: CellText) => void
  /** An entry, by its construct, with attributes by theirs. */
  readonly add: (
    construct: string,
    title: string,
    from: CellText,
    attributes?: Readonly<Record<string, string>>,
  ) => void
  /** A 说明 of the matter. */
  readonly note: (text: string, from: CellText) => void
  readonly finish: (name: string) => MatterRows
}

/** Starts building the matter of a row. */
export function buildMatter(at: ListRow['at'], title: CellText): MatterBuilder {
  const own = new Map<Column, CellText>()
  const parts: Entry[] = []
  const notes: { readonly head: string; readonly cell: CellText }[] = []
  let made = 0
  /** Several values of one cell are told apart. */
  const taken = (text: string, from: CellText): CellText => ({ ...from, text, kind: 'text', part: `.${made++}` })
  return {
    set: (construct, text, from) => void own.set(columnFor('matter', construct), taken(text, from)),
    add: (construct, name, from, attributes = {}) => {
      const sheet = SHEETS.find(({ entries }) => entries.includes(construct)) ?? MATTER_SHEET
      const cells = Object.entries(attributes).map(
        ([id, text]) => [columnFor(construct, id), taken(text, from)] as const,
      )
      const entry = { sheet, construct, at, title: taken(name, from), cells: new Map(cells), unknown: [], table: [] }
      parts.push(entry)
    },
    note: (text, from) => void notes.push({ head: '', cell: taken(text, from) }),
    finish: (name) => ({
      name,
      parts,
      own: {
        sheet: MATTER_SHEET,
        construct: 'matter',
        at,
        title: { ...title, text: name },
        cells: own,
        unknown: notes,
        table: [],
      },
    }),
  }
}

function columnFor(entry: string, construct: string): Column {
  const sheet = SHEETS.find(({ entries }) => entries.includes(entry))
  const column = sheet?.columns.find((one) => one.construct === construct)
  if (column === undefined) throw new TypeError(`no column for ${construct} of ${entry}`)
  return column
}

/** A name that the entries of a kind do not have yet. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let next = 2; taken.has(free); next++) free = `${name}（${next}）`
  taken.add(free)
  return free
}
