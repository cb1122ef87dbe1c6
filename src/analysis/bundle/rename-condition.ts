import { assertNever } from '../../base/assert-never.ts'
import type { Condition, Operand } from '../../model/condition.ts'

/** What the facts and situations of a component are called in the bundle (改名). */
export interface Renaming {
  readonly fact: (name: string) => string
  readonly situation: (name: string) => string
}

/** The same condition in the words of the bundle. */
export function renameCondition(condition: Condition, renaming: Renaming): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((part) => renameCondition(part, renaming)) }
    case 'not':
      return { kind: 'not', of: renameCondition(condition.of, renaming) }
    case 'fact':
      return { kind: 'fact', fact: renaming.fact(condition.fact) }
    case 'situation':
      return { kind: 'situation', situation: renaming.situation(condition.situation) }
    case 'compare':
      return {
        ...condition,
        fact: renaming.fact(condition.fact),
        operand: renameOperand(condition.operand, renaming),
      }
    case 'oneOf':
      return {
        ...condition,
        fact: renaming.fact(condition.fact),
        operands: condition.operands.map((operand) => renameOperand(operand, renaming)),
      }
    default:
      return assertNever(condition)
  }
}

function renameOperand(operand: Operand, { fact }: Renaming): Operand {
  return 'fact' in operand && operand.fact !== undefined ? { ...operand, fact: fact(operand.fact) } : operand
}
