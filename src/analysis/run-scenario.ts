import type { Calendar } from '../calendar/calendar.ts'
import { judgeAdmission } from '../graph/admission.ts'
import { createEvaluator } from '../graph/evaluate-condition.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import { requiredMaterials } from '../graph/required-materials.ts'
import { runFlow } from '../graph/run-flow.ts'
import { printFactValue } from '../graph/situation.ts'
import type { Assertion, Scenario } from '../model/scenario.ts'
import { unreadLinesOf } from '../model/unread-scenarios.ts'
import { checkAssertion } from './check-assertion.ts'
import { describeAssertion } from './describe-assertion.ts'
import type { MeasurableMatter } from './matter-report.ts'
import { casesOf, type ScenarioCase, splitCase } from './scenario-case.ts'
import type { Outcome } from './scenario-outcome.ts'
import type { CheckedAssertion, Finding, ScenarioResult } from './scenario-result.ts'

/** How scenarios are run. */
export interface ScenarioOptions {
  /** The day whose rules count where a 用例 names none, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  readonly calendar: Calendar
}

/** A 用例 as it was run, with what became of each condition of acceptance, by name: whether some case failed it. */
export interface ScenarioRun {
  readonly result: ScenarioResult
  readonly failedRequirements: ReadonlySet<string>
}

/**
 * Runs a 用例 (执行用例): the case that it describes through the conditions, materials, flow and limits of its matter, and
 * compares what comes out with what it expects. Each row of 例子 is a case of its own; a range is run for every stretch of
 * it that the matter tells apart, and all of them must come out as expected. A 用例 with a line that could not be read is not
 * run: what is left of it is another case.
 */
export function runScenario(measurable: MeasurableMatter, scenario: Scenario, options: ScenarioOptions): ScenarioRun {
  const { matter, graph, file } = measurable
  const failedRequirements = new Set<string>()
  const unread = unreadLinesOf(scenario, measurable.unread)
  if (unread.length > 0) {
    return { result: { matter: matter.name, file, scenario, passed: false, checks: [], unread }, failedRequirements }
  }
  const checks: CheckedAssertion[] = []
  const rows = scenario.examples.length === 0 ? [{ premises: [], assertions: [] }] : scenario.examples
  for (const row of rows) {
    const assertions = [...scenario.assertions, ...row.assertions]
    const cases = casesOf(matter, graph, [...scenario.premises, ...row.premises], scenario.events)
    const outcomes = cases.map((one) => ({ one, outcome: outcomeOf(measurable, one, options) }))
    for (const { outcome } of outcomes) {
      for (const { requirement, failing } of outcome.admission.requirements) {
        if (failing === 'yes') failedRequirements.add(requirement.name)
      }
    }
    for (const assertion of assertions) checks.push(worstOf(assertion, outcomes))
  }
  const passed = checks.length > 0 && checks.every(({ truth }) => truth === 'yes')
  return { result: { matter: matter.name, file, scenario, passed, checks, unread }, failedRequirements }
}

interface CaseOutcome {
  readonly one: ScenarioCase
  readonly outcome: Outcome
}

/** The first case in which an expectation fails, else one in which it is 待定, else any. */
function worstOf(assertion: Assertion, outcomes: readonly CaseOutcome[]): CheckedAssertion {
  let worst: CheckedAssertion | undefined
  for (const { one, outcome } of outcomes) {
    const finding = checkWhateverIsUnknown(assertion, outcome, 0)
    if (worst !== undefined && (finding.truth === 'yes' || worst.truth === finding.truth)) continue
    worst = {
      ...finding,
      assertion,
      expected: describeAssertion(assertion),
      given: describeSampled(one, outcome.graph),
    }
    if (worst.truth === 'no') break
  }
  if (worst === undefined) throw new TypeError('a scenario has at least one case')
  return worst
}

/** How often a case is split further by what is still unknown of it. */
const MOST_SPLITS = 3

/**
 * What is unknown of a case need not matter: where an expectation comes out the same for every value of the facts that it
 * waits for, it is decided. Whether the conditions of acceptance are met is 待定 all the same, for that is an answer.
 */
function checkWhateverIsUnknown(assertion: Assertion, outcome: Outcome, depth: number): Finding {
  const finding = checkAssertion(assertion, outcome)
  const { truth, neededFacts } = finding
  if (truth !== 'unknown' || neededFacts.length === 0 || depth >= MOST_SPLITS || isAboutAcceptance(assertion)) {
    return finding
  }
  const cases = splitCase(outcome.matter, outcome.graph, outcome.case, neededFacts)
  const [first, ...others] = (cases ?? []).map((one) =>
    checkWhateverIsUnknown(assertion, outcomeOf(outcome, one, outcome), depth + 1),
  )
  const agree = first !== undefined && others.every((other) => other.truth === first.truth)
  return agree && first.truth !== 'unknown' ? first : finding
}

function isAboutAcceptance(assertion: Assertion): boolean {
  if (assertion.kind === 'set' || assertion.kind === 'count') {
    return assertion.subject === 'failedRequirements' || assertion.subject === 'neededFacts'
  }
  return assertion.kind === 'acceptance' || assertion.kind === 'hints'
}

function describeSampled({ facts, sampled }: ScenarioCase, graph: FlowGraph): string {
  return sampled
    .flatMap((fact) => {
      const value = facts.get(fact)
      const unit = value?.kind === 'number' ? graph.facts.find(({ name }) => name === fact)?.unit : undefined
      return value === undefined ? [] : [`【${fact}】为${printFactValue(value)}${unit ?? ''}`]
    })
    .join('，')
}

function outcomeOf({ matter, graph, made }: MeasurableMatter, one: ScenarioCase, options: ScenarioOptions): Outcome {
  const evaluator = createEvaluator(graph.situations, one.facts)
  return {
    matter,
    graph,
    made,
    case: one,
    evaluator,
    asOf: one.rulesOf ?? options.asOf,
    calendar: options.calendar,
    admission: judgeAdmission(matter.requirements, evaluator, one.judgements),
    materials: requiredMaterials(matter, evaluator, one.submitted),
    run: runFlow(graph, one.facts),
  }
}
