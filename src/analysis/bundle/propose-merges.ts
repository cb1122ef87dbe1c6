import type { BundleProposal, Feed } from './bundle-parts.ts'
import { type Component, pathName } from './component.ts'
import type { DocumentClass } from './material-identity.ts'

type FeedProposal = Extract<BundleProposal, { readonly kind: 'feed' }>
type SameMaterial = Extract<BundleProposal, { readonly kind: 'sameMaterial' }>

/** What looks as if it were one document (归并建议): for a person to decide, never applied. What is one already is left out. */
export function proposeMerges(
  documents: readonly DocumentClass[],
  components: readonly Component[],
  feeds: readonly Feed[],
): readonly BundleProposal[] {
  const proposedFeeds = proposeFeeds(components, feeds)
  return [...proposeSameNames(documents, proposedFeeds), ...proposedFeeds]
}

/** Documents whose parts share a name. Those that a proposed feed would make one are left to that. */
function proposeSameNames(
  documents: readonly DocumentClass[],
  proposedFeeds: readonly FeedProposal[],
): readonly SameMaterial[] {
  const fed = new Set(proposedFeeds.map(({ material: { component, name } }) => pathName(component, name)))
  const byName = new Map<string, Map<DocumentClass, SameMaterial['paths'][number]>>()
  for (const document of documents) {
    for (const { component, material } of document.members) {
      if (fed.has(pathName(component.name, material.name))) continue
      const found = byName.get(material.name) ?? new Map()
      byName.set(material.name, found)
      if (!found.has(document)) found.set(document, { component: component.name, name: material.name })
    }
  }
  return [...byName].flatMap(([name, found]): readonly SameMaterial[] => {
    // Two documents that are declared each by itself are two on purpose.
    const [declared] = [...found].filter(([document]) => document.name !== undefined)
    const open = [...found].filter(([document]) => document.name === undefined).map(([, path]) => path)
    const paths = declared === undefined ? open : [declared[1], ...open]
    if (paths.length < 2) return []
    return [{ kind: 'sameMaterial', name, paths, ...(declared?.[0].name !== undefined && { into: declared[0].name }) }]
  })
}

/** Materials that are called like a result of another component and are not declared to be it. */
function proposeFeeds(components: readonly Component[], feeds: readonly Feed[]): readonly FeedProposal[] {
  const fed = new Set(feeds.map(({ from, output, to, material }) => [from, output, to, material].join('\0')))
  return components.flatMap((issuer) =>
    issuer.matter.outputs.flatMap(({ name }) =>
      components
        .filter((component) => component !== issuer && component.matter.materials.some((each) => each.name === name))
        .filter((component) => !fed.has([issuer.name, name, component.name, name].join('\0')))
        .map((component) => ({
          kind: 'feed' as const,
          output: { component: issuer.name, name },
          material: { component: component.name, name },
        })),
    ),
  )
}
