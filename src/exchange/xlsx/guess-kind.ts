import { foldKey } from '../../syntax/fold.ts'
import { openWorkbook } from './file/open-workbook.ts'
import { MATTER_SHEET, ROW_CODE, SHEETS } from './layout/sheets.ts'
import { findListHeads } from './list/find-list-heads.ts'

/**
 * What a workbook is (是哪一种表): one of several sheets as {@link writeXlsx} writes it, or a plain table with a matter each row.
 * Undefined where the bytes are no workbook.
 */
export async function guessWorkbookKind(bytes: Uint8Array): Promise<'sheets' | 'list' | undefined> {
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return undefined
  const { sheets } = opened.value
  const isOurs = sheets.some(({ rows }) =>
    rows.slice(0, 10).some(({ cells }) => foldKey(cells.get(1)?.text ?? '') === foldKey(ROW_CODE)),
  )
  const names = new Set(sheets.map(({ name }) => foldKey(name)))
  const parts = SHEETS.filter((sheet) => sheet !== MATTER_SHEET && names.has(foldKey(sheet.name)))
  if (isOurs || parts.length > 0) return 'sheets'
  return sheets.some((sheet) => findListHeads(sheet) !== undefined) ? 'list' : 'sheets'
}
