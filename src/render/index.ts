/**
 * Results for people (呈现): `zhengwu/render`. Tables aligned by display width, deadlines with their derivation, CSV.
 * It draws what `zhengwu/analysis` and `zhengwu/calendar` computed; it computes nothing itself.
 */

// What `zw verify` found, as diagnostics
export { findScenarioProblems } from '../analysis/scenario-findings.ts'
export { findBrokenPromises, findTargetProblems } from '../analysis/target-findings.ts'
export { type RenderOptions, renderDiagnostic } from '../diagnostics/render-diagnostic.ts'
export { renderStandings } from './bundle-standings.ts'
export { writeCasesCsv } from './cases-csv.ts'
export { type CasesRendering, renderCases } from './cases-text.ts'
export { writeCertaintyCsv } from './certainty-csv.ts'
export { type CertaintyRendering, renderCertainty } from './certainty-text.ts'
export type { DeadlineAnswer } from './deadline-answer.ts'
export { writeDeadlineJson } from './deadline-json.ts'
export { renderDeadline } from './deadline-text.ts'
export { type DiffRendering, renderDiff } from './diff-text.ts'
export type { GanttRendering } from './gantt/gantt-rendering.ts'
export { renderGanttSvg } from './gantt/render-gantt-svg.ts'
export { renderBundlePage } from './html/bundle/bundle-page.ts'
export type { BundlePageRendering } from './html/bundle/bundle-rendering.ts'
export { type DiffPageRendering, renderDiffPage } from './html/diff-page.ts'
export { renderReportHtml } from './html/page.ts'
export type { HtmlRendering } from './html/report-page.ts'
export { writeJunit } from './junit.ts'
export { writeReportCsv } from './report-csv.ts'
export { type ReportRendering, renderReport } from './report-table.ts'
export { renderVerification, summarizeVerification, type VerifyRendering } from './verify-text.ts'
