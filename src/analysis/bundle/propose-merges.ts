import type { BundleProposal, Feed } from './bundle-parts.ts'
import { type Component, pathName } from './component.ts'
import { foldName } from './fold-name.ts'
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

/** Documents whose parts share a name but for width and blanks. Those that a proposed feed would make one are left to that. */
function proposeSameNames(
  documents: readonly DocumentClass[],
  proposedFeeds: readonly FeedProposal[],
): readonly SameMaterial[] {
  const fed = new Set(proposedFeeds.map(({ material: { component, name } }) => pathName(component, name)))
  const byName = new Map<string, Map<DocumentClass, SameMaterial['paths'][number]>>()
  for (const document of documents) {
    for (const { component, material } of document.members) {
      if (fed.has(pathName(component.name, material.name))) continue
      const key = foldName(material.name)
      const found = byName.get(key) ?? new Map()
      byName.set(key, found)
      if (!found.has(document)) found.set(document, { component: component.name, name: material.name })
    }
  }
  return [...byName.values()].flatMap((found): readonly SameMaterial[] => {
    const codes = new Set([...found.keys()].flatMap(codesOf))
    const alike = [...found].filter(([document]) => codes.size < 2 || codesOf(document).length === 0)
    // Two documents that are declared each by itself are two on purpose.
    const [declared] = alike.filter(([document]) => document.name !== undefined)
    const open = alike.filter(([document]) => document.name === undefined).map(([, path]) => path)
    const paths = declared === undefined ? open : [declared[1], ...open]
    const [first, second] = paths
    if (first === undefined || second === undefined) return []
    return [
      {
        kind: 'sameMaterial',
        name: first.name,
        paths,
        ...(declared?.[0].name !== undefined && { into: declared[0].name }),
      },
    ]
  })
}

/** Different 编码 are different documents, whatever they are called. */
function codesOf({ members }: DocumentClass): readonly string[] {
  return members.flatMap(({ material }) => material.code ?? [])
}

/** Materials that are called like a result of another component and are not declared to be it. */
function proposeFeeds(components: readonly Component[], feeds: readonly Feed[]): readonly FeedProposal[] {
  const fed = new Set(feeds.map(({ from, output, to, material }) => [from, output, to, material].join('\0')))
  const askers = new Map<string, { readonly component: string; readonly name: string }[]>()
  for (const { name: component, matter } of components) {
    for (const { name } of matter.materials) {
      const key = foldName(name)
      askers.set(key, [...(askers.get(key) ?? []), { component, name }])
    }
  }
  return components.flatMap((issuer) =>
    issuer.matter.outputs.flatMap((output) =>
      (askers.get(foldName(output.name)) ?? [])
        .filter(({ component }) => component !== issuer.name)
        .filter(({ component, name }) => !fed.has([issuer.name, output.name, component, name].join('\0')))
        .map((material) => ({
          kind: 'feed' as const,
          output: { component: issuer.name, name: output.name },
          material,
        })),
    ),
  )
}
