import type { BundleProblem } from './bundle-parts.ts'

/** Problems with which the figures are still those of the bundle (不影响合成的问题). */
export const HARMLESS: ReadonlySet<BundleProblem['kind']> = new Set(['noLimit', 'differingFact'])
