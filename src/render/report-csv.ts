import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import { type ReportJson, reportToJson } from '../analysis/report-json.ts'
import { writeCsv } from './csv.ts'

type MatterJson = ReportJson['matters'][number]
type TotalJson = ReportJson['total']

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

/** Added where the matters are compared with what they were. */
const CUT_COLUMNS: typeof COLUMNS = (['时限', '材料', '环节', '跑动'] as const).flatMap((subject): typeof COLUMNS => [
  [`${subject}（对比前）`, ({ cuts }) => cuts?.[subject]?.before],
  [`${subject}（对比后）`, ({ cuts }) => cuts?.[subject]?.after],
  [`${subject}精简率（%）`, ({ cuts }) => cuts?.[subject]?.percent],
])

/**
 * The report as CSV that Excel opens as it should: UTF-8 with its mark, one line a matter, exact numbers. Where there are
 * groups, the matters stand by group, with a line of totals behind each.
 */
export function writeReportCsv(report: CatalogueReport, digits = 1): string {
  const { matters, groups, against, faulty } = reportToJson(report, digits)
  const columns = against === null ? COLUMNS : [...COLUMNS, ...CUT_COLUMNS]
  const write = (matter: MatterJson) => columns.map(([, read]) => read(matter) ?? '')
  const grouped = groups.flatMap((group) => [
    ...matters.filter((_, index) => group.matters.includes(index)).map(write),
    totalRow(columns, `小计：${group.name}（${group.total.count}个，计入${group.total.included}个）`, group.total),
  ])
  const left = faulty.map((name) =>
    columns.map(([head]) =>
      head === '事项' ? name : head === '没有计入的原因' ? describeExclusion({ because: 'faultyMatter' }) : '',
    ),
  )
  return writeCsv([columns.map(([head]) => head), ...(groups.length === 0 ? matters.map(write) : grouped), ...left])
}

/** What a total has in common with the line of a matter stands under the same heads. */
function totalRow(columns: typeof COLUMNS, name: string, { ratioOfSums, cuts }: TotalJson): readonly string[] {
  const sums = new Map<string, string | null | undefined>([
    ['事项', name],
    ['压减前（工作日）', ratioOfSums?.before],
    ['压减后（工作日）', ratioOfSums?.after],
    ['压减比例（%）', ratioOfSums?.percent],
    ...(['时限', '材料', '环节', '跑动'] as const).flatMap((subject): [string, string | null | undefined][] => [
      [`${subject}（对比前）`, cuts?.[subject].before],
      [`${subject}（对比后）`, cuts?.[subject].after],
      [`${subject}精简率（%）`, cuts?.[subject].percent],
    ]),
  ])
  return columns.map(([head]) => sums.get(head) ?? '')
}
