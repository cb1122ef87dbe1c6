import type { Material, MaterialChoice } from '../../model/application.ts'
import type { Bundle, ComponentPath } from '../../model/bundle.ts'
import type { BundledMaterial, BundleProblem, BundleProposal, Feed } from './bundle-parts.ts'
import { type Component, pathName } from './component.ts'
import { allOf, anyOf, type Formula, not } from './formula.ts'
import { type DocumentClass, identifyDocuments } from './material-identity.ts'
import { proposeMerges } from './propose-merges.ts'
import { strongerMaterial } from './stronger-material.ts'

/** The one set of materials of a bundle (归并后的申请材料). */
export interface MergedMaterials {
  readonly materials: readonly Material[]
  readonly choices: readonly MaterialChoice[]
  readonly listed: readonly BundledMaterial[]
  readonly feeds: readonly Feed[]
  /** What a material of a component is called in the bundle; undefined where a result takes its place for good. */
  readonly nameOf: (component: string, material: string) => string | undefined
  readonly proposals: readonly BundleProposal[]
  readonly problems: readonly BundleProblem[]
}

type Member = DocumentClass['members'][number]

/** One line of the bundle's list of materials. */
interface Entry {
  readonly document: DocumentClass
  readonly name: string
  readonly members: readonly Member[]
  /** True where it is one of several to choose from. */
  readonly isOption: boolean
  readonly when: Formula
}

/** A result that takes the place of a document, where the component takes part that issues it. */
interface Provider {
  readonly output: ComponentPath
  readonly selected: Formula
}

/**
 * Puts the materials of all components into one set: each document once, with the stronger of the requirements; what a
 * component issues is not asked for where that component takes part, through shared documents too. Of a 任选 an option that
 * is provided counts as fulfilled.
 */
export function mergeMaterials(bundle: Bundle, components: readonly Component[]): MergedMaterials {
  const documents = identifyDocuments(bundle, components)
  const problems = [...documents.problems]
  const providers = new Map<DocumentClass, Provider[]>()
  const feeds: Feed[] = []
  for (const { output, materials, origin } of bundle.outputReuses) {
    const issuer = components.find(({ name }) => name === output.component)
    if (issuer?.matter.outputs.some(({ name }) => name === output.name) !== true) {
      if (issuer !== undefined) problems.push({ kind: 'unknownOutput', path: output })
      continue
    }
    for (const path of materials) {
      const document = documents.classOf(path.component, path.name)
      if (document === undefined) {
        if (components.some(({ name }) => name === path.component)) problems.push({ kind: 'unknownMaterial', path })
        continue
      }
      const known = providers.get(document) ?? []
      if (!known.some((each) => samePath(each.output, output))) {
        providers.set(document, [...known, { output, selected: issuer.selected }])
      }
      // Whoever asks for the same document gets it too.
      for (const { component, material } of document.members) {
        if (component.name === output.component) continue
        const feed = {
          from: output.component,
          output: output.name,
          to: component.name,
          material: material.name,
          origin,
        }
        if (!feeds.some((each) => sameFeed(each, feed))) feeds.push(feed)
      }
    }
  }

  const names = nameDocuments(documents.classes)
  const chosenFrom = new Set(
    components.flatMap(({ name, matter }) =>
      matter.materialChoices.flatMap(({ materials }) => materials.map((material) => pathName(name, material))),
    ),
  )
  const isChosen = ({ component, material }: Member) => chosenFrom.has(pathName(component.name, material.name))
  const entries = documents.classes.flatMap(entriesOf)
  const entryOf = new Map(entries.map((entry) => [entry.document, entry]))
  const optionOf = new Map(entries.filter(({ isOption }) => isOption).map((entry) => [entry.document, entry]))
  return {
    materials: entries.flatMap(asMaterial),
    choices: components.flatMap(choicesOf),
    listed: entries.map(({ document, name, members }) => {
      const from = members.map(({ component, material }) => ({ component: component.name, name: material.name }))
      return { name, from, providedBy: (providers.get(document) ?? []).map(({ output }) => output) }
    }),
    feeds,
    nameOf: (component, material) => {
      const document = documents.classOf(component, material)
      return document && entryOf.get(document)?.name
    },
    proposals: proposeMerges(documents.classes, components, feeds),
    problems,
  }

  /**
   * A document that is asked for by itself in one place and as one of several in another stands there twice, and never both
   * times for the same applicant: where it is handed in anyway it fulfils the 任选.
   */
  function entriesOf(document: DocumentClass): readonly Entry[] {
    const alone = document.members.filter((member) => !isChosen(member))
    const optional = document.members.filter(isChosen)
    const [first] = optional
    const optionName = first === undefined ? undefined : pathName(first.component.name, first.material.name)
    const [own] = alone
    const given = names.get(document) ?? ''
    const name = own !== undefined && given === optionName ? pathName(own.component.name, own.material.name) : given
    const needed = anyOf(alone.map((member) => askedFor(document, member)))
    const main: Entry = {
      document,
      name,
      members: alone.length > 0 ? alone : optional,
      isOption: alone.length === 0,
      when: alone.length > 0 ? needed : anyOf(optional.map((member) => askedFor(document, member))),
    }
    if (alone.length === 0 || optionName === undefined) return [main]
    const when = allOf([anyOf(optional.map((member) => askedFor(document, member))), not(handedIn(document))])
    return [{ document, name: optionName, members: optional, isOption: true, when }, main]
  }

  /** Where a document is there anyway: asked for by itself, and not only if the applicant likes. */
  function handedIn(document: DocumentClass): Formula {
    return anyOf(
      document.members
        .filter((member) => !isChosen(member) && member.material.necessity !== 'optional')
        .map((member) => askedFor(document, member)),
    )
  }

  function providedFor(document: DocumentClass, component: Component): Formula {
    const others = (providers.get(document) ?? []).filter(({ output }) => output.component !== component.name)
    return anyOf(others.map(({ selected }) => selected))
  }

  /** Where the applicant hands a document in for one component. */
  function askedFor(document: DocumentClass, { component, material }: Member): Formula {
    return allOf([component.whenSelected(material.when), not(providedFor(document, component))])
  }

  function asMaterial({ name, members, when }: Entry): readonly Material[] {
    const [first, ...others] = members.map(({ material }) => material)
    if (first === undefined || when === false) return []
    const { when: _when, ...merged } = others.reduce(strongerMaterial, first)
    return [when === true ? { ...merged, name } : { ...merged, name, when }]
  }

  /** A 任选 of a component, once for each set of options that are there anyway: these need not be chosen. */
  function choicesOf(component: Component): readonly MaterialChoice[] {
    return component.matter.materialChoices.flatMap((choice) => {
      const shared = documents.fulfilling.get(pathName(component.name, choice.name ?? ''))
      const byShared = shared === undefined ? false : isThere(shared, component)
      const open = allOf([component.whenSelected(choice.when), not(byShared)])
      const options = choice.materials.flatMap((name) => {
        const document = documents.classOf(component.name, name)
        return document === undefined ? [] : { document, isThere: isThere(document, component) }
      })
      return variantsOf(options).flatMap(({ left, when }): readonly MaterialChoice[] => {
        const holds = allOf([open, when])
        const atLeast = choice.atLeast - (options.length - left.length)
        if (holds === false || atLeast < 1) return []
        const { when: _when, ...rest } = choice
        const materials = [...new Set(left.flatMap((document) => optionOf.get(document)?.name ?? []))]
        return [{ ...rest, atLeast, materials, ...(holds !== true && { when: holds }) }]
      })
    })
  }

  /** Where a component has a document without anybody choosing it. */
  function isThere(document: DocumentClass, component: Component): Formula {
    return anyOf([handedIn(document), providedFor(document, component)])
  }
}

/** The options of a 任选 that are left, for each set of those that are there anyway. */
function variantsOf(
  options: readonly { readonly document: DocumentClass; readonly isThere: Formula }[],
): readonly { readonly left: readonly DocumentClass[]; readonly when: Formula }[] {
  return options.reduce<readonly { readonly left: readonly DocumentClass[]; readonly when: Formula }[]>(
    (variants, { document, isThere }) =>
      variants.flatMap(({ left, when }) => [
        ...(isThere === true ? [] : [{ left: [...left, document], when: allOf([when, not(isThere)]) }]),
        ...(isThere === false ? [] : [{ left, when: allOf([when, isThere]) }]),
      ]),
    [{ left: [], when: true }],
  )
}

/**
 * A document is called as declared, else as its materials are; where another is called so too, with the component before it.
 */
function nameDocuments(classes: readonly DocumentClass[]): ReadonlyMap<DocumentClass, string> {
  const plain = (document: DocumentClass) => document.name ?? document.members[0]?.material.name ?? ''
  const counts = new Map<string, { all: number; declared: number }>()
  for (const document of classes) {
    const { all, declared } = counts.get(plain(document)) ?? { all: 0, declared: 0 }
    counts.set(plain(document), { all: all + 1, declared: declared + (document.name === undefined ? 0 : 1) })
  }
  return new Map(
    classes.map((document) => {
      const name = plain(document)
      const { all, declared } = counts.get(name) ?? { all: 1, declared: 0 }
      const isClear = document.name === undefined ? all === 1 : declared === 1
      const [first] = document.members
      return [document, isClear ? name : pathName(first?.component.name ?? '', first?.material.name ?? name)]
    }),
  )
}

function samePath(a: ComponentPath, b: ComponentPath): boolean {
  return a.component === b.component && a.name === b.name
}

/** The same result for the same material. */
function sameFeed(a: Feed, b: Feed): boolean {
  return a.from === b.from && a.output === b.output && a.to === b.to && a.material === b.material
}
