import type { Rational } from '../../base/rational.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import { matterSituations } from '../../graph/matter-conditions.ts'
import { startMeasuring } from '../../graph/measuring.ts'
import type { SituationSpace } from '../../graph/situation-space.ts'
import { describeSituations, printSituationWords } from '../../graph/situation-words.ts'
import type { Material } from '../../model/application.ts'
import type { Bundle, ComponentPath } from '../../model/bundle.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'
import type { BundleAccount } from './account-for-bundle.ts'
import type { BundledMaterial } from './bundle-parts.ts'
import { selectionName } from './component.ts'
import { type BundleMeasuring, longestOf } from './measure-bundle.ts'
import { listSelections } from './selections.ts'

/** One 子项 as people ask about it (子项说明). */
export interface ComponentDossier {
  readonly name: string
  /** Undefined where there is no such matter. */
  readonly matter: Matter | undefined
  /** Whether it takes part in the combination that is told in full. */
  readonly selected: boolean
  /** For whom it takes part, in words; null for everybody. */
  readonly when: string | null
  readonly after: readonly string[]
  /** The terms of 法定时限之和 and 承诺时限之和. Unit: workdays; null where there is none. */
  readonly statutory: Rational | null
  readonly promised: Rational | null
}

/** How the applicant stands to a document (交不交). */
export type MaterialStanding =
  | { readonly kind: 'handIn' }
  /** One of several, of which so many do. */
  | { readonly kind: 'choice'; readonly choice: string; readonly atLeast: number }
  /** A result of another component takes its place. */
  | { readonly kind: 'provided'; readonly by: ComponentPath }
  /** One of several, where another document does already; null where the choice has no name. */
  | { readonly kind: 'fulfilled'; readonly by: string | null }
  /** 免提交 */
  | { readonly kind: 'waived' }
  /** 非必要 */
  | { readonly kind: 'optional' }

/** One document of the combination that is told in full (材料说明). */
export interface MaterialDossier {
  readonly name: string
  /** The places that ask for it, of the selected components. */
  readonly from: readonly ComponentPath[]
  /** What is asked for, merged; undefined where nobody ever hands it in. */
  readonly material: Material | undefined
  readonly standing: MaterialStanding
  /** In which situations, beside those of the combination, in words; null for all. */
  readonly when: string | null
}

/** What a page about a bundle tells beside its figures (一件事说明). */
export interface BundleDossier {
  /** In the order in which they can be done. */
  readonly components: readonly ComponentDossier[]
  readonly materials: readonly MaterialDossier[]
}

/** So many alternatives are told of a set of situations. */
const MOST = 3

/** Compiles what a page about a bundle tells of its components and of each document (一件事说明); measured as the account was. */
export function compileBundleDossier(
  { bundle, bundled, chosen }: BundleAccount,
  matters: ReadonlyMap<string, Matter>,
  { conversion = DEFAULT_CONVERSION, asOf, facts }: BundleMeasuring = {},
): BundleDossier {
  const space = matterSituations(bundled.matter, buildGraph(bundled.matter).graph)
  const within = facts === undefined ? ALWAYS : space.given(facts)
  const [told] = listSelections(bundle, () => space, within)
  const scope = { bundle, matter: bundled.matter, space, told: told?.situations ?? NEVER }
  const declared = new Map(bundle.components.map((component) => [component.name, component]))
  const missing = bundle.components.filter(({ name }) => !bundled.order.includes(name)).map(({ name }) => name)
  return {
    components: [...bundled.order, ...missing].map((name) => {
      const matter = matters.get(name)
      const measuring = matter && startMeasuring(matter, buildGraph(matter).graph, { conversion, asOf })
      const component = declared.get(name)
      const selected = { kind: 'situation', situation: selectionName(name) } as const
      return {
        name,
        matter,
        selected: matter !== undefined && chosen?.components.includes(name) === true,
        when: component?.when === undefined || matter === undefined ? null : wordsOf(space, space.diagramOf(selected)),
        after: component?.after ?? [],
        statutory: measuring ? longestOf(measuring.statutory()) : null,
        promised: measuring ? longestOf(measuring.promised()) : null,
      }
    }),
    materials: bundled.materials.flatMap((each) => tellMaterial(each, chosen?.components ?? [], scope)),
  }
}

interface Scope {
  readonly bundle: Bundle
  readonly matter: Matter
  readonly space: SituationSpace
  /** The situations of the combination that is told. */
  readonly told: Diagram
}

function tellMaterial(
  { name, from, providedBy }: BundledMaterial,
  selected: readonly string[],
  scope: Scope,
): readonly MaterialDossier[] {
  const { matter, space, told } = scope
  const asking = from.filter(({ component }) => selected.includes(component))
  if (asking.length === 0) return []
  const material = matter.materials.find((each) => each.name === name)
  const needed = material === undefined ? NEVER : meet(scope, material.when)
  const provider = providedBy.find(({ component }) => selected.includes(component))
  if (needed === NEVER || material === undefined) {
    const standing = provider && ({ kind: 'provided', by: provider } as const)
    return standing === undefined ? [] : [{ name, from: asking, material, standing, when: null }]
  }
  const when = needed === told ? null : wordsOf(space, needed, told)
  return [{ name, from: asking, material, standing: standingOf(material, asking, scope), when }]
}

function standingOf(material: Material, asking: readonly ComponentPath[], scope: Scope): MaterialStanding {
  if (material.necessity === 'waived') return { kind: 'waived' }
  const among = scope.matter.materialChoices.filter(({ materials }) => materials.includes(material.name))
  const open = among.filter(({ when }) => meet(scope, when) !== NEVER)
  const [choice] = open.toSorted((a, b) => b.atLeast - a.atLeast)
  if (choice !== undefined) {
    return { kind: 'choice', choice: choice.name ?? choice.materials.join('、'), atLeast: choice.atLeast }
  }
  const [fulfilled] = among
  if (fulfilled !== undefined) return { kind: 'fulfilled', by: fulfilling(fulfilled.name, asking, scope.bundle) }
  return { kind: material.necessity === 'optional' ? 'optional' : 'handIn' }
}

/** The document that 共用材料 or the like puts in the place of a 任选. */
function fulfilling(
  choice: string | undefined,
  asking: readonly ComponentPath[],
  { sharedMaterials, forms, outputReuses }: Bundle,
): string | null {
  const declared = [
    ...sharedMaterials.map(({ name, materials }) => ({ name, paths: materials })),
    ...forms.map(({ name, forms: paths }) => ({ name, paths })),
    ...outputReuses.map(({ output, materials }) => ({ name: output.name, paths: materials })),
  ]
  const found = declared.find(({ paths }) =>
    paths.some(({ component, name }) => name === choice && asking.some((path) => path.component === component)),
  )
  return found?.name ?? null
}

function meet({ space, told }: Scope, when: Condition | undefined): Diagram {
  return when === undefined ? told : space.store.and(told, space.diagramOf(when))
}

/** A set of situations in words, without what holds anyway. */
function wordsOf(space: SituationSpace, set: Diagram, anyway: Diagram = ALWAYS): string {
  const [known = []] = describeSituations(space, anyway, 1).alternatives
  const { alternatives, complete } = describeSituations(space, set, MOST)
  return printSituationWords({
    alternatives: alternatives.map((parts) => parts.filter((part) => !known.includes(part))),
    complete,
  })
}
