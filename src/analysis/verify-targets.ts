import type { Origin } from '../base/source-file.ts'
import { DEFAULT_BASIS, type Figure } from '../graph/compression.ts'
import { originsOfCounted } from '../graph/counts.ts'
import { startMeasuring } from '../graph/measuring.ts'
import type { SituationWitness } from '../graph/situation.ts'
import { judgeTarget, type TargetVerdict, type Undecided } from '../graph/target-verdict.ts'
import type { Matter, Target } from '../model/matter.ts'
import { describeTarget } from './describe-target.ts'
import { type MeasurableMatter, measuringOptions, type ReportOptions } from './matter-report.ts'

/** One 目标 of one matter with its verdict and what the verdict rests on. */
export interface TargetCheck {
  /** The name of the matter or the 一件事. */
  readonly matter: string
  readonly isBundle?: true
  readonly file: string | undefined
  /** Where the matter stands. */
  readonly origin: Origin | undefined
  readonly verdict: TargetVerdict
  /** Of a 一件事: who needs the components for which it is so (压减最小的情形); null where it is so for everybody. */
  readonly situation?: SituationWitness | null
  /** The steps whose chain or sum gives the time after, where it is one; empty for a promise. */
  readonly chain: readonly string[]
  /** The lines that produced the verdict: the target, the limits, the steps of the chain. */
  readonly because: readonly Origin[]
}

/** How many targets came out how (目标的统计). */
export interface TargetTally {
  readonly met: number
  readonly missed: number
  /** Targets that cannot be decided, with the reason in their verdict: nobody may take them for met. */
  readonly undecided: number
}

/** The outcome of verifying targets (目标核验). */
export interface Verification extends TargetTally {
  readonly checks: readonly TargetCheck[]
}

/** How matters are measured for targets, of which each has its own 口径. */
export type TargetOptions = Omit<ReportOptions, 'basis'>

/** How targets are verified. */
export interface VerifyOptions extends TargetOptions {
  /** A target that every one of the matters must meet beside its own (每项目标). */
  readonly each?: Target | undefined
}

/** Verifies every target of every matter, each by its own 口径, with exact numbers. */
export function verifyTargets(measurables: Iterable<MeasurableMatter>, options: VerifyOptions = {}): Verification {
  const { each } = options
  const checks: TargetCheck[] = []
  for (const measurable of measurables) {
    const own = measurable.matter.targets
    const more = each === undefined || own.some((target) => saysTheSame(target, each)) ? [] : [each]
    checks.push(...checkTargets(measurable, [...own, ...more], options))
  }
  return { checks, ...tally(checks) }
}

/** The outcome with more targets that were verified elsewhere, those of 一件事. */
export function withTargets({ checks }: Verification, more: readonly TargetCheck[]): Verification {
  const all = [...checks, ...more]
  return { checks: all, ...tally(all) }
}

/** Counts what came out how. */
export function tally(checks: readonly TargetCheck[]): TargetTally {
  const decided = checks.flatMap(({ verdict }) => (verdict.kind === 'decided' ? [verdict.met] : []))
  const met = decided.filter(Boolean).length
  return { met, missed: decided.length - met, undecided: checks.length - decided.length }
}

/** Verifies targets on one matter, whether they are its own or are asked of it from elsewhere. */
export function checkTargets(
  measurable: MeasurableMatter,
  targets: readonly Target[],
  options: TargetOptions,
): readonly TargetCheck[] {
  const { matter, graph, file, partial } = measurable
  const measuring = startMeasuring(matter, graph, measuringOptions(measurable, options))
  return targets.map((target) => {
    const verdict: TargetVerdict = partial
      ? { kind: 'undecided', target, basis: null, because: { because: 'faultyMatter' } }
      : judgeTarget(measuring, target)
    const compression = verdict.kind === 'decided' && verdict.subject === 'time' ? verdict.compression : undefined
    const figures = compression === undefined ? [] : [compression.before, compression.after]
    const steps = figures.flatMap(({ path }) => path?.steps ?? [])
    const origins = [
      target.origin,
      ...figures.map(({ rule }: Figure) => rule?.origin),
      ...steps.map(({ node }) => graph.nodes[node]?.origin),
      ...(verdict.kind === 'undecided' ? linesOf(matter, verdict.because) : []),
      ...(verdict.kind === 'decided' && verdict.subject !== 'time' ? originsOfCounted(matter, verdict.subject) : []),
    ]
    return {
      matter: matter.name,
      file,
      origin: matter.origin,
      verdict,
      chain: steps.map(({ name }) => name),
      because: origins.filter((origin) => origin !== undefined),
    }
  })
}

/** True for a target that asks for the same share of the same thing, by the usual 口径. */
function saysTheSame(own: Target, each: Target): boolean {
  const basis = own.basis ?? DEFAULT_BASIS
  const usual = basis.before === DEFAULT_BASIS.before && basis.after === DEFAULT_BASIS.after
  return usual && own.subject === each.subject && describeTarget(own) === describeTarget(each)
}

/** The lines of the limit for want of which a target cannot be decided; none where it was not written. */
function linesOf({ statutoryLimits, promisedLimits }: Matter, undecided: Undecided): readonly (Origin | undefined)[] {
  const quantity = 'quantity' in undecided ? undecided.quantity : undefined
  const limits = quantity === 'statutory' ? statutoryLimits : quantity === 'promised' ? promisedLimits : []
  return limits.map(({ origin }) => origin)
}
