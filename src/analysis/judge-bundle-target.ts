import { compare } from '../base/rational.ts'
import type { SituationWitness } from '../graph/situation.ts'
import type { TargetVerdict } from '../graph/target-verdict.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Target } from '../model/matter.ts'
import type { SelectionMeasure } from './bundle/measure-bundle.ts'
import { reductionOf } from './describe-target.ts'
import { judgeBundle } from './judge-bundle.ts'

/** What came of a target of a 一件事 (一件事目标的核对结果): its verdict for the combination of components that stands worst. */
export interface BundleTarget {
  readonly verdict: TargetVerdict
  /** Who needs that combination (压减最小的情形); null where it is the same for everybody. */
  readonly situation: SituationWitness | null
}

/**
 * Judges a target of a bundle for everybody: for every combination of components that no other contains, and it must hold for
 * each. Whoever needs only some of a combination is not asked about, or a bundle could not promise more than its smallest
 * part. Undefined where no component takes part.
 *
 * `measures` are those of all combinations, as `measureBundle` lists them without any facts. Whatever tells how a target came
 * out asks here, so that no two answers can differ.
 */
export function judgeBundleTarget(
  bundle: Bundle,
  measures: readonly SelectionMeasure[],
  target: Target,
): BundleTarget | undefined {
  const judged = maximalAmong(measures).map((measure) => ({
    verdict: judgeBundle(bundle, { ...measure, situation: null }, target),
    situation: measure.situation,
  }))
  const [first, ...others] = judged
  if (first === undefined) return undefined
  const worst = others.reduce((a, b) => (isWorse(b.verdict, a.verdict) ? b : a), first)
  const isSame = others.every(({ verdict }) => outcomeOf(verdict) === outcomeOf(first.verdict))
  return isSame ? { ...worst, situation: null } : worst
}

/** The combinations that are part of no other. One that contains another stands before it in the list. */
function maximalAmong(measures: readonly SelectionMeasure[]): readonly SelectionMeasure[] {
  const kept: { readonly measure: SelectionMeasure; readonly names: ReadonlySet<string> }[] = []
  for (const measure of measures) {
    if (kept.some(({ names }) => measure.components.every((name) => names.has(name)))) continue
    kept.push({ measure, names: new Set(measure.components) })
  }
  return kept.map(({ measure }) => measure)
}

/** What is missed, for whomever, is missed; then what cannot be decided; then what is cut least. */
function isWorse(a: TargetVerdict, b: TargetVerdict): boolean {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) < rankOf(b)
  if (a.kind === 'undecided' || b.kind === 'undecided') return false
  return compare(reductionOf(a).ratio, reductionOf(b).ratio) < 0
}

function rankOf(verdict: TargetVerdict): number {
  if (verdict.kind === 'undecided') return 1
  return verdict.met ? 2 : 0
}

/** The same for verdicts that say the same. */
function outcomeOf(verdict: TargetVerdict): string {
  if (verdict.kind === 'undecided') return JSON.stringify(verdict.because)
  const { before, after } = reductionOf(verdict)
  return [before, after].map(({ num, den }) => `${num}/${den}`).join('→')
}
