/**
 * The guide that people read before they set out (办事指南): `zhengwu/guide`. One page or Markdown for a matter or a 一件事, and
 * one applicant's own list from what he has told.
 */
export {
  type ApplicantChecklist,
  type ChecklistOptions,
  compileChecklist,
} from '../../analysis/checklist/applicant-checklist.ts'
export type { ChecklistLimit } from '../../analysis/checklist/checklist-limits.ts'
export type { ChecklistMaterial, ChecklistRequirement } from '../../analysis/checklist/checklist-parts.ts'
export type { ChecklistStep } from '../../analysis/checklist/checklist-steps.ts'
export type { OpenQuestion } from '../../analysis/checklist/open-questions.ts'
export { renderChecklistHtml, renderGuideHtml } from './guide-html.ts'
export {
  type GuideIndexRendering,
  type GuideLink,
  renderGuideIndex,
  renderGuideIndexMarkdown,
} from './guide-index.ts'
export { renderChecklistMarkdown, renderGuideMarkdown } from './guide-markdown.ts'
export type { GuideRendering } from './guide-rendering.ts'
