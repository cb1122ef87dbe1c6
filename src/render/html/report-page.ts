import type { BundleStanding } from '../../analysis/bundle/bundle-standing.ts'
import type { MatterCertainty } from '../../analysis/certainty/assess-certainty.ts'
import type { MatterDossier } from '../../analysis/matter-dossier.ts'
import type { MatterPlanning } from '../../analysis/matter-planning.ts'
import type { MatterReport } from '../../analysis/matter-report.ts'
import type { ScenarioResult } from '../../analysis/scenario-result.ts'
import type { SourceFile } from '../../base/source-file.ts'
import type { SourceIndex } from '../../diagnostics/source-index.ts'

/** What the page tells beside the figures, and how (网页报告的内容). */
export interface HtmlRendering {
  /** Default: 压减核算报告. */
  readonly title?: string | undefined
  /** Least number of decimals of a percentage. Default: 1. */
  readonly digits?: number | undefined
  /** The limits and steps of each matter, in the order of the report; what is missing is left out. */
  readonly dossiers?: readonly MatterDossier[] | undefined
  /** What its 优化措施 can do for each matter, in the order of the report; null where it has none. */
  readonly plans?: readonly (MatterPlanning | null)[] | undefined
  /** How surely each matter keeps its promise, in the order of the report; null where its steps do not say how long they take. */
  readonly certainty?: readonly (MatterCertainty | null)[] | undefined
  /** The 用例 as they were run. */
  readonly scenarios?: readonly ScenarioResult[] | undefined
  /** The bundles of the catalogue. */
  readonly bundles?: readonly BundleStanding[] | undefined
  /** The texts, for the lines that figures come from. */
  readonly sources?: readonly SourceFile[] | undefined
  /** The version of zhengwu. */
  readonly version?: string | undefined
}

/** One matter with all that the page tells about it. */
export interface MatterPage {
  /** Where links to it lead. */
  readonly id: string
  readonly report: MatterReport
  readonly dossier: MatterDossier | undefined
  readonly planning: MatterPlanning | undefined
  readonly certainty: MatterCertainty | undefined
  readonly scenarios: readonly ScenarioResult[]
}

/** What all parts of the page share. */
export interface Setting {
  readonly digits: number
  readonly index: SourceIndex
}
