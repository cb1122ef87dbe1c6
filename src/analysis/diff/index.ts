/** What changed between two versions, and for whom (改动对照): `zhengwu/diff`. The lines come from `compareMatters` of `zhengwu/compare`. */

export type { Heading, LineChange } from '../../model/line-change.ts'
export { type CatalogueDiff, diffCatalogue } from './catalogue-diff.ts'
export type { BurdenChange } from './compare-burdens.ts'
export type { MaterialChange } from './compare-materials.ts'
export { compareOutcomes, type OutcomeChange, type Whom } from './compare-outcomes.ts'
export { type DiffJson, diffToJson } from './diff-json.ts'
export type { DiffOptions } from './joint-measuring.ts'
export type { MaterialDemand } from './material-demand.ts'
export { type AffectedByDiff, type DiffSide, diffMatter, type MatterDiff, type MatterPair } from './matter-diff.ts'
