import { keysOf } from '../../../base/keys-of.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { columnName, type Row, type Sheet } from '../file/workbook.ts'
import { LIST_FIELDS, type ListField } from './list-fields.ts'

/** The heads of a table of matters (清单的列名), by column. */
export interface ListHeads {
  readonly row: number
  readonly columns: ReadonlyMap<number, { readonly head: string; readonly field?: ListField }>
}

/** How far down the heads may stand. */
const LAST_HEAD_ROW = 10

const FIELD_OF: ReadonlyMap<string, ListField> = new Map(
  keysOf(LIST_FIELDS).flatMap((field) => LIST_FIELDS[field].names.map((name) => [headKey(name), field])),
)

function headKey(text: string): string {
  return foldKey(text.replace(/[*＊※\s]|[（(](?:必填|选填|可选|文本|名称|天)[）)]/g, '')).toLowerCase()
}

/** Finds the heads of a table of matters; undefined where none of the first rows names at least a 事项名称 and one thing more. */
export function findListHeads({ rows }: Sheet): ListHeads | undefined {
  let best: ListHeads | undefined
  let most = 1
  for (const row of rows) {
    if (row.number > LAST_HEAD_ROW) break
    const heads = readHeads(row)
    const fields = new Set([...heads.columns.values()].flatMap(({ field }) => field ?? []))
    if (fields.has('name') && fields.size > most) [best, most] = [heads, fields.size]
  }
  return best
}

/** The heads, and what to call columns that have something below them and no head: nothing is dropped. */
export function withUnnamed({ rows }: Sheet, { row, columns }: ListHeads): ListHeads {
  const filled = new Set(rows.flatMap(({ number, cells }) => (number > row ? [...cells.keys()] : [])))
  const unnamed = [...filled].filter((column) => !columns.has(column))
  const all = [...columns, ...unnamed.map((column) => [column, { head: `第${columnName(column)}列` }] as const)]
  return { row, columns: new Map(all.toSorted(([a], [b]) => a - b)) }
}

/** The first column of a field has it; a further one of the same meaning is kept as it is called. */
function readHeads({ number, cells }: Row): ListHeads {
  const taken = new Set<ListField>()
  const columns = new Map<number, { readonly head: string; readonly field?: ListField }>()
  const named = [...cells].filter(([, { text }]) => text.trim() !== '')
  const byRank = named.toSorted(([a, one], [b, other]) => rank(one.text) - rank(other.text) || a - b)
  for (const [column, { text }] of byRank) {
    const field = FIELD_OF.get(headKey(text))
    const head = text.replace(/\s/g, '')
    if (field === undefined || taken.has(field)) columns.set(column, { head })
    else {
      taken.add(field)
      columns.set(column, { head, field })
    }
  }
  return { row: number, columns: new Map([...columns].toSorted(([a], [b]) => a - b)) }
}

/** Of two columns of one meaning that with the more usual name is taken. */
function rank(head: string): number {
  const field = FIELD_OF.get(headKey(head))
  if (field === undefined) return 0
  return LIST_FIELDS[field].names.findIndex((name) => headKey(name) === headKey(head))
}
