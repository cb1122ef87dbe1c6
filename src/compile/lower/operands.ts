import type { Operand } from '../../model/condition.ts'
import { FACT_TYPES, type FactType } from '../../model/terms.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { OperandSyntax } from '../../syntax/tree.ts'
import { factNamed } from '../names/fact-named.ts'
import { lowerDate } from './dates.ts'
import { lowerDuration } from './durations.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { reportOtherTimeUnit, reportOtherUnit, reportUnknownOption, reportWrongType } from './type-errors.ts'
import { amountInMoneyUnit, timeUnitsOf } from './units.ts'

/** Makes the right side of a comparison with a fact of one type; what does not fit is reported and left out. */
type LowerOperand<K extends OperandSyntax['kind'] = OperandSyntax['kind']> = (
  operand: Extract<OperandSyntax, { readonly kind: K }>,
  left: FactInScope,
  lowering: Lowering,
) => Operand | undefined

/** The right side of a comparison, read by the type of the fact on the left (比较的右边). */
export const lowerOperand: LowerOperand = (operand, left, lowering) => BY_TYPE[left.fact.type](operand, left, lowering)

const BY_TYPE: { readonly [T in FactType]: LowerOperand } = {
  boolean: (operand, left, lowering) =>
    operand.kind === 'yesNo' ? { kind: 'boolean', value: operand.value } : lowerOther(operand, left, lowering),
  option: (operand, left, lowering) => lowerOption(operand, left, lowering),
  number: (operand, left, lowering) => {
    if (operand.kind === 'number') return lowerNumber(operand, left, lowering)
    if (operand.kind === 'duration') return lowerTimeAsNumber(operand, left, lowering)
    if (operand.kind !== 'money') return lowerOther(operand, left, lowering)
    const amount = amountInMoneyUnit(operand.amountFen, left.fact.unit)
    return amount === undefined ? reportOtherUnit(operand, left, lowering) : { kind: 'number', amount }
  },
  text: (operand, left, lowering) => {
    if (operand.kind === 'text') return { kind: 'text', text: operand.text }
    // A word without quotation marks is the text itself: the type of the left side leaves no other reading.
    return operand.kind === 'name' && !lowering.names.facts.byKey.has(operand.name.key)
      ? { kind: 'text', text: operand.name.text }
      : lowerOther(operand, left, lowering)
  },
  date: (operand, left, lowering) => {
    if (operand.kind === 'shifted') return lowerShifted(operand, left, lowering)
    if (operand.kind !== 'date') return lowerOther(operand, left, lowering)
    const date = lowerDate(operand.date, left.fact.name, operand.span, lowering)
    return date === undefined ? undefined : { kind: 'date', date }
  },
  duration: (operand, left, lowering) => {
    if (operand.kind !== 'duration') return lowerOther(operand, left, lowering)
    const units = timeUnitsOf(left.fact.unit)
    if (units.length > 0 && !units.includes(operand.duration.unit)) {
      return reportOtherTimeUnit(operand, left, lowering)
    }
    return { kind: 'duration', duration: lowerDuration(operand.duration, operand.span, lowering) }
  },
  money: (operand, left, lowering) =>
    operand.kind === 'money' ? { kind: 'money', amountFen: operand.amountFen } : lowerOther(operand, left, lowering),
}

/** An option by its spelling; words such as 3年 or 是 are options too where 取值 lists them. */
const lowerOption: LowerOperand = (operand, left, lowering) => {
  const { start, end } = operand.kind === 'name' ? operand.name.span : operand.span
  const written = operand.kind === 'text' ? operand.text : lowering.source.text.slice(start, end)
  const option = left.options.get(operand.kind === 'name' ? operand.name.key : foldKey(written))
  if (option !== undefined) return { kind: 'option', option }
  if (operand.kind === 'name' && lowering.names.facts.byKey.has(operand.name.key)) {
    return lowerOther(operand, left, lowering)
  }
  return reportUnknownOption(written, operand, left, lowering)
}

const lowerNumber: LowerOperand<'number'> = (operand, left, lowering) => {
  const { unit } = left.fact
  if (operand.unit !== undefined && unit !== undefined && foldKey(operand.unit) !== foldKey(unit)) {
    return reportOtherUnit(operand, left, lowering)
  }
  return { kind: 'number', amount: operand.amount }
}

/** 工龄 with 单位：年 compares with 3年 as with 3. */
const lowerTimeAsNumber: LowerOperand<'duration'> = (operand, left, lowering) => {
  const { duration } = operand
  return 'amount' in duration && timeUnitsOf(left.fact.unit).includes(duration.unit)
    ? { kind: 'number', amount: duration.amount }
    : reportOtherUnit(operand, left, lowering)
}

/** 【申请日期】加3个月 */
const lowerShifted: LowerOperand<'shifted'> = (operand, left, lowering) => {
  const base = lowerOperand(operand.base, left, lowering)
  const duration = lowerDuration(operand.duration, operand.span, lowering)
  const { direction } = operand
  if (base?.kind === 'date') return { kind: 'shifted', date: base.date, direction, duration }
  if (base?.kind === 'fact') return { kind: 'shifted', fact: base.fact, direction, duration }
  return undefined
}

/** What any type may be compared with: another fact of the same type. */
const lowerOther: LowerOperand = (operand, left, lowering) => {
  if (operand.kind !== 'name') return reportWrongType(operand, left, lowering)
  const other = factNamed(operand.name, lowering)
  if (other === undefined) return undefined
  return other.fact.type === left.fact.type
    ? { kind: 'fact', fact: other.fact.name }
    : reportWrongType(operand, left, lowering, FACT_TYPES[other.fact.type])
}
