import { type CatalogueTotal, totalOf } from '../catalogue-total.ts'
import type { DiffOptions } from './joint-measuring.ts'
import { diffMatter, type MatterDiff, type MatterPair } from './matter-diff.ts'

/** What became of a catalogue (目录的变化): each matter, and the sums before and after. */
export interface CatalogueDiff {
  readonly matters: readonly MatterDiff[]
  readonly before: CatalogueTotal
  readonly after: CatalogueTotal
}

/** Compares all matters of two versions of a catalogue (对照目录). */
export function diffCatalogue(pairs: readonly MatterPair[], options: DiffOptions = {}): CatalogueDiff {
  const matters = pairs.map((pair) => diffMatter(pair, options))
  return {
    matters,
    before: totalOf(matters.flatMap(({ before }) => before ?? [])),
    after: totalOf(matters.flatMap(({ after }) => after ?? [])),
  }
}
