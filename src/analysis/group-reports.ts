import { LEVELS, MATTER_TYPES } from '../model/terms.ts'
import { type CatalogueTotal, totalOf } from './catalogue-total.ts'
import type { MatterReport } from './matter-report.ts'

/** What matters can be grouped by (分组). */
export type Grouping = keyof typeof GROUPINGS

/** The figures of one group (分组合计). */
export interface ReportGroup {
  readonly name: string
  readonly matters: readonly MatterReport[]
  readonly total: CatalogueTotal
}

/** 未写明 stands for matters that do not say; a matter of several levels is in the group of just these. */
export const GROUPINGS = {
  部门: ({ matter }: MatterReport) => matter.authority,
  层级: ({ matter }: MatterReport) => matter.levels.map((level) => LEVELS[level]).join('、'),
  类型: ({ matter }: MatterReport) => matter.type && MATTER_TYPES[matter.type],
} as const

const UNSTATED = '未写明'

/** Groups reports that were made with the same options, each group with its own totals, in the order in which they begin. */
export function groupReports(reports: readonly MatterReport[], grouping: Grouping): readonly ReportGroup[] {
  const groups = new Map<string, MatterReport[]>()
  for (const report of reports) {
    const name = GROUPINGS[grouping](report) || UNSTATED
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [report])
    else group.push(report)
  }
  // What does not say where it belongs comes last.
  const rest = groups.get(UNSTATED)
  if (rest !== undefined && groups.delete(UNSTATED)) groups.set(UNSTATED, rest)
  return Array.from(groups, ([name, matters]) => ({ name, matters, total: totalOf(matters) }))
}
