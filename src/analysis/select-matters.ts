import { compare, parseRational, rational } from '../base/rational.ts'
import { holds } from '../graph/evaluate-condition.ts'
import type { ComparisonOperator, Condition, Operand } from '../model/condition.ts'
import type { Matter } from '../model/matter.ts'
import { MATTER_PROPERTIES } from '../model/matter-properties.ts'

/**
 * True for a matter that a 范围 chooses (选中). What a matter does not say is not so: 行使层级为 市级 leaves out those without
 * 行使层级, 行使层级不为 市级 takes them in. Of several words one is enough.
 */
export function isSelected(matter: Matter, selection: Condition | undefined): boolean {
  if (selection === undefined) return true
  switch (selection.kind) {
    case 'all':
      return selection.of.every((part) => isSelected(matter, part))
    case 'any':
      return selection.of.some((part) => isSelected(matter, part))
    case 'not':
      return !isSelected(matter, selection.of)
    case 'fact':
      return isLike(matter, selection.fact, 'eq', { kind: 'boolean', value: true })
    case 'compare':
      return isLike(matter, selection.fact, selection.operator, selection.operand)
    case 'oneOf':
      return selection.operands.some((operand) => isLike(matter, selection.fact, 'eq', operand))
    default:
      return false
  }
}

function isLike(matter: Matter, name: string, operator: ComparisonOperator, operand: Operand): boolean {
  const property = Object.hasOwn(MATTER_PROPERTIES, name) ? MATTER_PROPERTIES[name] : undefined
  if (property === undefined) return false
  if (operator === 'ne') return !isLike(matter, name, 'eq', operand)
  switch (property.type) {
    case 'words': {
      const word = operand.kind === 'option' ? operand.option : operand.kind === 'text' ? operand.text : undefined
      return operator === 'eq' && word !== undefined && property.words(matter).includes(word)
    }
    case 'number': {
      const number = property.number(matter)
      const limit = operand.kind === 'number' ? parseRational(operand.amount) : undefined
      return number !== undefined && limit !== undefined && holds(operator, compare(rational(number), limit)) === true
    }
    default:
      return operator === 'eq' && operand.kind === 'boolean' && property.holds(matter) === operand.value
  }
}
