import { createEvaluator } from '../graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../graph/fact-value.ts'
import type { FlowGraph } from '../graph/flow-graph.ts'
import { matterConditions } from '../graph/matter-conditions.ts'
import type { Submitted } from '../graph/required-materials.ts'
import { collectVariables } from '../graph/situation-variables.ts'
import type { Condition } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import type { Premise, Scenario, ScenarioEvent } from '../model/scenario.ts'

/** One case that a 用例 describes (用例的办件): all that is known of it. */
export interface ScenarioCase {
  readonly facts: Facts
  /** The answers to 人工判断, by the name of the condition. */
  readonly judgements: ReadonlyMap<string, boolean>
  readonly submitted: Submitted
  /** The day whose limits count, where one is named or follows from an event. */
  readonly rulesOf: string | undefined
  readonly events: readonly ScenarioEvent[]
  /** The facts that stand for a range: with these values the range is covered. */
  readonly sampled: readonly string[]
}

/** Most cases that the ranges of one 用例 are cut into. */
const MOST_CASES = 256

/**
 * The cases of a 用例: one, or where it gives ranges one for each stretch of the range that no condition of the matter
 * tells apart, which covers every value of the range.
 */
export function casesOf(
  matter: Matter,
  graph: FlowGraph,
  premises: readonly Premise[],
  events: Scenario['events'],
): readonly ScenarioCase[] {
  const facts = new Map<string, FactValue>()
  const judgements = new Map<string, boolean>()
  const submitted = new Map<string, boolean>()
  const ranges = new Map<string, Condition[]>()
  let rulesOf: string | undefined
  for (const event of events) {
    if (event.kind === 'outcome') facts.set(event.fact, event.value)
    if (event.kind === 'dated' && event.what !== 'closing') {
      facts.set(event.what === 'application' ? '申请日期' : '受理日期', { kind: 'date', date: event.date })
    }
  }
  for (const premise of premises) {
    if (premise.kind === 'value') facts.set(premise.fact, premise.value)
    else if (premise.kind === 'judgement') judgements.set(premise.requirement, premise.holds)
    else if (premise.kind === 'rulesOf') rulesOf = premise.date
    else if (premise.kind === 'materials') for (const name of premise.materials) submitted.set(name, premise.submitted)
    else ranges.set(premise.fact, [...(ranges.get(premise.fact) ?? []), premise.condition])
  }
  const samples = [...ranges].map(([fact, conditions]) => ({
    fact,
    values: samplesOf(matter, graph, fact, conditions),
  }))
  return combinations(facts, samples).map((combined) => ({
    facts: combined,
    judgements,
    submitted,
    rulesOf: rulesOf ?? dateOf(combined, '受理日期') ?? dateOf(combined, '申请日期'),
    events,
    sampled: samples.map(({ fact }) => fact),
  }))
}

function dateOf(facts: Facts, name: string): string | undefined {
  const value = facts.get(name)
  return value?.kind === 'date' ? value.date : undefined
}

/** A value of every stretch of a range that the conditions of the matter tell apart. */
function samplesOf(
  matter: Matter,
  graph: FlowGraph,
  fact: string,
  conditions: readonly Condition[],
): readonly FactValue[] {
  const variables = collectVariables(graph.facts, graph.situations, [...matterConditions(matter, graph), ...conditions])
  const candidates = [...variables.values()].flatMap((variable) =>
    variable.kind === 'domain' && variable.fact === fact
      ? variable.domain.cells.flatMap(({ example }) => example ?? [])
      : [],
  )
  return candidates.filter((value) => {
    const evaluator = createEvaluator(graph.situations, new Map([[fact, value]]))
    return conditions.every((condition) => evaluator.truthOf(condition) === 'yes')
  })
}

/**
 * The cases that a case falls into by what is not known of it: one for each value of a fact that the matter tells apart.
 * Undefined where the values cannot be listed.
 */
export function splitCase(
  matter: Matter,
  graph: FlowGraph,
  one: ScenarioCase,
  unknown: readonly string[],
): readonly ScenarioCase[] | undefined {
  const samples = unknown.map((fact) => ({ fact, values: samplesOf(matter, graph, fact, []) }))
  const types = new Map(graph.facts.map(({ name, type }) => [name, type]))
  const isListed = samples.every(({ fact, values }) => values.length > 0 && types.get(fact) !== 'text')
  if (!isListed || samples.reduce((product, { values }) => product * values.length, 1) > MOST_CASES) return undefined
  return combinations(one.facts, samples).map((facts) => ({ ...one, facts }))
}

interface Samples {
  readonly fact: string
  readonly values: readonly FactValue[]
}

/** Every combination of the samples; a range without any value leaves its fact unknown. */
function combinations(facts: Facts, samples: readonly Samples[]): readonly Facts[] {
  let all: readonly Facts[] = [facts]
  for (const { fact, values } of samples) {
    if (values.length === 0) continue
    all = all.flatMap((known) => values.map((value) => new Map([...known, [fact, value]]))).slice(0, MOST_CASES)
  }
  return all
}
