import type { Baseline, Bundle } from '../../model/bundle.ts'
import { AUDIENCES, LEVELS, LIMIT_POLICIES } from '../../model/terms.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { entriesOf } from '../names/index-names.ts'
import { lowerCapacity } from './bundle-capacity.ts'
import { type Components, lowerComponents } from './bundle-components.ts'
import { lowerMergedForm, lowerOutputReuse, lowerSharedMaterial } from './bundle-merging.ts'
import { withComponentNames } from './bundle-scenario-names.ts'
import { lowerSharedStep } from './bundle-steps.ts'
import { countOf, wholeCountOf } from './counts.ts'
import { dateOf } from './dates.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { durationOf } from './durations.ts'
import { lowerFacts } from './facts.ts'
import type { Lowering } from './lowering.ts'
import { organisationOf, organisationsOf } from './organisations.ts'
import { childOf, termOf, termsOf, textOf } from './read-node.ts'
import { lowerScenario } from './scenarios.ts'
import { lowerSituations } from './situations.ts'
import { lowerAnnotations } from './sources.ts'
import { lowerTarget } from './targets.ts'
import { lowerTimeLimit } from './time-limits.ts'

/** One 一件事, its parts in the order of the model; facts and situations go first, since conditions rest on them. */
export function lowerBundle(node: SyntaxNode, name: Name, components: Components, lowering: Lowering): Bundle {
  const entries = entriesOf(node)
  const all = <T>(constructs: string, lower: (entry: SyntaxNode) => T | undefined): readonly T[] =>
    entries.flatMap((entry) => (entry.construct.startsWith(constructs) ? (lower(entry) ?? []) : []))
  const facts = lowerFacts(lowering)
  const situations = lowerSituations(lowering)
  const merged = {
    sharedMaterials: all('sharedMaterial', (entry) => lowerSharedMaterial(entry, components, lowering)),
    outputReuses: all('outputReuse', (entry) => lowerOutputReuse(entry, components, lowering)),
    forms: all('mergedForm', (entry) => lowerMergedForm(entry, components, lowering)),
    sharedSteps: entries.flatMap((entry) => lowerSharedStep(entry, components, lowering) ?? []),
  }
  const inScenarios = withComponentNames(lowering, node, components, merged)
  const bundle: Draft<Bundle> = {
    kind: 'bundle',
    name: name.text,
    coDepartments: organisationsOf(node, 'bundle.coDepartments', lowering),
    levels: termsOf(node, 'bundle.levels', LEVELS),
    audiences: termsOf(node, 'bundle.audiences', AUDIENCES),
    profile: lowering.profile.name,
    facts,
    situations,
    components: lowerComponents(lowering),
    ...merged,
    promisedLimits: all('promisedLimit', (entry) => lowerTimeLimit(entry, lowering)),
    targets: all('target.', (entry) => lowerTarget(entry, lowering)),
    scenarios: all('scenario', (entry) => lowerScenario(entry, inScenarios)),
    ...lowerAnnotations(node, lowering),
  }
  const capacities = all('officeCapacity', (entry) => lowerCapacity(entry, lowering))
  if (capacities.length > 0) bundle.capacities = capacities
  setProperties(bundle, node, lowering)
  return bundle
}

/** The attributes of the bundle itself that may be left out. */
function setProperties(bundle: Draft<Bundle>, node: SyntaxNode, lowering: Lowering): void {
  setIfGiven(bundle, 'code', textOf(node, 'bundle.code'))
  setIfGiven(bundle, 'version', textOf(node, 'bundle.version'))
  setIfGiven(bundle, 'leadDepartment', organisationOf(node, 'bundle.leadDepartment', lowering))
  setIfGiven(bundle, 'effectiveFrom', dateOf(node, 'bundle.effectiveFrom', lowering))
  setIfGiven(bundle, 'effectiveTo', dateOf(node, 'bundle.effectiveTo', lowering))
  setIfGiven(bundle, 'trips', wholeCountOf(node, 'bundle.trips', lowering))
  setIfGiven(bundle, 'limitPolicy', termOf(node, 'bundle.limitPolicy', LIMIT_POLICIES))
  setIfGiven(bundle, 'checkedOn', dateOf(node, 'bundle.checkedOn', lowering))
  setIfGiven(bundle, 'baseline', lowerBaseline(childOf(node, 'baseline'), lowering))
}

function lowerBaseline(node: SyntaxNode | undefined, lowering: Lowering): Baseline | undefined {
  if (node === undefined) return undefined
  const baseline: Draft<Baseline> = { ...lowerAnnotations(node, lowering) }
  setIfGiven(baseline, 'time', durationOf(node, 'baseline.time', lowering))
  setIfGiven(baseline, 'materials', countOf(node, 'baseline.materials'))
  setIfGiven(baseline, 'steps', countOf(node, 'baseline.steps'))
  setIfGiven(baseline, 'trips', countOf(node, 'baseline.trips'))
  return baseline
}
