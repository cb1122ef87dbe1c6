import type { Rational } from '../../base/rational.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { compressionRatio } from '../../graph/compression.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { bundleMatters } from './bundle-matters.ts'
import type { BundleProblem } from './bundle-parts.ts'
import { foldName as foldPlainly } from './fold-name.ts'
import { bundleGroup, findGroupParts, type GroupParts } from './group-bundle.ts'
import { growGroup, weighGroup } from './grow-group.ts'
import { linkMatters } from './link-matters.ts'
import { type BundleCut, type BundleMeasuring, measureBundle } from './measure-bundle.ts'

/** How bundles are looked for (找一件事). */
export interface SuggestOptions extends Partial<Pick<BundleMeasuring, 'conversion' | 'asOf'>> {
  /** The bundles that there are: a group that is part of one says so. */
  readonly known?: readonly Bundle[] | undefined
  /** Makes names the same that differ in writing only; by default width and blanks. */
  readonly foldName?: ((name: string) => string) | undefined
  /** A group has at most so many matters; 8 by default. */
  readonly largest?: number | undefined
  /** So many groups at most; 20 by default. */
  readonly most?: number | undefined
}

/** Matters that would make one thing (可以合成一件事的一组事项). */
export interface BundleSuggestion extends GroupParts {
  /** The names of its matters, each once, in the order in which they can be done. */
  readonly matters: readonly string[]
  /** What they have in common: 1 for a document or question that is asked again, 2 for a document that another issues. */
  readonly weight: number
  /**
   * What one window would save: documents, days (along the critical path against the sum that `comparedWith` names) and
   * trips, each null where a side is not known; null where the matters wait for one another in a circle.
   */
  readonly cuts: Readonly<Record<'time' | 'materials' | 'trips', BundleCut | null>> | null
  /** What the days are compared with: the statutory limits, or the promises where a matter has none by statute. */
  readonly comparedWith: 'statutorySum' | 'promisedSum' | null
  /** What would be wrong with the bundle. */
  readonly problems: readonly BundleProblem[]
  /** The bundles that have all of its matters already. */
  readonly within: readonly string[]
}

/** What many matters ask for, an identity card or a form of consent, makes no group of them. */
const COMMON = { least: 20, share: 20, most: 50 }

/**
 * Finds matters that would make one thing (发现一件事): those that ask for the same documents (同一编码, or a name that is the
 * same), ask the same questions, or ask for what another issues; the groups with most in common first. Two groups never
 * have more than half of the smaller one in common. Of several matters of one name the first counts.
 *
 * Matters are looked up by what they ask for, never pair by pair, so the time grows with the number of matters.
 */
export function suggestBundles(matters: Iterable<Matter>, options: SuggestOptions = {}): readonly BundleSuggestion[] {
  const { known = [], foldName = foldPlainly, largest = 8, most = 20 } = options
  const byName = new Map<string, Matter>()
  for (const matter of matters) if (!byName.has(matter.name)) byName.set(matter.name, matter)
  const all = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  const index = linkMatters(all, foldName)
  const common = Math.min(COMMON.most, Math.max(COMMON.least, Math.floor(all.length / COMMON.share)))
  const groups = new Map<string, readonly number[]>()
  all.forEach((_, seed) => {
    const group = growGroup(seed, index, { largest, common })
    if (group.length > 1) groups.set(group.join(' '), group)
  })
  const ranked = [...groups.values()]
    .map((group) => ({ group, weight: weighGroup(group, index, common) }))
    .sort((a, b) => b.weight - a.weight || a.group.length - b.group.length || byPlaces(a.group, b.group))
  const chosen: { readonly group: readonly number[]; readonly weight: number }[] = []
  for (const each of ranked) {
    if (chosen.length >= most) break
    if (chosen.every(({ group }) => !overlap(group, each.group))) chosen.push(each)
  }
  return chosen.map(({ group, weight }) => {
    const members = group.flatMap((place) => all[place] ?? [])
    return {
      ...measureGroup(members, findGroupParts(members, index, foldName), options),
      weight,
      within: within(members),
    }
  })

  function within(group: readonly Matter[]): readonly string[] {
    return known
      .filter(({ components }) => group.every(({ name }) => components.some(({ matter }) => matter === name)))
      .map(({ name }) => name)
  }
}

function measureGroup(
  group: readonly Matter[],
  parts: GroupParts,
  { conversion = DEFAULT_CONVERSION, asOf }: SuggestOptions,
): Omit<BundleSuggestion, 'weight' | 'within'> {
  const bundle = bundleGroup(group, parts)
  const matters = new Map(group.map((matter) => [matter.name, matter]))
  const bundled = bundleMatters(bundle, matters)
  const { order, problems } = bundled
  const isCircle = problems.some(({ kind }) => kind === 'cycle' || kind === 'stepCycle')
  const [measured] = isCircle ? [] : measureBundle(bundle, bundled, matters, { conversion, asOf })
  if (measured === undefined) return { ...parts, matters: order, cuts: null, comparedWith: null, problems }
  const { baselines, path, cuts } = measured
  const { statutorySum, promisedSum } = baselines
  const comparedWith = statutorySum !== null ? 'statutorySum' : promisedSum !== null ? 'promisedSum' : null
  const time = cutBetween(statutorySum ?? promisedSum, path?.workdays ?? null)
  return {
    ...parts,
    matters: order,
    cuts: { time, materials: cuts.materials, trips: cuts.trips },
    comparedWith,
    problems,
  }
}

function cutBetween(before: Rational | null, after: Rational | null): BundleCut | null {
  if (before === null || after === null) return null
  return { before, after, ratio: before.num === 0n ? null : compressionRatio(before, after) }
}

/** True for groups of which one has more than half of its matters in the other. */
function overlap(a: readonly number[], b: readonly number[]): boolean {
  const shared = b.filter((place) => a.includes(place)).length
  return shared * 2 > Math.min(a.length, b.length)
}

function byPlaces(a: readonly number[], b: readonly number[]): number {
  for (const [i, place] of a.entries()) {
    const other = b[i] ?? 0
    if (place !== other) return place - other
  }
  return 0
}
