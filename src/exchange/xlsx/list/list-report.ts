import type { ImportedPart, ImportOutcome } from '../../import-report.ts'
import type { CellFinding } from '../cell-finding.ts'
import { columnName } from '../file/workbook.ts'

/** What became of one column (一列的去处). */
export interface ColumnReport {
  /** `C` */
  readonly column: string
  readonly head: string
  /** The clause that it became; absent for one that nobody knows, which is kept as 说明. */
  readonly clause?: string
  /** Rows that have something in it. */
  readonly filled: number
  readonly outcomes: Readonly<Record<ImportOutcome, number>>
  /** Rows that a person should look at. */
  readonly doubtful: readonly number[]
}

/** What became of a table of matters (导入对应表). */
export interface ListReport {
  readonly sheet: string
  readonly rows: number
  readonly matters: number
  readonly columns: readonly ColumnReport[]
  /** What is doubtful or wrong, by cell. */
  readonly findings: readonly CellFinding[]
}

/** Counts what becomes of the cells of a column, row by row. */
export interface ColumnCount {
  readonly outcomes: Record<ImportOutcome, number>
  readonly doubtful: Set<number>
}

/** A column of which nothing is counted yet. */
export function startCount(): ColumnCount {
  return { outcomes: { structured: 0, manual: 0, note: 0, omitted: 0 }, doubtful: new Set() }
}

/** Ends the count of a column. */
export function reportColumn(
  column: number,
  head: string,
  clause: string | undefined,
  count: ColumnCount,
): ColumnReport {
  const { outcomes, doubtful } = count
  return {
    column: columnName(column),
    head,
    ...(clause !== undefined && { clause }),
    filled: Object.values(outcomes).reduce((sum, one) => sum + one, 0),
    outcomes,
    doubtful: [...doubtful].toSorted((a, b) => a - b),
  }
}

const WORDS: Readonly<Record<ImportOutcome, string>> = {
  structured: '对应',
  manual: '人工判断',
  note: '说明',
  omitted: '无内容',
}

/** The columns as rows of the report that every import has (逐列去处). */
export function partsOf({ sheet, columns }: ListReport): readonly ImportedPart[] {
  return columns.map(({ column, head, clause, filled, outcomes, doubtful }) => {
    const kinds = (['structured', 'manual', 'note', 'omitted'] as const).filter((kind) => outcomes[kind] > 0)
    const [main = 'omitted'] = kinds.toSorted((a, b) => outcomes[b] - outcomes[a])
    const counts = kinds.map((kind) => `${WORDS[kind]}${outcomes[kind]}行`).join('、')
    const doubt = doubtful.length === 0 ? '' : `，${doubtful.length}行存疑`
    return {
      place: sheet === '' ? `第${column}列` : `${sheet}!${column}`,
      what: `“${head}”，填了${filled}行`,
      outcome: main,
      became: `${clause ?? '说明'}${counts === '' ? '' : `：${counts}`}${doubt}`,
    }
  })
}
