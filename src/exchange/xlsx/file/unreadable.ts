/**
 * Why a file cannot be read as a workbook (读不了的原因). Thrown inside this folder only: the bytes come from outside, and the
 * fault may lie deep in a stream; `openWorkbook` turns it into data.
 */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
