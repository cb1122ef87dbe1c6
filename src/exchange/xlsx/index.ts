/**
 * Matters as Excel workbooks, both ways, and the plain lists of matters that offices keep (Excel).
 */
export type { ImportedPart, ImportOutcome } from '../import-report.ts'
export type { CellFinding, CellPlace } from './cell-finding.ts'
export { printFinding } from './cell-finding.ts'
export { guessWorkbookKind } from './guess-kind.ts'
export type { ColumnReport, ListReport } from './list/list-report.ts'
export type { CodeSet } from './list/portal-codes.ts'
export { printListReport } from './list/print-list-report.ts'
export { type ReadList, type ReadListOptions, readImplementationList } from './list/read-list.ts'
export { type ReadWorkbook, readXlsx, type SheetReport } from './read-xlsx.ts'
export { writeXlsx } from './write/write-xlsx.ts'
