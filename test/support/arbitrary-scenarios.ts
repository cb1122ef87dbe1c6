import fc from 'fast-check'
import { keysOf } from '../../src/base/keys-of.ts'
import type { Fact } from '../../src/model/application.ts'
import { BUILT_IN_FACTS } from '../../src/model/built-in-facts.ts'
import type { Condition, Operand } from '../../src/model/condition.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Assertion, Given, Premise, Scenario, ScenarioEvent } from '../../src/model/scenario.ts'
import * as terms from '../../src/model/terms.ts'
import { foldKey } from '../../src/syntax/fold.ts'
import { anyDate, anyDuration, anyFen, operandFor } from './arbitrary-conditions.ts'
import { anyName, anyQuoted } from './arbitrary-names.ts'
import { annotations, few, fromSome, term } from './arbitrary-parts.ts'
import { anyCell, factsInCells, fitsCell } from './arbitrary-tables.ts'

/** What a 用例 may speak of. */
export interface ScenarioScope {
  /** What 针对 says; a bundle has no 用例 elsewhere. */
  readonly name?: string
  readonly facts: readonly Fact[]
  /** Conditions of acceptance that are called like no fact. */
  readonly requirements: readonly string[]
  readonly sets: { readonly [K in terms.ScenarioSet]: readonly string[] }
  readonly happenings: readonly Pick<Extract<ScenarioEvent, { kind: 'happens' }>, 'what' | 'name'>[]
  /** Groups of materials, called like no material. */
  readonly choices: readonly string[]
  /** Steps with the first fact that each fills in. */
  readonly outcomes: readonly { readonly step: string; readonly fact: Fact }[]
}

type Value = Extract<Given, { kind: 'value' }>['value']

function anyValueOf(fact: Fact, facts: readonly Fact[]): fc.Arbitrary<Value> {
  return operandFor(fact, { facts, situations: [] }).filter(isValue)
}

function isValue(operand: Operand): operand is Extract<Operand, Value> {
  return operand.kind !== 'fact' && operand.kind !== 'shifted'
}

/** What a condition says of a fact as something given: one value, or a range with one bound or two. */
function givensIn(fact: string, condition: Condition): readonly Given[] | undefined {
  if (condition.kind === 'all') return condition.of.map((bound) => ({ kind: 'range', fact, condition: bound }))
  if (condition.kind !== 'compare' || condition.operator !== 'eq') return [{ kind: 'range', fact, condition }]
  return isValue(condition.operand) ? [{ kind: 'value', fact, value: condition.operand }] : undefined
}

function anyGivens(fact: Fact, facts: readonly Fact[]): fc.Arbitrary<readonly Given[]> {
  return anyCell(fact, { facts, situations: [] })
    .map((condition) => givensIn(fact.name, condition))
    .filter((givens) => givens !== undefined)
    .map((givens) => givens ?? [])
}

function anyJudgement(requirement: string): fc.Arbitrary<Given> {
  return fc.boolean().map((holds) => ({ kind: 'judgement', requirement, holds }))
}

function anyPremises({ facts, requirements, sets }: ScenarioScope): fc.Arbitrary<readonly Premise[]> {
  const kinds: fc.Arbitrary<readonly Premise[]>[] = [
    anyDate.map((date) => [{ kind: 'rulesOf', date }]),
    ...facts.map((fact) => anyGivens(fact, facts)),
    ...facts.map((fact) =>
      anyValueOf(fact, facts).map((value): Given[] => [{ kind: 'value', fact: fact.name, value }]),
    ),
    ...requirements.map((requirement) => anyJudgement(requirement).map((given) => [given])),
  ]
  if (sets.materials.length > 0) {
    const materials = fc.record({
      kind: fc.constant('materials'),
      submitted: fc.boolean(),
      materials: fromSome(sets.materials, 1),
    })
    kinds.push(materials.map((premise) => [premise]))
  }
  return fc.array(fc.oneof(...kinds), { maxLength: 3 }).map((some) => some.flat())
}

function anyEvents({ sets, happenings, outcomes, facts }: ScenarioScope): fc.Arbitrary<readonly ScenarioEvent[]> {
  const kinds: fc.Arbitrary<ScenarioEvent>[] = [
    fc.record({
      kind: fc.constant('dated'),
      what: fc.constantFrom('application', 'acceptance', 'closing'),
      date: anyDate,
    }),
    ...happenings.map(({ what, name }) =>
      fc.record(
        { kind: fc.constant('happens'), what: fc.constant(what), name: fc.constant(name), duration: anyDuration },
        { requiredKeys: ['kind', 'what', 'name'] },
      ),
    ),
    ...sets.steps.map((step) =>
      fc.record({ kind: fc.constant('took'), step: fc.constant(step), duration: anyDuration }),
    ),
    ...outcomes.map(({ step, fact }) =>
      anyValueOf(fact, facts).map((value): ScenarioEvent => ({ kind: 'outcome', step, fact: fact.name, value })),
    ),
  ]
  return fc.array(fc.oneof(...kinds), { maxLength: 3 })
}

const operator = fc.constantFrom('eq', 'ne', 'ge', 'le', 'gt', 'lt')

/** Expectations by what they are about, which is the head of their column in a table. */
function anyAssertions({ sets, choices }: ScenarioScope): readonly fc.Arbitrary<Assertion>[] {
  const [first, second] = sets.steps
  const aboutSet = (subject: terms.ScenarioSet): fc.Arbitrary<Assertion> =>
    fc.oneof(
      fc.record({
        kind: fc.constant('set'),
        subject: fc.constant(subject),
        relation: term(terms.SET_RELATIONS),
        names: fromSome(subject === 'materials' ? [...sets.materials, ...choices] : sets[subject], 0),
      }),
      fc.record({
        kind: fc.constant('count'),
        subject: fc.constant(subject),
        count: fc.constantFrom('0', '3', '12', '0.5'),
      }),
    )
  const percent = fc.constantFrom('0', '60', '72.92', '100')
  return [
    fc.record({ kind: fc.constant('acceptance'), truth: term(terms.ACCEPTANCE_VERDICTS) }),
    ...keysOf(terms.SCENARIO_SETS).map(aboutSet),
    fc.record({
      kind: fc.constant('hints'),
      relation: term(terms.SET_RELATIONS),
      texts: fc.array(anyQuoted, { minLength: 1, maxLength: 2 }),
    }),
    ...(first === undefined || second === undefined
      ? []
      : [fc.constant<Assertion>({ kind: 'together', steps: [second, first] })]),
    fc.record({ kind: fc.constant('closing'), operator, date: anyDate }),
    ...keysOf(terms.SCENARIO_TIMES).map((subject) =>
      fc.record({ kind: fc.constant('time'), subject: fc.constant(subject), operator, duration: anyDuration }),
    ),
    ...keysOf(terms.SCENARIO_RATIOS).map((subject) =>
      fc.record({ kind: fc.constant('ratio'), subject: fc.constant(subject), operator, percent }),
    ),
    fc.record({ kind: fc.constant('fee'), operator, amountFen: anyFen }),
  ]
}

/** What can be named in the cells of a table. */
function withinCells({ sets, choices, ...scope }: ScenarioScope): ScenarioScope {
  return {
    ...scope,
    choices: choices.filter(fitsCell),
    sets: {
      failedRequirements: sets.failedRequirements.filter(fitsCell),
      neededFacts: sets.neededFacts.filter(fitsCell),
      materials: sets.materials.filter(fitsCell),
      steps: sets.steps.filter(fitsCell),
      components: sets.components.filter(fitsCell),
      outputs: sets.outputs.filter(fitsCell),
    },
  }
}

type Example = Scenario['examples'][number]

/** Rows that say some of the same columns each. */
function anyExamples(scope: ScenarioScope): fc.Arbitrary<readonly Example[]> {
  const facts = factsInCells(scope.facts)
  const given = [
    ...facts.map((fact) => anyGivens(fact, facts)),
    ...scope.requirements.filter(fitsCell).map((name) => anyJudgement(name).map((judgement) => [judgement])),
  ]
  const expected = anyAssertions(withinCells(scope)).map((assertion) =>
    assertion.filter((one) => fitsCell(JSON.stringify(one))).map((one) => [one]),
  )
  const none = <T>(cell: fc.Arbitrary<readonly T[]>) =>
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: cell })
  return fc
    .tuple(
      fc.shuffledSubarray(given, { maxLength: Math.min(3, given.length) }),
      fc.shuffledSubarray([...expected], { maxLength: 3 }),
    )
    .chain(([premises, assertions]) =>
      fc.array(
        fc.record({
          premises: fc.tuple(...premises.map(none)).map((cells) => cells.flat()),
          assertions: fc.tuple(...assertions.map(none)).map((cells) => cells.flat()),
        }),
        { maxLength: 3 },
      ),
    )
    .map((rows) => (rows.some((row) => row.premises.length + row.assertions.length > 0) ? rows : []))
}

/** Any 用例 that speaks of what there is. */
export function anyScenario(scope: ScenarioScope): fc.Arbitrary<Scenario> {
  return fc.record(
    {
      name: anyName,
      ...(scope.name !== undefined && { matter: fc.constant(scope.name) }),
      premises: anyPremises(scope),
      events: anyEvents(scope),
      assertions: few(fc.oneof(...anyAssertions(scope))),
      examples: anyExamples(scope),
      ...annotations,
    },
    { requiredKeys: ['name', 'premises', 'events', 'assertions', 'examples', 'sources', 'notes'] },
  )
}

/** What the 用例 of a matter may speak of. */
export function scopeOf(matter: Matter): ScenarioScope {
  const { facts, requirements, materials, materialChoices, flow, outputs } = matter
  const factKeys = new Set([...facts, ...BUILT_IN_FACTS].map(({ name }) => foldKey(name)))
  const steps = flow.flatMap((item) => (item.kind === 'step' ? [item] : []))
  const materialKeys = new Set(materials.map(({ name }) => foldKey(name)))
  return {
    name: matter.name,
    facts,
    requirements: requirements.map(({ name }) => name).filter((name) => !factKeys.has(foldKey(name))),
    sets: {
      failedRequirements: requirements.map(({ name }) => name),
      neededFacts: [...facts, ...BUILT_IN_FACTS].map(({ name }) => name),
      materials: materials.map(({ name }) => name),
      steps: steps.map(({ name }) => name),
      components: [],
      outputs: outputs.map(({ name }) => name),
    },
    choices: materialChoices.flatMap(({ name }) => (name === undefined || materialKeys.has(foldKey(name)) ? [] : name)),
    happenings: [
      ...matter.supplements.map(({ name }) => ({ what: 'supplement' as const, name })),
      ...matter.specialProcedures.map(({ name }) => ({ what: 'procedure' as const, name })),
      ...matter.extensions.map(({ name }) => ({ what: 'extension' as const, name })),
    ],
    outcomes: steps.flatMap(({ name: step, collects }) => {
      const fact = facts.find(({ name }) => name === collects[0])
      return fact === undefined ? [] : { step, fact }
    }),
  }
}
