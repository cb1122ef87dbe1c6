import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import {
  assessCertainty,
  type CertaintyReportOptions,
  type MatterCertainty,
} from '../analysis/certainty/assess-certainty.ts'
import { certaintyToJson } from '../analysis/certainty/certainty-json.ts'
import type { MeasurableMatter } from '../analysis/matter-report.ts'
import { reportToJson } from '../analysis/report-json.ts'
import type { Matter } from '../model/matter.ts'
import { writeCertaintyCsv } from '../render/certainty-csv.ts'
import { renderCertainty } from '../render/certainty-text.ts'
import type { CliIo } from './io.ts'
import { printJson } from './json-output.ts'
import { createProgress } from './progress.ts'
import { writeResult } from './write-file.ts'

/** Prints how surely the matters of a report keep their promises (承诺的把握), instead of the report or with its JSON. */
export function printCertainty(
  report: CatalogueReport,
  matters: readonly MeasurableMatter[],
  options: CertaintyReportOptions,
  { json, csv, digits }: { readonly json?: true; readonly csv?: string; readonly digits: number },
  io: CliIo,
): void {
  const progress = createProgress(io, '算把握', matters.length)
  const found: MatterCertainty[] = []
  const without: Matter[] = []
  for (const each of matters) {
    const certainty = assessCertainty(each, options)
    if (certainty === null) without.push(each.matter)
    else found.push(certainty)
    progress.step()
  }
  progress.done()
  if (csv !== undefined) writeResult(csv, writeCertaintyCsv(found, digits), io.cwd)
  if (json) {
    const certainty = found.map((each) => certaintyToJson(each, digits))
    printJson({ ...reportToJson(report, digits), certainty, withoutTimes: without.map(({ name }) => name) }, io)
    return
  }
  const { color, columns } = io
  const width = columns === undefined ? {} : { width: Math.max(columns, 90) }
  io.out(`${renderCertainty(found, without, { color, digits, ...width })}\n`)
}
