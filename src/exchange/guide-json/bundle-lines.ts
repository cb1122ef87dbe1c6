import type { BundledMatter, BundledPart } from '../../analysis/bundle/bundle-parts.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { GuideWords } from './guide-words.ts'

/** What a 一件事 is made of, which the standard has no field for: where each part comes from, which result is used where. */
export function bundleLines(
  { bundle, bundled }: { readonly bundle: Bundle; readonly bundled: BundledMatter },
  words: GuideWords,
) {
  const parts = (listed: readonly BundledPart[]) =>
    listed.map(({ name, from }) => ({
      name,
      from: from.map((path) => ({ component: path.component, name: path.name })),
    }))
  return {
    components: bundle.components.map(({ name, matter, when, after }) => ({
      name,
      matter,
      when: when === undefined ? null : words.say(when),
      after,
    })),
    materials: parts(bundled.materials),
    steps: parts(bundled.steps),
    feeds: bundled.feeds.map(({ from, output, to, material }) => ({ from, output, to, material })),
  }
}
