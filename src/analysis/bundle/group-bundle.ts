import type { Bundle, ComponentPath } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { BundledPart, Feed } from './bundle-parts.ts'
import { pathName } from './component.ts'
import { factKey, type LinkIndex } from './link-matters.ts'
import { plainBundle } from './plain-bundle.ts'

/** What the matters of a group have in common (一组事项的共同之处). */
export interface GroupParts {
  /** Documents that several of them ask for. */
  readonly sharedMaterials: readonly BundledPart[]
  /** Questions that several of them ask. */
  readonly sharedFacts: readonly BundledPart[]
  /** Documents that one of them issues and others ask for. */
  readonly feeds: readonly Feed[]
}

/** Finds what a group has in common, in the order of its matters. */
export function findGroupParts(
  group: readonly Matter[],
  index: LinkIndex,
  foldName: (name: string) => string,
): GroupParts {
  const documents = new Map<string, ComponentPath[]>()
  const questions = new Map<string, ComponentPath[]>()
  const issuer = new Map<string, ComponentPath>()
  for (const { name: component, materials, outputs, facts } of group) {
    const own = new Set(materials.map(({ name, code }) => index.documentKey(name, code)))
    for (const { name, code } of materials) put(documents, index.documentKey(name, code), { component, name })
    for (const fact of facts) put(questions, factKey(fact, foldName), { component, name: fact.name })
    for (const { name } of outputs) {
      const key = index.documentKey(name)
      if (!own.has(key) && !issuer.has(key)) issuer.set(key, { component, name })
    }
  }
  const isShared = ({ from }: BundledPart) => new Set(from.map(({ component }) => component)).size > 1
  return {
    sharedMaterials: named(documents).filter(isShared),
    sharedFacts: named(questions).filter(isShared),
    feeds: [...issuer].flatMap(([key, output]) =>
      (documents.get(key) ?? []).map(({ component, name }) => ({
        from: output.component,
        output: output.name,
        to: component,
        material: name,
      })),
    ),
  }
}

/** A group as the 一件事 that it could be: shared documents once, results passed on, one acceptance, one delivery (试合). */
export function bundleGroup(group: readonly Matter[], { sharedMaterials, feeds }: GroupParts): Bundle {
  const nothing = { sources: [], notes: [] }
  const trips = group.map((matter) => matter.trips)
  const known = trips.filter((each) => each !== undefined)
  const matters = new Map(group.map((matter) => [matter.name, matter]))
  return {
    ...plainBundle(group.map(({ name }) => name).join('、'), matters),
    sharedMaterials: sharedMaterials.map(({ name, from }) => ({ name, materials: from, ...nothing })),
    outputReuses: feeds.map(({ from, output, to, material }) => ({
      output: { component: from, name: output },
      materials: [{ component: to, name: material }],
      ...nothing,
    })),
    sharedSteps: [
      { kind: 'acceptance', name: '综合窗口', steps: [], ...nothing },
      { kind: 'delivery', name: '综合窗口', steps: [], ...nothing },
    ],
    // One window: nobody goes more often than the matter asks that asks for most.
    ...(known.length === trips.length && { trips: Math.max(...known) }),
  }
}

function put(parts: Map<string, ComponentPath[]>, key: string, path: ComponentPath): void {
  const known = parts.get(key)
  if (known === undefined) parts.set(key, [path])
  else known.push(path)
}

/** Each with the name that stands first; with its matter before it where another has that name. */
function named(parts: ReadonlyMap<string, readonly ComponentPath[]>): readonly BundledPart[] {
  const taken = new Set<string>()
  return [...parts.values()].flatMap((from) => {
    const [first] = from
    if (first === undefined) return []
    const name = taken.has(first.name) ? pathName(first.component, first.name) : first.name
    taken.add(name)
    return [{ name, from }]
  })
}
