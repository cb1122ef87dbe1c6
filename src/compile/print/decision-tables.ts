import { printDuration } from '../../calendar/duration.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import type { DecisionOutput, DecisionTable } from '../../model/decision-table.ts'
import { HIT_POLICIES } from '../../model/terms.ts'
import { foldCode, foldWord } from '../../syntax/fold.ts'
import { printDate } from '../text/words.ts'
import { printCondition } from './conditions.ts'
import { line, NOTHING, type PrintedLine, tableRows } from './lines.ts'
import { bracketed, printName } from './names.ts'
import { printMoney } from './numbers.ts'
import { printOperand } from './operands.ts'
import type { Printing } from './printing.ts'
import { printAnnotations } from './sources.ts'

/** One 判定表: its heads and rows between bars. */
export function printDecisionTable(table: DecisionTable, printing: Printing): PrintedLine {
  const heads = [...table.inputs.map(printHead), ...table.outputs.map(printOutputHead)]
  const rows = table.rules.map(({ inputs, outputs }) => [
    ...inputs.map((input) => (input === null ? NOTHING : printCell(input, printing))),
    ...outputs.map((value) => (value === null ? NOTHING : printValue(value))),
  ])
  return line('decisionTable', printName(table.name), [
    line('decisionTable.hits', HIT_POLICIES[table.hits]),
    ...printAnnotations(table),
    ...tableRows('decisionTable', [heads, ...rows]),
  ])
}

/** A head; one that begins with → or ends with a bracket gets 【】, lest they be read as marks, and so do bare dashes. */
export function printHead(name: string): string {
  const first = foldCode(name.charCodeAt(0))
  const isMarked = first === ARROW || first === OPENING_NAME || foldCode(name.charCodeAt(name.length - 1)) === CLOSING
  return isMarked || /^[-=]+$/.test(foldWord(name)) ? bracketed(name) : name
}

const ARROW = foldCode('→'.charCodeAt(0))
const OPENING_NAME = foldCode('【'.charCodeAt(0))
const CLOSING = foldCode('）'.charCodeAt(0))

function printOutputHead({ name, unit }: DecisionOutput): string {
  return `→${printHead(name)}${unit === undefined ? '' : `（${unit}）`}`
}

/** What a cell asks of the name at the head of its column. */
export function printCell(condition: Condition, printing: Printing): string {
  switch (condition.kind) {
    case 'situation':
      return '是'
    case 'not':
      return condition.of.kind === 'oneOf' ? `不属于 ${printList(condition.of, printing)}` : '否'
    case 'oneOf':
      return `${condition.operands.length === 1 ? '属于 ' : ''}${printList(condition, printing)}`
    case 'compare':
      return printComparison(condition, printing)
    case 'all':
      return condition.of.map((part) => printCell(part, printing)).join('')
    // Nothing that a table is read as; what another program has put there is written as conditions are.
    case 'fact':
    case 'any':
      return printCondition(condition, printing)
  }
}

type Comparison = Extract<Condition, { readonly kind: 'compare' }>

function printList(
  { fact, operands }: { readonly fact: string; readonly operands: readonly Operand[] },
  printing: Printing,
): string {
  return operands.map((operand) => printOperand(operand, fact, printing)).join('、')
}

function printComparison({ fact, operator, operand }: Comparison, printing: Printing): string {
  const value = printOperand(operand, fact, printing)
  const amount = operand.kind !== 'fact' && operand.kind !== 'shifted'
  switch (operator) {
    case 'eq':
      return value
    case 'ne':
      return `不为 ${value}`
    case 'ge':
      return amount ? `${value}以上` : `≥ ${value}`
    case 'le':
      return amount ? `${value}以下` : `≤ ${value}`
    case 'gt':
      return `＞ ${value}`
    case 'lt':
      return amount ? `不满${value}` : `＜ ${value}`
  }
}

function printValue(value: FactValue): string {
  switch (value.kind) {
    case 'number':
      return value.amount
    case 'boolean':
      return value.value ? '是' : '否'
    // Words that could be read as something else stand in 【】.
    case 'option':
      return /^(?![是否半零〇一二两三四五六七八九十百千万亿])[\u4e00-\u9fff]{2,}$/.test(value.option)
        ? value.option
        : bracketed(value.option)
    case 'text':
      return `“${value.text}”`
    case 'date':
      return printDate(value.date)
    case 'money':
      return printMoney(value.amountFen)
    case 'duration':
      return printDuration(value.duration)
  }
}
