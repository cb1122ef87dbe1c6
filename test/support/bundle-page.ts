import { accountForBundle, type BundleAccount } from '../../src/analysis/bundle/account-for-bundle.ts'
import { type BundleDossier, compileBundleDossier } from '../../src/analysis/bundle/bundle-dossier.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { openWorkspace } from '../../src/compile/workspace.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import type { Bundle, BundleComponent } from '../../src/model/bundle.ts'
import type { Matter } from '../../src/model/matter.ts'
import { renderBundlePage } from '../../src/render/html/bundle/bundle-page.ts'
import { matter, step, workdays } from '../graph/matters.ts'
import { HOSTILE_NAMES } from './report-page.ts'
import { exampleSources } from './syntax-examples.ts'

const asOf = '2026-11-22'
const start = '2026-11-23'

/** A page with what it was made from. */
export interface MadeBundlePage {
  readonly account: BundleAccount
  readonly dossier: BundleDossier
  readonly page: string
}

/** The page of a bundle of examples/bundles, for what is known of the applicant. */
export function bundlePageOf(folder: string, facts?: Facts): MadeBundlePage {
  const sources = exampleSources().filter(({ uri }) => uri.startsWith(`examples/bundles/${folder}/`))
  const [compiled] = [...openWorkspace(sources, { asOf }).result.bundles.values()]
  if (compiled === undefined) throw new TypeError(`examples/bundles/${folder} has no bundle`)
  const { bundle, components } = compiled
  return make(bundle, new Map([...components].map(([name, component]) => [name, component.matter])), facts)
}

/**
 * A page of a bundle that is hard to draw: names that try to break out of it, results that skip layers, several from one
 * component, an order without a result, a component that is missing, and proposals.
 */
export function crowdedBundlePage(): MadeBundlePage {
  const names = [...HOSTILE_NAMES, '甲项', '乙项', '丙项', 'A matter with a long English name']
  const matters = new Map(names.map((name, index) => [name, crowded(name, index, names)]))
  const after = (index: number) => (index === 5 ? [names[4] ?? ''] : [])
  const components = [
    ...names.map((name, index) => componentOf(name, after(index))),
    componentOf('<b>没有的事项</b>', []),
  ]
  return make(bundleOf(components, names), matters)
}

function make(bundle: Bundle, matters: ReadonlyMap<string, Matter>, facts?: Facts): MadeBundlePage {
  const measuring = { conversion: DEFAULT_CONVERSION, asOf, facts }
  const account = accountForBundle(bundle, matters, {
    ...measuring,
    start: { date: start, calendar: createCalendar({}) },
  })
  const dossier = compileBundleDossier(account, matters, measuring)
  return { account, dossier, page: renderBundlePage(account, dossier, { asOf, start, version: '1.2.3' }) }
}

function crowded(name: string, index: number, names: readonly string[]): Matter {
  const limit = { limit: workdays(5 + index), sources: [], notes: [] }
  const earlier = names.slice(0, index).filter((_, other) => other === 0 || other === index - 2)
  const copies = index > 2 ? copiesOf(names[0] ?? '') : []
  const papers = ['申请表', ...earlier.map(resultOf), ...copies]
  return matter({
    name,
    authority: name,
    outputs: [resultOf(name), ...copiesOf(name)].map((output) => ({ name: output, forms: [], sources: [], notes: [] })),
    materials: papers.map((paper) => ({ name: paper, forms: [], sources: [], notes: [] })),
    flow: [step(name, 2), step('决定', 1, { outputs: [resultOf(name)] })],
    statutoryLimits: [limit],
    promisedLimits: [limit],
  })
}

/** Results of long names that others use too. */
function copiesOf(name: string): readonly string[] {
  return [`${name}副本`, `${name}的附图、附件和说明`, `${name}的意见书`]
}

function resultOf(name: string): string {
  return `${name}证`
}

function componentOf(name: string, after: readonly string[]): BundleComponent {
  return { name, matter: name, after, sources: [], notes: [] }
}

function bundleOf(components: readonly BundleComponent[], names: readonly string[]): Bundle {
  return {
    kind: 'bundle',
    name: '<i>难画的</i>',
    coDepartments: [],
    levels: [],
    audiences: [],
    profile: '民法典',
    facts: [],
    situations: [],
    components,
    sharedMaterials: [],
    outputReuses: [
      ...names.slice(0, -1).map((name, index) => ({
        output: { component: name, name: resultOf(name) },
        materials: names
          .filter((_, other) => (index === 0 && other > 0) || other === index + 2)
          .map((other) => ({ component: other, name: resultOf(name) })),
        sources: [],
        notes: [],
      })),
      ...copiesOf(names[0] ?? '').map((copy, index) => ({
        output: { component: names[0] ?? '', name: copy },
        materials: [{ component: names[3 + (index % 2)] ?? '', name: copy }],
        sources: [],
        notes: [],
      })),
    ],
    forms: [],
    sharedSteps: [],
    promisedLimits: [],
    targets: [],
    scenarios: [],
    sources: [],
    notes: [],
  }
}
