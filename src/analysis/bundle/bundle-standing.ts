import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { afterName, baselineName, bundleCutToJson, cutsToJson, workdayLimitToJson } from './bundle-json.ts'
import { bundleMatters } from './bundle-matters.ts'
import type { BundleProblem } from './bundle-parts.ts'
import { describeProblem } from './describe-problem.ts'
import { HARMLESS } from './harmless-problems.ts'
import { type BundleMeasuring, measureBundle, type SelectionMeasure } from './measure-bundle.ts'

/** How a bundle stands in a report on a catalogue (报告里的一件事): for the most components that one applicant can need. */
export interface BundleStanding {
  readonly bundle: Bundle
  readonly file?: string | undefined
  /** Undefined where no component takes part, or they do not come together: `problems` and `partial` tell why. */
  readonly measure: SelectionMeasure | undefined
  /** Lines of it or of a component could not be used (没有读全). */
  readonly partial: boolean
  readonly problems: readonly BundleProblem[]
}

/** A bundle with the matters of its components by the names that the bundle gives them. */
interface Measurable {
  readonly bundle: Bundle
  readonly components: ReadonlyMap<string, { readonly matter: Matter }>
  readonly file?: string | undefined
  readonly partial?: true | undefined
}

/** Measures a bundle for a report (一件事进报告). It adds nothing to the sums of the catalogue: its components are in them. */
export function reportBundle(
  { bundle, components, file, partial }: Measurable,
  measuring: BundleMeasuring,
): BundleStanding {
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  const bundled = bundleMatters(bundle, matters)
  const isWhole = partial !== true && bundled.problems.every(({ kind }) => HARMLESS.has(kind))
  const [measure] = isWhole ? measureBundle(bundle, bundled, matters, measuring) : []
  return { bundle, file, measure, partial: partial === true, problems: bundled.problems }
}

/** The bundles of `zw/report/1`: exact numbers as strings, null for what is not known. */
export function standingToJson({ bundle, file, measure, partial, problems }: BundleStanding, digits: number) {
  return {
    name: bundle.name,
    file: file ?? null,
    components: measure?.components ?? [],
    limit: workdayLimitToJson(measure?.limit ?? null),
    promised: workdayLimitToJson(measure?.promised ?? null),
    comparedWith: measure === undefined ? null : baselineName(measure),
    after: measure === undefined ? null : afterName(bundle, measure),
    cuts: measure === undefined ? null : cutsToJson(measure, digits),
    reachable: bundleCutToJson(measure?.reachable ?? null, digits),
    partial,
    problems: problems.map(describeProblem),
  }
}
