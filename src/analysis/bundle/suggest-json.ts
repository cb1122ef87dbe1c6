import { BASELINES, bundleCutToJson, printPath } from './bundle-json.ts'
import { describeProblem } from './describe-problem.ts'
import type { BundleSuggestion } from './suggest-bundles.ts'

/** The suggestions as stable JSON (`zw/bundle-suggest/1`), the best first: exact numbers as strings, null for what is not known. */
export function suggestionsToJson(suggestions: readonly BundleSuggestion[], among: number, digits = 1) {
  return {
    schema: 'zw/bundle-suggest/1',
    /** How many matters were looked at. */
    among,
    groups: suggestions.map(
      ({ matters, weight, sharedMaterials, sharedFacts, feeds, cuts, comparedWith, problems, within }) => ({
        matters,
        weight,
        materials: sharedMaterials.map(({ name, from }) => ({ name, from: from.map(printPath) })),
        facts: sharedFacts.map(({ name, from }) => ({ name, from: from.map(printPath) })),
        feeds: feeds.map(({ from, output, to, material }) => ({ from, output, to, material })),
        cuts: cuts && {
          时限: bundleCutToJson(cuts.time, digits),
          材料: bundleCutToJson(cuts.materials, digits),
          跑动: bundleCutToJson(cuts.trips, digits),
        },
        comparedWith: comparedWith && BASELINES[comparedWith],
        problems: problems.map(describeProblem),
        within,
      }),
    ),
  }
}

/** The shape of the suggestions as JSON. */
export type SuggestionsJson = ReturnType<typeof suggestionsToJson>
