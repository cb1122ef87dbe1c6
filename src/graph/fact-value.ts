import { assertNever } from '../base/assert-never.ts'
import { compare as compareRationals, parseRational } from '../base/rational.ts'
import type { Operand } from '../model/condition.ts'

/** What a fact holds in one case, or what it is compared with: a value of one of the fact types, amounts as exact text. */
export type FactValue = Exclude<Operand, { readonly kind: 'fact' | 'shifted' }>

/** What is known of a case, by the name of the fact (申报信息的填写值); a fact that is not in the map is 待定. */
export type Facts = ReadonlyMap<string, FactValue>

/**
 * Compares two values: negative, zero or positive where they have an order, 'different' where they only differ
 * (two options), undefined where they cannot be compared (工作日 with 月, a number with a date).
 */
export function compareValues(a: FactValue, b: FactValue): number | 'different' | undefined {
  const orderA = orderOf(a)
  const orderB = orderOf(b)
  if (orderA !== undefined && orderB !== undefined) {
    if (orderA.scale !== orderB.scale) return undefined
    if (orderA.scale === 'date') return orderA.amount < orderB.amount ? -1 : orderA.amount > orderB.amount ? 1 : 0
    return compareAmounts(orderA.amount, orderB.amount)
  }
  if (a.kind !== b.kind) return undefined
  const keyA = unorderedKey(a)
  return keyA === undefined ? undefined : keyA === unorderedKey(b) ? 0 : 'different'
}

/** Compares two exact amounts; undefined when one is no number. */
export function compareAmounts(a: string, b: string): number | undefined {
  if (a === b) return 0
  const left = parseRational(a)
  const right = parseRational(b)
  return left && right && compareRationals(left, right)
}

/** The scale on which a value lies and its place there; undefined for values without an order. */
export function orderOf(value: FactValue): { readonly scale: string; readonly amount: string } | undefined {
  const place = placeOf(value)
  return 'scale' in place ? place : undefined
}

/** What identifies a value that has no order among those of its kind; undefined for ordered ones. */
export function unorderedKey(value: FactValue): string | undefined {
  const place = placeOf(value)
  return 'key' in place ? place.key : undefined
}

/** Ordered values have an amount on a scale that they share with what they can be compared with, others only a key. */
type Place = { readonly scale: string; readonly amount: string } | { readonly key: string }

function placeOf(value: FactValue): Place {
  switch (value.kind) {
    case 'number':
      return { scale: 'number', amount: value.amount }
    case 'money':
      return { scale: 'money', amount: value.amountFen }
    case 'date':
      return { scale: 'date', amount: value.date }
    case 'duration': {
      const { duration } = value
      return 'amount' in duration ? { scale: duration.unit, amount: duration.amount } : { key: duration.unit }
    }
    case 'option':
      return { key: value.option }
    case 'text':
      return { key: value.text }
    case 'boolean':
      return { key: value.value ? '是' : '否' }
    default:
      return assertNever(value)
  }
}
