import { compare, type Rational } from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import { DEFAULT_CONVERSION } from '../calendar/duration.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Matter, Target } from '../model/matter.ts'
import type { UnreadScenarios } from '../model/unread-scenarios.ts'
import { bundleMatters } from './bundle/bundle-matters.ts'
import { HARMLESS } from './bundle/harmless-problems.ts'
import { measureBundle, type SelectionMeasure } from './bundle/measure-bundle.ts'
import { type BundleTarget, judgeBundleTarget } from './judge-bundle-target.ts'
import type { TargetCheck } from './verify-targets.ts'

/** A bundle with the matters of its components, as the compiler makes it. */
export interface MeasurableBundle {
  readonly bundle: Bundle
  /** By the names that the bundle gives them. */
  readonly components: ReadonlyMap<string, { readonly matter: Matter }>
  readonly file?: string | undefined
  /** Lines of it or of a component could not be used: its figures are none. */
  readonly partial?: true | undefined
  /** Its 用例 that have lines with errors: they are not run. */
  readonly unread?: UnreadScenarios | undefined
}

/** A 承诺时限 of a bundle that its own steps do not allow (做不到的联办承诺). Unit: workdays. */
export interface BrokenPromise {
  readonly bundle: string
  readonly file: string | undefined
  readonly promised: Rational
  /** What the steps take along the critical path. */
  readonly needed: Rational
  /** The steps of the critical path. */
  readonly chain: readonly string[]
  readonly origin: Origin | undefined
}

/** What came out of a bundle's own figures (一件事的核对). */
export interface BundleCheck {
  readonly targets: readonly TargetCheck[]
  readonly brokenPromise?: BrokenPromise
}

/**
 * Verifies the 目标 of a bundle and whether its 承诺时限 can be kept. A target is about all components together, as 基准 is; where
 * no applicant needs all of them, about every combination that no other contains, and it must hold for each.
 */
export function verifyBundle(measurable: MeasurableBundle, asOf: string | undefined): BundleCheck {
  const { bundle, components, partial } = measurable
  if (bundle.targets.length === 0 && bundle.promisedLimits.length === 0) return { targets: [] }
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  const bundled = bundleMatters(bundle, matters)
  const isBundled = bundled.problems.every(({ kind }) => HARMLESS.has(kind))
  const isWhole = isBundled && partial !== true
  const measures = isWhole ? measureBundle(bundle, bundled, matters, { conversion: DEFAULT_CONVERSION, asOf }) : []
  const broken = findBroken(measurable, measures)
  return {
    targets: bundle.targets.map((target) =>
      checkTarget(measurable, target, measures, isBundled ? 'faultyMatter' : 'faultyBundle'),
    ),
    ...(broken !== undefined && { brokenPromise: broken }),
  }
}

function checkTarget(
  { bundle, file }: MeasurableBundle,
  target: Target,
  measures: readonly SelectionMeasure[],
  lack: 'faultyMatter' | 'faultyBundle',
): TargetCheck {
  const { verdict, situation } = judgeBundleTarget(bundle, measures, target) ?? faulty(target, lack)
  const after = verdict.kind === 'decided' && verdict.subject === 'time' ? verdict.compression.after : undefined
  const steps = after?.path?.steps ?? []
  const promises = after !== undefined && after.path === null ? bundle.promisedLimits : []
  const published = verdict.kind === 'decided' ? bundle.baseline?.origin : undefined
  const origins = [target.origin, published, ...promises.map(({ origin }) => origin)]
  return {
    matter: bundle.name,
    isBundle: true,
    file,
    origin: bundle.origin,
    verdict,
    situation,
    chain: steps.map(({ name }) => name),
    because: origins.filter((origin) => origin !== undefined),
  }
}

function faulty(target: Target, because: 'faultyMatter' | 'faultyBundle'): BundleTarget {
  return { verdict: { kind: 'undecided', target, basis: null, because: { because } }, situation: null }
}

/** The combination of components that the promise falls short of most. */
function findBroken(
  { bundle, file }: MeasurableBundle,
  measures: readonly SelectionMeasure[],
): BrokenPromise | undefined {
  const broken = measures.flatMap(({ promised, path }): readonly BrokenPromise[] =>
    promised === null || path === undefined || compare(promised, path.workdays) >= 0
      ? []
      : [
          {
            bundle: bundle.name,
            file,
            promised,
            needed: path.workdays,
            chain: path.steps.map(({ name }) => name),
            origin: bundle.promisedLimits.find(({ origin }) => origin !== undefined)?.origin ?? bundle.origin,
          },
        ],
  )
  return broken.reduce<BrokenPromise | undefined>(
    (worst, each) => (worst === undefined || compare(each.needed, worst.needed) > 0 ? each : worst),
    undefined,
  )
}
