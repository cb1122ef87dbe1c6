import { assertNever } from '../../base/assert-never.ts'
import { printDuration } from '../../calendar/duration.ts'
import type { Condition } from '../../model/condition.ts'
import type { Assertion, Premise, Scenario, ScenarioEvent } from '../../model/scenario.ts'
import {
  ACCEPTANCE_VERDICTS,
  COMPARISON_WORDS,
  SCENARIO_RATIOS,
  SCENARIO_SETS,
  SCENARIO_TIMES,
  type ScenarioSet,
  SET_RELATIONS,
} from '../../model/terms.ts'
import { printDate } from '../text/words.ts'
import { printCondition } from './conditions.ts'
import { printCell, printHead } from './decision-tables.ts'
import { line, lineIfGiven, NOTHING, type PrintedLine, tableRows } from './lines.ts'
import { bracketed, printName, printNames } from './names.ts'
import { printMoney } from './numbers.ts'
import { printOperand } from './operands.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 用例: what is given, what happens, what must come out; of each kind the first line has its own keyword. */
export function printScenario(scenario: Scenario, printing: Printing): PrintedLine {
  const { name, matter, premises, events, assertions } = scenario
  return line('scenario', printName(name), [
    ...lineIfGiven('scenario.matter', matter && printName(matter)),
    ...printAnnotations(scenario),
    ...inTurn(
      'scenario.premise',
      premises.map((premise) => printPremise(premise, printing)),
    ),
    ...inTurn(
      'scenario.event',
      events.map((event) => printEvent(event, printing)),
    ),
    ...inTurn(
      'scenario.assertion',
      assertions.map((assertion) => printAssertion(assertion, printing)),
    ),
    ...printExamples(scenario.examples, printing),
  ])
}

function inTurn(construct: string, values: readonly string[]): readonly PrintedLine[] {
  return values.map((value, index) => line(index === 0 ? construct : 'scenario.and', value))
}

/** 例子: a table with a column for everything that some row says; — where another row says nothing of it. */
function printExamples(examples: Scenario['examples'], printing: Printing): readonly PrintedLine[] {
  if (examples.length === 0) return []
  const rows = examples.map(({ premises, assertions }) => {
    const cells = new Map<string, string>()
    const facts = [...new Set(premises.flatMap((premise) => ('fact' in premise ? [premise.fact] : [])))]
    for (const fact of facts) cells.set(printHead(fact), printCell(everythingOf(fact, premises), printing))
    for (const premise of premises) {
      if (premise.kind === 'judgement') cells.set(printHead(premise.requirement), premise.holds ? '是' : '否')
    }
    for (const assertion of assertions) {
      if (assertion.kind === 'together') {
        cells.set(`→${assertion.steps.map(bracketed).join('与')}`, '同时办理')
        continue
      }
      const [head = '', relation = '', ...rest] = printAssertion(assertion, printing).split(' ')
      const isPlain = relation === '为' && assertion.kind !== 'hints' && rest.length > 0
      cells.set(`→${head}`, (isPlain ? rest : [relation, ...rest]).join(' '))
    }
    return cells
  })
  const heads = [...new Set(rows.flatMap((cells) => [...cells.keys()]))].sort(inputsFirst)
  const table = [heads, ...rows.map((cells) => heads.map((head) => cells.get(head) ?? NOTHING))]
  return [line('scenario.examples', '', tableRows('scenario.examples', table))]
}

function inputsFirst(a: string, b: string): number {
  return Number(a.startsWith('→')) - Number(b.startsWith('→'))
}

/** All that the premises of a row say of one fact. */
function everythingOf(fact: string, premises: readonly Premise[]): Condition {
  const parts = premises.flatMap((premise): readonly Condition[] => {
    if (premise.kind === 'value' && premise.fact === fact) {
      return [{ kind: 'compare', fact, operator: 'eq', operand: premise.value }]
    }
    return premise.kind === 'range' && premise.fact === fact ? [premise.condition] : []
  })
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts }
}

/** What is given (前提式). */
function printPremise(premise: Premise, printing: Printing): string {
  switch (premise.kind) {
    case 'value':
      return `${bracketed(premise.fact)}为 ${printOperand(premise.value, premise.fact, printing)}`
    case 'range':
      return printCondition(premise.condition, printing)
    case 'judgement':
      return `${bracketed(premise.requirement)}为 ${premise.holds ? '是' : '否'}`
    case 'rulesOf':
      return `按${printDate(premise.date)}的规定`
    case 'materials':
      return `${premise.submitted ? '已提交' : '未提交'} ${listed(premise.materials, materialNames(printing))}`
    default:
      return assertNever(premise)
  }
}

const DATED = { application: '提交申请', acceptance: '受理', closing: '办结' } as const

function printEvent(event: ScenarioEvent, printing: Printing): string {
  switch (event.kind) {
    case 'dated':
      return `${printDate(event.date)} ${DATED[event.what]}`
    case 'happens': {
      const length = event.duration === undefined ? '' : `，用时 ${printDuration(event.duration)}`
      return `发生 ${bracketed(event.name)}${length}`
    }
    case 'took':
      return `${bracketed(event.step)}用时 ${printDuration(event.duration)}`
    case 'outcome':
      return `${bracketed(event.step)}结果为 ${printOperand(event.value, event.fact, printing)}`
    default:
      return assertNever(event)
  }
}

/** What must come out (断言式). */
function printAssertion(assertion: Assertion, printing: Printing): string {
  switch (assertion.kind) {
    case 'acceptance':
      return `受理条件 ${ACCEPTANCE_VERDICTS[assertion.truth]}`
    case 'set': {
      const { subject, relation, names } = assertion
      const words = names.length === 0 ? '无' : listed(names, namesOf(subject, printing))
      return `${SCENARIO_SETS[subject]} ${SET_RELATIONS[relation]} ${words}`
    }
    case 'count':
      return `${SCENARIO_SETS[assertion.subject]} 共${assertion.count}${assertion.subject === 'materials' ? '份' : '个'}`
    case 'hints':
      return `提示 ${SET_RELATIONS[assertion.relation]} ${assertion.texts.map((text) => `“${text}”`).join('、')}`
    case 'together':
      return `${assertion.steps.map(bracketed).join('与')}同时办理`
    case 'closing':
      return `办结日期 ${COMPARISON_WORDS[assertion.operator]} ${printDate(assertion.date)}`
    case 'time':
      return `${SCENARIO_TIMES[assertion.subject]} ${COMPARISON_WORDS[assertion.operator]} ${printDuration(assertion.duration)}`
    case 'ratio':
      return `${SCENARIO_RATIOS[assertion.subject]} ${COMPARISON_WORDS[assertion.operator]} ${assertion.percent}%`
    case 'fee':
      return `收费 ${COMPARISON_WORDS[assertion.operator]} ${assertion.amountFen === '0' ? '不收费' : printMoney(assertion.amountFen)}`
    default:
      return assertNever(assertion)
  }
}

/** A list of names; 无 and 没有 would be read as an empty list. */
function listed(names: readonly string[], declared: readonly string[]): string {
  const [only] = names
  if (names.length === 1 && (only === '无' || only === '没有')) return bracketed(only)
  return printNames(names, declared).join('、')
}

function materialNames({ matter }: Printing): readonly string[] {
  return [...matter.materials, ...matter.materialChoices].flatMap(({ name }) => name ?? [])
}

/** The names among which the list of a set is read. */
function namesOf(subject: ScenarioSet, printing: Printing): readonly string[] {
  const { matter } = printing
  const declared: { readonly [K in ScenarioSet]: readonly string[] } = {
    failedRequirements: matter.requirements.map(({ name }) => name),
    neededFacts: [...printing.facts.keys()],
    materials: materialNames(printing),
    steps: printing.stepNames,
    components: printing.components,
    outputs: matter.outputs.map(({ name }) => name),
  }
  return declared[subject]
}
