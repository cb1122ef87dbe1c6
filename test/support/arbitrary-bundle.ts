import fc from 'fast-check'
import type { Bundle, BundleComponent, ComponentPath } from '../../src/model/bundle.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'

/** A bundle and the matters of its components by the names that it gives them. */
export interface BundledSet {
  readonly bundle: Bundle
  readonly matters: ReadonlyMap<string, Matter>
}

const NAMES = ['甲项', '乙项', '丙项', '丁项'] as const
const nothing = { sources: [], notes: [] }

interface Shape {
  /** How many components, at most. */
  readonly most?: number
  /** 统一受理 and 统一出件 may be there. */
  readonly shared?: boolean
}

/** Any bundle of sound matters: some optional, some in order, some that share a document or use what another issues. */
export function arbitraryBundle({ most = NAMES.length, shared = true }: Shape = {}): fc.Arbitrary<BundledSet> {
  return fc.array(arbitraryMatter, { minLength: 1, maxLength: most }).chain((found) => {
    const matters = found.map(({ matter }, index) => asComponent(matter, index))
    const places = matters.map((_, index) => index)
    return fc
      .record({
        optional: fc.subarray(places),
        orders: fc.subarray(pairsOf(places)),
        feeds: fc.subarray(pairsOf(places)).map((pairs) => pairs.slice(0, 2)),
        documents: fc.subarray(['申请表', '身份证明', '平面布置图'], { maxLength: 2 }),
        acceptance: fc.boolean(),
        delivery: fc.boolean(),
      })
      .map((chosen) => bundleOf(matters, chosen, shared))
  })
}

interface Chosen {
  readonly optional: readonly number[]
  readonly orders: readonly (readonly [number, number])[]
  readonly feeds: readonly (readonly [number, number])[]
  readonly documents: readonly string[]
  readonly acceptance: boolean
  readonly delivery: boolean
}

/** Earlier components come before later ones, so that no loop arises. */
function pairsOf(places: readonly number[]): (readonly [number, number])[] {
  return places.flatMap((later) => places.slice(0, later).map((earlier) => [earlier, later] as const))
}

/** The matter with a name and a result of its own, and the document that may come from another. */
function asComponent(matter: Matter, index: number): Matter {
  const result = resultOf(index)
  const rename = (names: readonly string[]) => names.map(() => result)
  const inputs = NAMES.slice(0, index).map((_, other) => ({
    name: resultOf(other),
    forms: [],
    necessity: 'required' as const,
    ...nothing,
  }))
  return {
    ...matter,
    name: NAMES[index] ?? '',
    outputs: [{ name: result, forms: [], ...nothing }],
    materials: [...matter.materials, ...inputs],
    flow: matter.flow.map((item) => (item.kind === 'step' ? { ...item, outputs: rename(item.outputs) } : item)),
  }
}

function resultOf(index: number): string {
  return `${NAMES[index]}证明`
}

function bundleOf(matters: readonly Matter[], chosen: Chosen, shared: boolean): BundledSet {
  const { optional, orders, feeds, documents, acceptance, delivery } = chosen
  const name = (index: number): string => NAMES[index] ?? ''
  const components = matters.map(
    (matter, index): BundleComponent => ({
      name: matter.name,
      matter: matter.name,
      after: orders.filter(([, later]) => later === index).map(([earlier]) => name(earlier)),
      ...nothing,
      ...(optional.includes(index) && { when: { kind: 'fact', fact: `办${matter.name}` } }),
    }),
  )
  const bundle: Bundle = {
    kind: 'bundle',
    name: '一件事',
    coDepartments: [],
    levels: ['county'],
    audiences: ['person'],
    profile: '民法典',
    facts: optional.map((index) => ({ name: `办${name(index)}`, type: 'boolean', options: [], ...nothing })),
    situations: [],
    components,
    sharedMaterials: documents.flatMap((document) => {
      const materials = matters.flatMap((matter): ComponentPath[] =>
        matter.materials.some((material) => material.name === document)
          ? [{ component: matter.name, name: document }]
          : [],
      )
      return materials.length < 2 ? [] : [{ name: document, materials, ...nothing }]
    }),
    outputReuses: feeds.map(([from, to]) => ({
      output: { component: name(from), name: resultOf(from) },
      materials: [{ component: name(to), name: resultOf(from) }],
      ...nothing,
    })),
    forms: [],
    sharedSteps: [
      ...(shared && acceptance ? [{ kind: 'acceptance' as const, name: '综合窗口', steps: [], ...nothing }] : []),
      ...(shared && delivery ? [{ kind: 'delivery' as const, name: '综合窗口', steps: [], ...nothing }] : []),
    ],
    promisedLimits: [],
    targets: [],
    scenarios: [],
    ...nothing,
  }
  return { bundle, matters: new Map(matters.map((matter) => [matter.name, matter])) }
}
