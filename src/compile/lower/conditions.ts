import { assertNever } from '../../base/assert-never.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Condition, Operand } from '../../model/condition.ts'
import { FACT_TYPES, type FactType } from '../../model/terms.ts'
import type {
  ComparisonOperator,
  ConditionSyntax,
  Name,
  OperandSyntax,
  RangeEnd,
  SyntaxNode,
} from '../../syntax/tree.ts'
import { factNamed } from '../names/fact-named.ts'
import { findDeclaration } from '../names/resolve-name.ts'
import { asFact, conditionOnOutput, outputInCondition } from './decision-outputs.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { lowerOperand } from './operands.ts'
import { childOf, valueIn } from './read-node.ts'
import { reportOtherFact } from './type-errors.ts'

/** The condition that an attribute states (条件式); undefined too where a part of it is wrong, which is reported. */
export function conditionOf(node: SyntaxNode, construct: string, lowering: Lowering): Condition | undefined {
  const syntax = valueIn(childOf(node, construct), 'condition')?.condition
  return syntax && lowerCondition(syntax, lowering)
}

/** Resolves the names of a condition and checks its types. */
export function lowerCondition(syntax: ConditionSyntax, lowering: Lowering): Condition | undefined {
  switch (syntax.kind) {
    case 'and':
    case 'or': {
      const kind = syntax.kind === 'and' ? 'all' : 'any'
      return combine(
        kind,
        syntax.operands.map((operand) => lowerCondition(operand, lowering)),
      )
    }
    case 'not':
      return negate(lowerCondition(syntax.operand, lowering))
    case 'name':
      return lowerStatement(syntax, syntax.name, lowering)
    case 'compare':
    case 'member':
    case 'range':
      return lowerStatement(syntax, syntax.left, lowering)
    default:
      return assertNever(syntax)
  }
}

type Of<K extends ConditionSyntax['kind']> = Extract<ConditionSyntax, { readonly kind: K }>
type Statement = Of<'name' | 'compare' | 'member' | 'range'>

/** What is said of one name: of a 信息, a 情形, or the output of a 判定表, which stands for the rows that give it. */
function lowerStatement(syntax: Statement, name: Name, lowering: Lowering): Condition | undefined {
  const output = outputInCondition(name, lowering)
  if (output === 'none') return lowerPlain(syntax, lowering)
  if (output === undefined) return undefined
  const left = asFact(output, name)
  const facts = new Map([...lowering.facts, [name.key, left] as const])
  const condition = lowerPlain(syntax, { ...lowering, facts })
  if (condition === undefined) return undefined
  if (restsOnFacts(condition)) return reportOtherFact(syntax.span, left, lowering)
  return conditionOnOutput(output, condition, left.fact.name)
}

/** True where what stands right of the comparison is not known before the case is. */
function restsOnFacts(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(restsOnFacts)
  if (condition.kind === 'not') return restsOnFacts(condition.of)
  if (condition.kind === 'oneOf') return condition.operands.some((operand) => 'fact' in operand)
  return condition.kind === 'compare' && 'fact' in condition.operand
}

function lowerPlain(syntax: Statement, lowering: Lowering): Condition | undefined {
  switch (syntax.kind) {
    case 'name':
      return lowerName(syntax.name, lowering)
    case 'compare':
      return lowerComparison(syntax, lowering)
    case 'member':
      return lowerMembership(syntax, lowering)
    case 'range':
      return lowerRange(syntax, lowering)
    default:
      return assertNever(syntax)
  }
}

/** A condition with a part left out says something else: it is left out as a whole. */
function combine(kind: 'all' | 'any', parts: readonly (Condition | undefined)[]): Condition | undefined {
  const of = parts.filter((part) => part !== undefined)
  if (of.length < parts.length) return undefined
  return of.length === 1 ? of[0] : { kind, of }
}

function negate(condition: Condition | undefined): Condition | undefined {
  return condition && { kind: 'not', of: condition }
}

/** A name that stands alone: a 情形, or a 信息 of 是否. */
function lowerName(name: Name, lowering: Lowering): Condition | undefined {
  const situation = lowerSituation(name, lowering)
  if (situation !== 'none') return situation
  const left = factNamed(name, lowering, ['situations', 'facts'])
  if (left === undefined) return undefined
  if (left.fact.type === 'boolean') return { kind: 'fact', fact: left.fact.name }
  lowering.report(
    diagnose('ZW5001', { name: left.fact.name, type: FACT_TYPES[left.fact.type] }, placeOf(name, lowering)),
  )
  return undefined
}

/** The situation of this name, `'none'` where no situation has it. */
function lowerSituation(name: Name, lowering: Lowering): Condition | undefined | 'none' {
  const declared = findDeclaration(name, 'situations', lowering)
  if (declared === undefined) return 'none'
  return lowering.situations.has(name.key) ? { kind: 'situation', situation: declared.name.text } : undefined
}

/** Types whose values have an order; the others only equal each other or not. */
const ORDERED: { readonly [T in FactType]: boolean } = {
  boolean: false,
  option: false,
  text: false,
  number: true,
  date: true,
  duration: true,
  money: true,
}

function lowerComparison(syntax: Of<'compare'>, lowering: Lowering): Condition | undefined {
  const { left: name, operator, right } = syntax
  const equality = operator === 'eq' || operator === 'ne'
  const situation = equality && right.kind === 'yesNo' ? lowerSituation(name, lowering) : 'none'
  if (situation !== 'none') {
    const holds = right.kind === 'yesNo' && right.value === (operator === 'eq')
    return holds ? situation : negate(situation)
  }
  const left = factNamed(name, lowering)
  if (left === undefined) return undefined
  if (!equality && !ORDERED[left.fact.type]) {
    return reportWrongOperator(left, operatorBetween(name, right, lowering), name, lowering)
  }
  return compareWith(left, operator, right, lowering)
}

function lowerMembership(syntax: Of<'member'>, lowering: Lowering): Condition | undefined {
  const left = factNamed(syntax.left, lowering)
  if (left === undefined) return undefined
  if (left.fact.type === 'boolean') return reportWrongOperator(left, '属于', syntax.left, lowering)
  const operands = syntax.values.map((value) => lowerOperand(value, left, lowering))
  const known = operands.filter((operand) => operand !== undefined)
  if (known.length < operands.length) return undefined
  const member: Condition = { kind: 'oneOf', fact: left.fact.name, operands: known }
  return syntax.negated ? { kind: 'not', of: member } : member
}

function lowerRange(syntax: Of<'range'>, lowering: Lowering): Condition | undefined {
  const left = factNamed(syntax.left, lowering)
  if (left === undefined) return undefined
  if (!ORDERED[left.fact.type]) return reportWrongOperator(left, '以上、以下', syntax.left, lowering)
  const parts: (Condition | undefined)[] = []
  if (syntax.lower !== undefined) parts.push(lowerEnd(left, syntax.lower, 'ge', 'gt', lowering))
  if (syntax.upper !== undefined) parts.push(lowerEnd(left, syntax.upper, 'le', 'lt', lowering))
  return combine('all', parts)
}

function lowerEnd(
  left: FactInScope,
  end: RangeEnd,
  inclusive: ComparisonOperator,
  exclusive: ComparisonOperator,
  lowering: Lowering,
): Condition | undefined {
  return compareWith(left, end.inclusive ? inclusive : exclusive, end.value, lowering)
}

function compareWith(
  left: FactInScope,
  operator: ComparisonOperator,
  right: OperandSyntax,
  lowering: Lowering,
): Condition | undefined {
  const operand: Operand | undefined = lowerOperand(right, left, lowering)
  return operand && { kind: 'compare', fact: left.fact.name, operator, operand }
}

function reportWrongOperator({ fact }: FactInScope, operator: string, name: Name, lowering: Lowering): undefined {
  const allowed = fact.type === 'boolean' ? ['为', '不为'] : ['为', '不为', '属于', '不属于']
  const params = { name: fact.name, type: FACT_TYPES[fact.type], operator, allowed }
  lowering.report(diagnose('ZW5001', params, placeOf(name, lowering)))
}

/** The operator as the author wrote it: what stands between the two sides, without brackets and blanks. */
function operatorBetween(left: Name, right: OperandSyntax, lowering: Lowering): string {
  return lowering.source.text.slice(left.span.end, right.span.start).replace(/[\s\u3000【】［］「」]/g, '')
}

function placeOf(name: Name, lowering: Lowering) {
  return { file: lowering.source.uri, span: name.span }
}
