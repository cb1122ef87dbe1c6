import type { Requirement } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'
import type { DecisionTable } from '../../model/decision-table.ts'
import type { Matter } from '../../model/matter.ts'
import type { FactType } from '../../model/terms.ts'
import { type FeelScope, printFeel, printFeelOperand } from '../feel/print-feel.ts'
import type { Decision, DecisionInput, DecisionModel, FeelType } from './decision-model.ts'
import { type DecisionNames, nameDecisions } from './decision-names.ts'
import { factsOf, type PartIds, partIds } from './part-ids.ts'
import { situationsInOrder } from './situations-in-order.ts'
import { printUnaryTest } from './unary-test.ts'

const TYPES: Readonly<Record<FactType, FeelType>> = {
  boolean: 'boolean',
  option: 'string',
  number: 'number',
  text: 'string',
  date: 'date',
  duration: 'Any',
  money: 'number',
}

const HITS = { unique: 'UNIQUE', first: 'FIRST', all: 'COLLECT' } as const

/**
 * What a matter decides, as a decision model (判定模型): one decision for each 情形, one for each condition of acceptance, one for
 * each 判定表; then whether all conditions are met, and which are not. Facts may be null: then what rests on them is null
 * unless it is decided anyway. Answers to 人工判断 are inputs; where there is none, the verdict leaves the condition out.
 */
export function planDecisions(matter: Matter): DecisionModel {
  const names = nameDecisions(matter)
  const scope: FeelScope = {
    names: names.facts,
    situations: matter.situations,
    decided: names.situations,
    isOpen: true,
  }
  const ids = partIds(matter)
  const decisions: readonly Decision[] = [
    ...situationsInOrder(matter).map(
      (situation): Decision => ({
        id: ids.situation(situation.name) ?? '',
        name: names.situations.get(situation.name) ?? '',
        label: situation.name,
        type: 'boolean',
        requires: ids.behind([situation.when]),
        logic: { kind: 'expression', text: printFeel(situation.when, scope) },
      }),
    ),
    ...matter.requirements.map((requirement, index) => decideRequirement(requirement, index, names, scope, ids)),
    ...(matter.requirements.length === 0 ? [] : decideAdmission(matter.requirements, names)),
    ...matter.decisionTables.map((table, index) => decideTable(table, index, matter, names, scope, ids)),
  ]
  const used = new Set(decisions.flatMap(({ requires }) => requires))
  return { inputs: inputsOf(matter, names).filter(({ id }) => used.has(id)), decisions }
}

function inputsOf(matter: Matter, names: DecisionNames): readonly DecisionInput[] {
  return [
    ...factsOf(matter).map((fact, index) => ({
      id: `fact_${index + 1}`,
      name: names.facts.get(fact.name) ?? '',
      label: fact.unit === undefined ? fact.name : `${fact.name}（${fact.unit}）`,
      type: TYPES[fact.type],
      question: fact.question,
    })),
    ...matter.requirements.flatMap(({ name, manualCheck }, index) => ({
      id: `answer_${index + 1}`,
      name: names.requirements[index]?.answer ?? '',
      label: `${name}（人工判断）`,
      type: 'boolean' as const,
      question: manualCheck,
    })),
  ]
}

/** Met unless it applies and fails: by its rule, or by what a person answered. */
function decideRequirement(
  requirement: Requirement,
  index: number,
  names: DecisionNames,
  scope: FeelScope,
  ids: PartIds,
): Decision {
  const { rule, except, when, name } = requirement
  const { answer = '', met = '' } = names.requirements[index] ?? {}
  const applies = [...(when === undefined ? [] : [when]), ...except.map((of): Condition => ({ kind: 'not', of }))]
  const holding = [
    ...(rule === undefined ? [] : [printFeel(rule, scope)]),
    // Beside a rule nobody need have answered.
    ...(asksPerson(requirement) ? [rule === undefined ? answer : `(${answer} = null or ${answer})`] : []),
  ].join(' and ')
  const text =
    applies.length === 0 ? holding : `not(${printFeel({ kind: 'all', of: applies }, scope)} and not(${holding}))`
  return {
    id: `requirement_${index + 1}`,
    name: met,
    label: name,
    type: 'boolean',
    requires: [
      ...ids.behind([...(rule === undefined ? [] : [rule]), ...applies]),
      ...(asksPerson(requirement) ? [`answer_${index + 1}`] : []),
    ],
    logic: { kind: 'expression', text },
  }
}

/** Whether a person judges the condition, alone or beside its rule (人工判断). */
function asksPerson({ rule, manualCheck }: Requirement): boolean {
  return rule === undefined || manualCheck !== undefined
}

function decideAdmission(requirements: readonly Requirement[], names: DecisionNames): readonly Decision[] {
  const requires = requirements.map((_, index) => `requirement_${index + 1}`)
  const parts = requirements.map(({ rule }, index) => {
    const { met = '', answer = '' } = names.requirements[index] ?? {}
    return rule === undefined ? `(if ${answer} = null then true else ${met})` : met
  })
  const answers = requirements.flatMap(({ rule }, index) => (rule === undefined ? [`answer_${index + 1}`] : []))
  return [
    {
      id: 'admission',
      name: names.verdict,
      label: '受理条件',
      type: 'boolean',
      requires: [...requires, ...answers],
      logic: { kind: 'expression', text: parts.join(' and ') },
    },
    {
      id: 'failures',
      name: names.failures,
      label: '不符合的条件',
      type: 'string',
      requires,
      logic: {
        kind: 'table',
        hits: 'COLLECT',
        inputs: requirements.map(({ name }, index) => ({
          label: name,
          expression: names.requirements[index]?.met ?? '',
          type: 'boolean',
        })),
        outputs: [{ name: names.failures, label: '不符合的条件', type: 'string' }],
        rules: requirements.map(({ name, hint }, row) => ({
          inputs: requirements.map((_, column) => (column === row ? 'false' : '-')),
          outputs: [printFeelOperand({ kind: 'text', text: hint ?? name }, { names: new Map(), situations: [] })],
        })),
      },
    },
  ]
}

function decideTable(
  table: DecisionTable,
  index: number,
  matter: Matter,
  names: DecisionNames,
  scope: FeelScope,
  ids: PartIds,
): Decision {
  const types = new Map(factsOf(matter).map(({ name, type }) => [name, TYPES[type]]))
  const isSituation = (name: string) => ids.fact(name) === undefined && ids.situation(name) !== undefined
  const known = names.tables[index]
  const conditions = table.rules.flatMap(({ inputs }) => inputs.filter((input) => input !== null))
  const columns = table.inputs.map((name) => ({
    label: name,
    expression: (isSituation(name) ? names.situations.get(name) : names.facts.get(name)) ?? 'null',
    type: isSituation(name) ? ('boolean' as const) : (types.get(name) ?? ('Any' as const)),
  }))
  const heads = table.inputs.flatMap((name) => ids.fact(name) ?? ids.situation(name) ?? [])
  return {
    id: `table_${index + 1}`,
    name: known?.table ?? '',
    label: table.name,
    type: table.outputs.length === 1 ? (TYPES[table.outputs[0]?.type ?? 'text'] ?? 'Any') : 'Any',
    requires: [...new Set([...heads, ...ids.behind(conditions)])],
    logic: {
      kind: 'table',
      hits: HITS[table.hits],
      inputs: columns,
      outputs: table.outputs.map(({ name, type }, place) => ({
        name: known?.outputs[place] ?? '',
        label: name,
        type: TYPES[type],
      })),
      rules: table.rules.map(({ inputs, outputs }) => ({
        inputs: inputs.map((input, place) =>
          input === null ? '-' : printUnaryTest(input, table.inputs[place] ?? '', scope),
        ),
        outputs: outputs.map((output) => (output === null ? 'null' : printFeelOperand(output, scope))),
      })),
    },
  }
}
