import type { ConditionSyntax, OperandSyntax, RangeEnd } from '../../src/syntax/tree.ts'

/** A condition in a notation that shows how it was read: `经营面积 [150, ) and (大型餐馆 or not 再婚)`. */
export function showCondition(condition: ConditionSyntax): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.operands.map(showCondition).join(` ${condition.kind} `)})`
    case 'not':
      return `not ${showCondition(condition.operand)}`
    case 'name':
      return condition.name.key
    case 'compare':
      return `${condition.left.key} ${condition.operator} ${showOperand(condition.right)}`
    case 'member':
      return `${condition.left.key} ${condition.negated ? 'not in' : 'in'} {${condition.values.map(showOperand).join(', ')}}`
    case 'range':
      return `${condition.left.key} ${showEnd(condition.lower, '[', '(')}, ${showEnd(condition.upper, ']', ')')}`
  }
}

function showEnd(end: RangeEnd | undefined, closed: '[' | ']', open: '(' | ')'): string {
  const mark = end?.inclusive ? closed : open
  const value = end === undefined ? '' : showOperand(end.value)
  return mark === '[' || mark === '(' ? mark + value : value + mark
}

function showOperand(operand: OperandSyntax): string {
  switch (operand.kind) {
    case 'number':
      return operand.amount + (operand.unit ?? '')
    case 'date':
      return operand.date
    case 'duration':
      return `amount` in operand.duration
        ? `${operand.duration.amount} ${operand.duration.unit}`
        : operand.duration.unit
    case 'money':
      return `${operand.amountFen} fen`
    case 'text':
      return `“${operand.text}”`
    case 'yesNo':
      return operand.value ? 'yes' : 'no'
    case 'name':
      return operand.name.key
    case 'shifted':
      return `${showOperand(operand.base)} ${operand.direction} ${showOperand({ ...operand, kind: 'duration' })}`
  }
}
