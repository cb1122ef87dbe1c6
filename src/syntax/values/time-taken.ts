import type { IToken } from 'chevrotain'
import { TO_FILL_IN } from '../../diagnostics/blank-to-fill.ts'
import type { TimeTakenSyntax } from '../tree.ts'
import { type Slice, spanIn, writtenIn } from './slice.ts'
import { CaseUnit, Comma, Estimate, endOf, NumberToken, TimeUnit } from './tokens.ts'
import type { Meant } from './unreadable.ts'

/** Whether times say something together (用时写全): with a unit, and either the three estimates once each or none of them. */
export function isWholeTime(times: readonly TimeTakenSyntax[]): boolean {
  if (times.every(({ unit }) => unit === undefined)) return false
  const estimates = times.flatMap(({ estimate }) => estimate ?? [])
  if (estimates.length === 0) return true
  const isEach = times.length === 3 && new Set(estimates).size === 3
  return isEach && times.every(({ cases }) => cases === undefined)
}

/** Numbers and estimates without any unit: 1、1、2, 最短1，最可能2，最长5. */
export function isBareList(tokens: readonly IToken[]): boolean {
  return tokens.every(({ tokenType }) => tokenType === NumberToken || tokenType === Comma || tokenType === Estimate)
}

/** Two times where three or a list should stand (1至5个工作日) are the ends; only the author knows what is usual. */
export function meantTimes(slice: Slice, tokens: readonly IToken[]): Meant | undefined {
  const [least, most, ...others] = tokens.filter(({ tokenType }) => tokenType === NumberToken)
  const unit = tokens.findLast(({ tokenType }) => tokenType === TimeUnit)
  const counts = tokens.some(({ tokenType }) => tokenType === CaseUnit)
  if (least === undefined || most === undefined || unit === undefined || others.length > 0 || counts) return undefined
  const words = writtenIn(slice, unit.startOffset, endOf(unit))
  const text = `最短${least.image}${words}，最可能${TO_FILL_IN}，最长${most.image}${words}`
  return { text, applicability: 'placeholder', edits: [{ ...spanIn(slice, slice.start, slice.end), text }] }
}
