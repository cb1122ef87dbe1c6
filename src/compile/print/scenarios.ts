import { assertNever } from '../../base/assert-never.ts'
import { printDuration } from '../../calendar/duration.ts'
import type { Condition } from '../../model/condition.ts'
import type { Assertion, Given, Premise, Scenario, ScenarioEvent } from '../../model/scenario.ts'
import {
  ACCEPTANCE_VERDICTS,
  COMPARISON_WORDS,
  SCENARIO_RATIOS,
  SCENARIO_SETS,
  SCENARIO_TIMES,
  type ScenarioSet,
  SET_RELATIONS,
} from '../../model/terms.ts'
import { foldWord } from '../../syntax/fold.ts'
import { isDashCell } from '../../syntax/table-row.ts'
import { printDate } from '../text/words.ts'
import { orderColumns } from './column-order.ts'
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
    ...printAnnotations(scenario),
  ])
}

function inTurn(construct: string, values: readonly string[]): readonly PrintedLine[] {
  return values.map((value, index) => line(index === 0 ? construct : 'scenario.and', value))
}

/** 例子: a table with a column for everything that some row says; — where another row says nothing of it. */
function printExamples(examples: Scenario['examples'], printing: Printing): readonly PrintedLine[] {
  if (examples.length === 0) return []
  const givens = examples.map(({ premises }) => printGivens(premises, printing))
  const expected = examples.map(({ assertions }) => printExpected(assertions, printing))
  const inputs = orderColumns(givens.map((cells) => [...cells.keys()]))
  const outputs = orderColumns(expected.map((cells) => [...cells.keys()]))
  const rows = examples.map((_, row) => [
    ...inputs.map((column) => givens[row]?.get(column) ?? NOTHING),
    ...outputs.map((column) => expected[row]?.get(column) ?? NOTHING),
  ])
  // Without a column behind → heads could be those of a table of entries, and a row the heads of the next page.
  const heads = [
    ...inputs.map(outputs.length > 0 ? printHead : bracketed),
    ...outputs.map((column) => `→${column.slice(column.indexOf(' ') + 1)}`),
  ]
  return [line('scenario.examples', '', tableRows('scenario.examples', [heads, ...rows]))]
}

/** The cells of a row by their columns. */
type Cells = ReadonlyMap<string, string>

/** What a row takes as given, a cell for each fact or condition. */
function printGivens(premises: readonly Given[], printing: Printing): Cells {
  const cells = new Map<string, string>()
  for (const premise of premises) {
    if (premise.kind === 'judgement') cells.set(premise.requirement, premise.holds ? '是' : '否')
    else cells.set(premise.fact, printCell(everythingOf(premise.fact, premises), printing))
  }
  return cells
}

/** What must come out of a row, by what it is about; several cells may be about the same, and are counted. */
function printExpected(assertions: readonly Assertion[], printing: Printing): Cells {
  const cells = new Map<string, string>()
  for (const assertion of assertions) {
    const { head, cell } = splitAssertion(assertion, printing)
    let which = 1
    while (cells.has(`${which} ${head}`)) which++
    cells.set(`${which} ${head}`, cell)
  }
  return cells
}

/** Words behind which a name stands in the cells of a set. */
const RELATION = /^(?:为|等于|=|包含|包括|不包含|不包括|共)/

function splitAssertion(assertion: Assertion, printing: Printing): { readonly head: string; readonly cell: string } {
  if (assertion.kind === 'together') return { head: assertion.steps.map(bracketed).join('与'), cell: '同时办理' }
  const [head = '', relation = '', ...rest] = printAssertion(assertion, printing).split(' ')
  const value = rest.join(' ')
  // A name of dashes alone would say that anything may come out.
  const isReadAsIs = !RELATION.test(foldWord(value)) && !isDashCell(value, { start: 0, end: value.length })
  const isPlain = relation === '为' && assertion.kind !== 'hints' && isReadAsIs
  return { head, cell: (isPlain ? rest : [relation, ...rest]).join(' ') }
}

/** All that the premises of a row say of one fact. */
function everythingOf(fact: string, premises: readonly Given[]): Condition {
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
      const declared = namesOf(subject, printing)
      const words = names.length === 0 ? nothingBeside(declared) : listed(names, declared)
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

/** 无, or 没有 where something is called 无. */
function nothingBeside(declared: readonly string[]): string {
  return NOTHING_WORDS.find((word) => !declared.includes(word)) ?? '无'
}

const NOTHING_WORDS = ['无', '没有'] as const

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
