import type { Origin } from '../../base/source-file.ts'
import type { Span } from '../../base/span.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Operand } from '../../model/condition.ts'
import type { Given, Premise } from '../../model/scenario.ts'
import type { ConditionSyntax, Name, OperandSyntax, SyntaxNode } from '../../syntax/tree.ts'
import { findDeclaration, isNamed, reportUnknownName, resolveNames } from '../names/resolve-name.ts'
import { lowerCondition } from './conditions.ts'
import { lowerDate } from './dates.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { lowerOperand } from './operands.ts'
import { keywordOf, originOf } from './read-node.ts'

/** What one line 假如 takes as given: one premise, or several with 且 between them. */
export function lowerPremise(node: SyntaxNode, lowering: Lowering): readonly Premise[] {
  if (node.value.kind !== 'premise') return []
  const { premise } = node.value
  const origin = originOf(lowering.source, node)
  const keyword = keywordOf(node, lowering.source)
  if (premise.kind === 'rulesOf') {
    const date = lowerDate(premise.date, keyword, premise.span, lowering)
    return date === undefined ? [] : [{ kind: 'rulesOf', date, origin }]
  }
  if (premise.kind === 'materials') {
    const { submitted, names } = premise
    return [{ kind: 'materials', submitted, materials: resolveNames(names, 'materials', lowering), origin }]
  }
  return lowerGiven(premise.condition, { keyword, origin, lowering })
}

interface Line {
  readonly keyword: string
  readonly origin: Origin
  readonly lowering: Lowering
}

/** A condition as a premise: it may only say something of one fact at a time. */
export function lowerGiven(condition: ConditionSyntax, line: Line): readonly Given[] {
  switch (condition.kind) {
    case 'and':
      return condition.operands.flatMap((operand) => lowerGiven(operand, line))
    case 'name':
      return lowerAbout(condition.name, condition, { kind: 'yesNo', value: true, span: condition.span }, line)
    case 'not': {
      const { operand } = condition
      if (operand.kind !== 'name') return reject(condition.span, '一行写一个信息的值', line)
      return lowerAbout(operand.name, condition, { kind: 'yesNo', value: false, span: operand.span }, line)
    }
    case 'compare': {
      const value = condition.operator === 'eq' ? condition.right : undefined
      return lowerAbout(condition.left, condition, value, line)
    }
    case 'member':
    case 'range':
      return lowerAbout(condition.left, condition, undefined, line)
    case 'or':
      return reject(condition.span, '“或”的两边请各写一个用例', line)
  }
}

/** A premise about one name; `value` where it is one value and no range. */
function lowerAbout(
  name: Name,
  condition: ConditionSyntax,
  value: OperandSyntax | undefined,
  line: Line,
): readonly Given[] {
  const { lowering, origin } = line
  const fact = findDeclaration(name, 'facts', lowering) === undefined ? undefined : lowering.facts.get(name.key)
  const known = fact ?? lowering.facts.get(name.key)
  if (known !== undefined) {
    return value === undefined
      ? lowerRange(known, condition, line)
      : lowerValue(known, value, lowering).map((given) => ({
          kind: 'value',
          fact: known.fact.name,
          value: given,
          origin,
        }))
  }
  if (lowering.names.facts.byKey.has(name.key)) return []
  const requirement = findDeclaration(name, 'requirements', lowering)
  if (requirement !== undefined) {
    if (value?.kind !== 'yesNo') return reject(condition.span, '条件由人工判断的结果写“为 是”或者“为 否”', line)
    return [{ kind: 'judgement', requirement: requirement.name.text, holds: value.value, origin }]
  }
  if (isNamed(name.key, 'situations', lowering)) {
    return reject(condition.span, `“${name.text}”是情形，由申报信息推出，请写它所看的信息`, line)
  }
  reportUnknownName(name, ['facts', 'requirements'], lowering)
  return []
}

type PlainValue = Exclude<Operand, { readonly kind: 'fact' | 'shifted' }>

/** The value that a fact is given. */
export function lowerValue(fact: FactInScope, value: OperandSyntax, lowering: Lowering): readonly PlainValue[] {
  const operand = lowerOperand(value, fact, lowering)
  if (operand === undefined) return []
  if (operand.kind !== 'fact' && operand.kind !== 'shifted') return [operand]
  const written = lowering.source.text.slice(value.span.start, value.span.end)
  const params = { keyword: fact.fact.name, value: written, expected: '具体的值', example: '80平方米' }
  lowering.report(diagnose('ZW1102', params, { file: lowering.source.uri, span: value.span }))
  return []
}

function lowerRange({ fact }: FactInScope, syntax: ConditionSyntax, { lowering, origin }: Line): readonly Given[] {
  const condition = lowerCondition(syntax, lowering)
  // 50以上不满150 is two premises of one fact: one bound each.
  const bounds = condition?.kind === 'all' ? condition.of : [condition]
  return bounds.flatMap((bound) =>
    bound === undefined ? [] : [{ kind: 'range' as const, fact: fact.name, condition: bound, origin }],
  )
}

function reject(span: Span, reason: string, { keyword, lowering }: Line): readonly Given[] {
  const value = lowering.source.text.slice(span.start, span.end)
  const params = { keyword, value, expected: '前提', example: '【经营面积】为 80平方米', reason }
  lowering.report(diagnose('ZW1102', params, { file: lowering.source.uri, span }))
  return []
}
