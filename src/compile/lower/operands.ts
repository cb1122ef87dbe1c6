import type { Operand } from '../../model/condition.ts'
import { FACT_TYPES, type FactType } from '../../model/terms.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { DurationSyntax, OperandSyntax } from '../../syntax/tree.ts'
import { factNamed } from '../names/fact-named.ts'
import { isNamed } from '../names/resolve-name.ts'
import { lowerDate } from './dates.ts'
import { lowerDuration } from './durations.ts'
import type { FactInScope, Lowering } from './lowering.ts'
import { reportOtherTimeUnit, reportOtherUnit, reportUnknownOption, reportWrongType } from './type-errors.ts'
import { amountInFen, amountInMoneyUnit, durationIn, timeUnitsOf } from './units.ts'

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
    return lowerMoneyAsNumber(operand.amountFen, operand, left, lowering)
  },
  text: (operand, left, lowering) => {
    if (operand.kind === 'text') return { kind: 'text', text: operand.text }
    // A word without quotation marks is the text itself: the type of the left side leaves no other reading.
    return operand.kind === 'name' && !isNamed(operand.name.key, 'facts', lowering)
      ? { kind: 'text', text: operand.name.text }
      : lowerOther(operand, left, lowering)
  },
  date: (operand, left, lowering) => {
    if (operand.kind === 'shifted') return lowerShifted(operand, left, lowering)
    if (operand.kind !== 'date') return lowerOther(operand, left, lowering)
    const date = lowerDate(operand.date, left.fact.name, operand.span, lowering)
    return date === undefined ? undefined : { kind: 'date', date }
  },
  // 3年 is read as a number where some 信息 has 单位：年.
  duration: (operand, left, lowering) => {
    const duration =
      operand.kind === 'number' ? durationIn(operand.amount, operand.unit ?? left.fact.unit) : durationOf(operand)
    if (duration === undefined) return lowerOther(operand, left, lowering)
    const units: readonly string[] = timeUnitsOf(left.fact.unit)
    if (units.length > 0 && !units.includes(duration.unit)) {
      return reportOtherTimeUnit(duration, operand, left, lowering)
    }
    return { kind: 'duration', duration: lowerDuration(duration, operand.span, lowering) }
  },
  money: (operand, left, lowering) => {
    if (operand.kind === 'money') return { kind: 'money', amountFen: operand.amountFen }
    const amountFen =
      operand.kind === 'number' ? amountInFen(operand.amount, operand.unit ?? left.fact.unit) : undefined
    return amountFen === undefined ? lowerOther(operand, left, lowering) : { kind: 'money', amountFen }
  },
}

function durationOf(operand: OperandSyntax): DurationSyntax | undefined {
  return operand.kind === 'duration' ? operand.duration : undefined
}

/** An option by its spelling; words such as 3年 or 是 are options too where 取值 lists them. */
const lowerOption: LowerOperand = (operand, left, lowering) => {
  const { start, end } = operand.kind === 'name' ? operand.name.span : operand.span
  const written = operand.kind === 'text' ? operand.text : lowering.source.text.slice(start, end)
  const option = left.options.get(operand.kind === 'name' ? operand.name.key : foldKey(written))
  if (option !== undefined) return { kind: 'option', option }
  if (operand.kind === 'name' && isNamed(operand.name.key, 'facts', lowering)) {
    return lowerOther(operand, left, lowering)
  }
  return reportUnknownOption(written, operand, left, lowering)
}

const lowerNumber: LowerOperand<'number'> = (operand, left, lowering) => {
  const { unit } = left.fact
  if (operand.unit === undefined || unit === undefined || foldKey(operand.unit) === foldKey(unit)) {
    return { kind: 'number', amount: operand.amount }
  }
  const amountFen = amountInFen(operand.amount, operand.unit)
  return lowerMoneyAsNumber(amountFen, operand, left, lowering)
}

/** 注册资本 with 单位：万元 compares with 500000元 as with 50; money is the only measure that is converted. */
function lowerMoneyAsNumber(
  amountFen: string | undefined,
  operand: OperandSyntax,
  left: FactInScope,
  lowering: Lowering,
): Operand | undefined {
  const amount = amountFen === undefined ? undefined : amountInMoneyUnit(amountFen, left.fact.unit)
  return amount === undefined ? reportOtherUnit(operand, left, lowering) : { kind: 'number', amount }
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
  if (operand.base.kind === 'shifted') return reportWrongType(operand, left, lowering, '连加两次的日期')
  const base = lowerOperand(operand.base, left, lowering)
  const added = { start: operand.base.span.end, end: operand.span.end }
  const duration = lowerDuration(operand.duration, added, lowering)
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
