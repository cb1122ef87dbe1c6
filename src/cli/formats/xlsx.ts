import { failure, success } from '../../base/result.ts'
import type { CellFinding } from '../../exchange/xlsx/cell-finding.ts'
import { guessWorkbookKind } from '../../exchange/xlsx/guess-kind.ts'
import { partsOf } from '../../exchange/xlsx/list/list-report.ts'
import { readImplementationList } from '../../exchange/xlsx/list/read-list.ts'
import { readXlsx } from '../../exchange/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../exchange/xlsx/write/write-xlsx.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import { withPackage } from '../missing-package.ts'
import type { Format } from './format.ts'

/** Excel: one workbook for all matters, with a sheet for each kind of part. A plain list of matters is read too. */
export const format: Format = {
  write: ({ matters }) => withPackage('write-excel-file', { cannot: '写不出Excel' }, () => writeXlsx(matters)),
  read: async (bytes, options) => {
    if ((await guessWorkbookKind(bytes)) === 'list') return readList(bytes, options)
    const { matters, diagnostics, renamed } = await readXlsx(bytes)
    const problems = diagnostics.map(problemOf)
    if (matters.length === 0 && problems.some(({ severity }) => severity === 'error')) return failure(problems)
    return success({ document: { matters }, problems, renamed })
  },
}

/** A table of matters in any of its forms: xlsx, CSV, TSV. */
export const readList: NonNullable<Format['read']> = async (bytes, { codes } = {}) => {
  const { matters, report } = await readImplementationList(bytes, codes === undefined ? {} : { codes })
  const problems = report.findings.map(problemOf)
  if (matters.length === 0) return failure(problems)
  return success({ document: { matters }, parts: partsOf(report), problems, report })
}

function problemOf({
  place,
  message,
  help,
  severity,
}: CellFinding): JsonProblem & { readonly severity: CellFinding['severity'] } {
  return { path: place, message: help === undefined ? message : `${message}（${help}）`, severity }
}
