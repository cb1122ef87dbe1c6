import type { FlowItem } from '../../../model/flow.ts'
import type { Matter } from '../../../model/matter.ts'
import type { Assertion, Scenario, ScenarioEvent } from '../../../model/scenario.ts'

/** Changes the names of 环节, 分流 and 特别程序, and whatever speaks of them by name (改名). */
export function renameSteps(matter: Matter, renames: ReadonlyMap<string, string>): Matter {
  const of = (name: string) => renames.get(name) ?? name
  const all = (names: readonly string[]) => names.map(of)
  return {
    ...matter,
    flow: matter.flow.map(item),
    supplements: matter.supplements.map((each) => ({
      ...each,
      ...(each.step !== undefined && { step: of(each.step) }),
    })),
    specialProcedures: matter.specialProcedures.map((each) => ({
      ...each,
      name: of(each.name),
      ...(each.placement !== undefined && { placement: { ...each.placement, step: of(each.placement.step) } }),
    })),
    measures: matter.measures.map((each) => ({ ...each, steps: all(each.steps) })),
    scenarios: matter.scenarios.map(scenario),
  }

  function item(each: FlowItem): FlowItem {
    if (each.kind === 'parallel') return { ...each, steps: all(each.steps) }
    if (each.kind === 'choice') {
      const branches = each.branches.map((branch) => ({ ...branch, target: of(branch.target) }))
      return {
        ...each,
        name: of(each.name),
        branches,
        ...(each.otherwise !== undefined && { otherwise: of(each.otherwise) }),
      }
    }
    return {
      ...each,
      name: of(each.name),
      ...(each.after !== undefined && { after: all(each.after) }),
      ...(each.mandatoryAfter !== undefined && { mandatoryAfter: all(each.mandatoryAfter) }),
    }
  }

  function scenario(each: Scenario): Scenario {
    return {
      ...each,
      events: each.events.map(event),
      assertions: each.assertions.map(assertion),
      examples: each.examples.map((row) => ({ ...row, assertions: row.assertions.map(assertion) })),
    }
  }

  function event(each: ScenarioEvent): ScenarioEvent {
    if (each.kind === 'took' || each.kind === 'outcome') return { ...each, step: of(each.step) }
    return each.kind === 'happens' && each.what === 'procedure' ? { ...each, name: of(each.name) } : each
  }

  function assertion(each: Assertion): Assertion {
    if (each.kind === 'together') return { ...each, steps: all(each.steps) }
    return each.kind === 'set' && each.subject === 'steps' ? { ...each, names: all(each.names) } : each
  }
}
