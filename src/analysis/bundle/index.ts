/** Many matters made one (一件事一次办): one form, one set of materials, one flow. */
export { bundleMatters } from './bundle-matters.ts'
export type {
  BundledMaterial,
  BundledMatter,
  BundledPart,
  BundleProblem,
  BundleProposal,
  Feed,
} from './bundle-parts.ts'
export {
  type BundleBaselines,
  type BundleCut,
  type BundleMeasuring,
  measureBundle,
  type SelectionMeasure,
} from './measure-bundle.ts'
