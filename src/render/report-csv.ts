import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import { type ReportJson, reportToJson } from '../analysis/report-json.ts'
import { writeCsv } from './csv.ts'

type MatterJson = ReportJson['matters'][number]

/** The columns of the CSV: a head, and what stands under it. */
const COLUMNS: readonly (readonly [head: string, read: (matter: MatterJson) => string | null | undefined])[] = [
  ['事项', ({ name }) => name],
  ['编码', ({ code }) => code],
  ['文件', ({ file }) => file],
  ['事项类型', ({ type }) => type],
  ['办件类型', ({ caseType }) => caseType],
  ['行使层级', ({ level }) => level],
  ['实施主体', ({ authority }) => authority],
  ['法定时限', ({ statutory }) => statutory && `${statutory.value ?? ''}${statutory.unit}`],
  ['法定时限（工作日）', ({ statutory }) => statutory?.workdays],
  ['承诺时限', ({ promised }) => promised && `${promised.value ?? ''}${promised.unit}`],
  ['承诺时限（工作日）', ({ promised }) => promised?.workdays],
  ['关键路径（工作日）', ({ criticalPath }) => criticalPath?.workdays],
  ['环节', ({ criticalPath }) => criticalPath?.steps.join('→')],
  ['压减前（工作日）', ({ cut }) => cut?.before],
  ['压减后（工作日）', ({ cut }) => cut?.after],
  ['压减比例（%）', ({ cut }) => cut?.percent],
  ['目标（%）', ({ target }) => target?.percent],
  ['是否达标', ({ target }) => (target?.met == null ? '' : target.met ? '是' : '否')],
  ['还差（工作日）', ({ target }) => target?.shortfallWorkdays],
  ['没有计入的原因', ({ excluded }) => excluded],
]

/** The report as CSV that Excel opens as it should: UTF-8 with its mark, one line a matter, exact numbers. */
export function writeReportCsv(report: CatalogueReport, digits = 1): string {
  const { matters } = reportToJson(report, digits)
  return writeCsv([
    COLUMNS.map(([head]) => head),
    ...matters.map((matter) => COLUMNS.map(([, read]) => read(matter) ?? '')),
  ])
}
