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
  /** Rows below the heads that have something in them. */
  readonly rows: number
  /** Those of them that were not imported, for nobody knows of which matter they are. */
  readonly skipped: number
  readonly matters: number
  readonly columns: readonly ColumnReport[]
  /** What is doubtful or wrong, by cell. */
  readonly findings: readonly CellFinding[]
}

/** What became of the cells of a column, row by row. */
export interface ColumnCount {
  readonly outcomes: Map<number, ImportOutcome>
  readonly doubtful: Set<number>
}

/** A column of which nothing is counted yet. */
export function startCount(): ColumnCount {
  return { outcomes: new Map(), doubtful: new Set() }
}

/** Ends the count of a column. */
export function reportColumn(
  column: number,
  head: string,
  clause: string | undefined,
  count: ColumnCount,
): ColumnReport {
  const outcomes = { structured: 0, manual: 0, note: 0, omitted: 0 }
  for (const outcome of count.outcomes.values()) outcomes[outcome]++
  return {
    column: columnName(column),
    head,
    ...(clause !== undefined && { clause }),
    filled: count.outcomes.size,
    outcomes,
    doubtful: [...count.doubtful].toSorted((a, b) => a - b),
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
    const became = [clause, counts].filter((text) => text !== undefined && text !== '').join('：')
    return {
      place: sheet === '' ? `第${column}列` : `${sheet}!${column}`,
      what: `“${head}”，填了${filled}行`,
      outcome: main,
      became: `${filled === 0 ? '空的' : became}${doubt}`,
    }
  })
}
