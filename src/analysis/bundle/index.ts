/** Many matters made one (一件事一次办): one form, one set of materials, one flow. */

export { runBundleScenarios } from '../run-bundle-scenarios.ts'
export { type BrokenPromise, type BundleCheck, type MeasurableBundle, verifyBundle } from '../verify-bundles.ts'
export {
  accountForBundle,
  type BundleAccount,
  type BundleAccountOptions,
  type BundleStep,
} from './account-for-bundle.ts'
export {
  type BundleDossier,
  type ComponentDossier,
  compileBundleDossier,
  type MaterialDossier,
  type MaterialStanding,
} from './bundle-dossier.ts'
export { type BundleJson, bundleToJson } from './bundle-json.ts'
export { type BundlingOptions, bundleMatters } from './bundle-matters.ts'
export type {
  BundledMaterial,
  BundledMatter,
  BundledPart,
  BundleProblem,
  BundleProposal,
  Feed,
} from './bundle-parts.ts'
export { type BundleStanding, reportBundle, standingToJson } from './bundle-standing.ts'
export type { Capacity, OfficeQueue, Queueing } from './capacity/limit-capacity.ts'
export { describeProblem } from './describe-problem.ts'
export { describeProposal } from './describe-proposal.ts'
export type { GroupParts } from './group-bundle.ts'
export {
  type BundleBaselines,
  type BundleCut,
  type BundleMeasuring,
  measureBundle,
  type SelectionMeasure,
} from './measure-bundle.ts'
export { type ProposedBundle, type ProposeOptions, proposeBundle } from './propose-bundle.ts'
export { type BundleSuggestion, type SuggestOptions, suggestBundles } from './suggest-bundles.ts'
export { type SuggestionsJson, suggestionsToJson } from './suggest-json.ts'
