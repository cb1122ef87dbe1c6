import { buildGraph } from '../graph/build-graph.ts'
import type { Bundle } from '../model/bundle.ts'
import { EMPTY_MATTER } from '../model/empty-matter.ts'
import type { Step } from '../model/flow.ts'
import type { Matter } from '../model/matter.ts'
import type { Assertion, Scenario } from '../model/scenario.ts'
import { type UnreadScenarios, unreadLinesOf } from '../model/unread-scenarios.ts'
import { describeAssertion } from './describe-assertion.ts'
import { runScenario, type ScenarioOptions } from './run-scenario.ts'
import type { ScenarioResult } from './scenario-result.ts'

/** A bundle as written, for running its 用例. */
export interface SelectableBundle {
  readonly bundle: Bundle
  readonly file?: string | undefined
  /** Its 用例 that have lines with errors: they are not run. */
  readonly unread?: UnreadScenarios | undefined
}

/**
 * Runs the 用例 of a bundle that ask which matters an applicant needs (包含事项). What asks for anything else rests on the
 * merged flow, of which this knows nothing: such a 用例 is left out rather than judged by half.
 */
export function runSelections(selectable: SelectableBundle, options: ScenarioOptions): readonly ScenarioResult[] {
  const { bundle, file, unread } = selectable
  const matter = componentsAsSteps(bundle)
  const measurable = { matter, graph: buildGraph(matter).graph, file, unread }
  const judged = bundle.scenarios.filter(
    (scenario) => asksForComponents(scenario) || unreadLinesOf(scenario, unread).length > 0,
  )
  return judged.map((scenario) => {
    const { result } = runScenario(measurable, aboutSteps(scenario), options)
    const asked = assertionsOf(scenario)
    const checks = result.checks.map((check, index) => {
      const assertion = asked[index] ?? check.assertion
      return { ...check, assertion, expected: describeAssertion(assertion) }
    })
    return { ...result, scenario, checks }
  })
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

function aboutSteps(scenario: Scenario): Scenario {
  const mapped = (assertion: Assertion): Assertion =>
    assertion.kind === 'set' || assertion.kind === 'count' ? { ...assertion, subject: 'steps' } : assertion
  return {
    ...scenario,
    assertions: scenario.assertions.map(mapped),
    examples: scenario.examples.map((row) => ({ ...row, assertions: row.assertions.map(mapped) })),
  }
}

/** A matter with a step for each component: which steps run is which matters belong. */
function componentsAsSteps({ name, facts, situations, components, profile }: Bundle): Matter {
  const flow = components.map(
    (component): Step => ({
      kind: 'step',
      name: component.name,
      stages: ['review'],
      limits: [],
      modes: [],
      outputs: [],
      collects: [],
      terminates: false,
      sources: [],
      notes: [],
      ...(component.when !== undefined && { when: component.when }),
      ...(component.origin !== undefined && { origin: component.origin }),
    }),
  )
  return { ...EMPTY_MATTER, name, profile, facts, situations, flow }
}
