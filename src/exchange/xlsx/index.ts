/**
 * Matters as Excel workbooks, both ways, and the plain lists of matters that offices keep (Excel).
 */
export type { CellFinding, CellPlace } from './cell-finding.ts'
export { printFinding } from './cell-finding.ts'
export { type ReadWorkbook, readXlsx, type SheetReport } from './read-xlsx.ts'
export { writeXlsx } from './write/write-xlsx.ts'
