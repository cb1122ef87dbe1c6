import { assertNever } from '../../base/assert-never.ts'
import type { ComparisonOperator, Condition } from '../../model/condition.ts'
import { COMPARISON_WORDS } from '../../model/terms.ts'
import { lineIfGiven, type PrintedLine } from './lines.ts'
import { bracketed } from './names.ts'
import { printOperand } from './operands.ts'
import { keysBehind, type Printing } from './printing.ts'

/** The line of an attribute that states a condition; none where the model leaves it out. */
export function conditionIfGiven(
  construct: string,
  condition: Condition | undefined,
  printing: Printing,
): readonly PrintedLine[] {
  return lineIfGiven(construct, condition && printCondition(condition, printing))
}

/** A condition (条件式), every name of it in 【】. 且 and 或 inside of each other get （）, though 且 binds tighter. */
export function printCondition(condition: Condition, printing: Printing): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => printPart(part, printing)).join(' 且 ')
    case 'any':
      return condition.of.map((part) => printPart(part, printing)).join(' 或 ')
    case 'not':
      return printNegation(condition.of, printing)
    case 'fact':
      return bracketed(condition.fact)
    case 'situation':
      return bracketed(condition.situation)
    case 'compare': {
      const { fact, operator, operand } = condition
      const text = `${bracketed(fact)}${operatorWord(operator, operand.kind)} ${printOperand(operand, fact, printing)}`
      return operand.kind === 'boolean' && isDrawnOn(text, fact, printing) ? `（${text}）` : text
    }
    case 'oneOf':
      return printList(condition, '属于', printing)
    default:
      return assertNever(condition)
  }
}

/** True where 是 or 否 and the word behind it could be a name in scope: 否或. */
function isDrawnOn(text: string, fact: string, printing: Printing): boolean {
  const word = text.charAt(text.length - 1)
  return keysBehind(fact, printing).some((key) => key.startsWith(word) && /^[且或,]/.test(key.slice(1)))
}

function printNegation(of: Condition, printing: Printing): string {
  return of.kind === 'oneOf' ? printList(of, '不属于', printing) : `非${printPart(of, printing)}`
}

function printPart(part: Condition, printing: Printing): string {
  const text = printCondition(part, printing)
  return part.kind === 'all' || part.kind === 'any' ? `（${text}）` : text
}

function printList(
  { fact, operands }: Extract<Condition, { readonly kind: 'oneOf' }>,
  word: string,
  printing: Printing,
): string {
  return `${bracketed(fact)}${word} ${operands.map((operand) => printOperand(operand, fact, printing)).join('、')}`
}

/** A day is not low or high. */
const OPERATORS_OF_DATES: { readonly [K in ComparisonOperator]: string } = {
  ...COMPARISON_WORDS,
  ge: '≥',
  le: '≤',
  gt: '＞',
  lt: '＜',
}

function operatorWord(operator: ComparisonOperator, operand: string): string {
  return (operand === 'date' || operand === 'shifted' ? OPERATORS_OF_DATES : COMPARISON_WORDS)[operator]
}
