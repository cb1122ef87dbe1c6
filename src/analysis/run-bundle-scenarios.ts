import { buildGraph } from '../graph/build-graph.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Matter } from '../model/matter.ts'
import type { Assertion, Scenario } from '../model/scenario.ts'
import { unreadLinesOf } from '../model/unread-scenarios.ts'
import { bundleMatters } from './bundle/bundle-matters.ts'
import type { BundledMatter } from './bundle/bundle-parts.ts'
import { HARMLESS } from './bundle/harmless-problems.ts'
import { measureBundle } from './bundle/measure-bundle.ts'
import { describeAssertion } from './describe-assertion.ts'
import type { BundledOf, MeasurableMatter } from './matter-report.ts'
import { renameScenario } from './rename-scenario.ts'
import { runScenario, type ScenarioOptions } from './run-scenario.ts'
import type { ScenarioResult } from './scenario-result.ts'
import type { MeasurableBundle } from './verify-bundles.ts'

/**
 * Runs the 用例 of a bundle on the one matter that it makes (一件事的用例). Where its components do not come together, only what
 * belongs to it can be told (包含事项); whatever else a 用例 expects of it fails.
 */
export function runBundleScenarios(measurable: MeasurableBundle, options: ScenarioOptions): readonly ScenarioResult[] {
  const { bundle, components, file, unread } = measurable
  if (bundle.scenarios.length === 0) return []
  const matters = new Map([...components].map(([name, { matter }]) => [name, matter]))
  const bundled = bundleMatters(bundle, matters)
  const isWhole = bundled.problems.every(({ kind }) => HARMLESS.has(kind))
  const { matter } = bundled
  const made: MeasurableMatter = {
    matter,
    graph: buildGraph(matter).graph,
    file,
    unread,
    made: madeOf(bundle, bundled, matters),
  }
  return bundle.scenarios.map((scenario) => {
    if (!isWhole && !asksForComponents(scenario) && unreadLinesOf(scenario, unread).length === 0) {
      return failed(bundle, file, scenario)
    }
    const { result } = runScenario(made, renameScenario(scenario, bundled), options)
    const asked = assertionsOf(scenario)
    const checks = result.checks.map((check, index) => {
      const assertion = asked[index] ?? check.assertion
      return { ...check, assertion, expected: describeAssertion(assertion) }
    })
    return { ...result, isBundle: true as const, scenario, checks }
  })
}

function madeOf(bundle: Bundle, bundled: BundledMatter, matters: ReadonlyMap<string, Matter>): BundledOf {
  return {
    components: bundle.components.map(({ name, when, origin }) => ({ name, when, origin })),
    measure: (facts, asOf) => measureBundle(bundle, bundled, matters, { asOf, facts }),
  }
}

function failed({ name }: Bundle, file: string | undefined, scenario: Scenario): ScenarioResult {
  const checks = assertionsOf(scenario).map((assertion) => ({
    assertion,
    expected: describeAssertion(assertion),
    truth: 'no' as const,
    actual: '子项合不成一件事',
    given: '',
    neededFacts: [],
    because: [],
  }))
  return { matter: name, isBundle: true, file, scenario, passed: false, checks, unread: [] }
}

function asksForComponents(scenario: Scenario): boolean {
  return assertionsOf(scenario).every(
    (assertion) => (assertion.kind === 'set' || assertion.kind === 'count') && assertion.subject === 'components',
  )
}

/** All expectations in the order in which they are checked. */
function assertionsOf({ assertions, examples }: Scenario): readonly Assertion[] {
  return examples.length === 0 ? assertions : examples.flatMap((row) => [...assertions, ...row.assertions])
}
