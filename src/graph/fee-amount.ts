import type { Fee } from '../model/matter.ts'
import { printFactValue } from './situation.ts'

/** What a fee comes to in words (收费标准): 20元／证. Undefined where nothing is said. */
export function feeAmount({ amountFen, per }: Pick<Fee, 'amountFen' | 'per'>): string | undefined {
  if (amountFen === undefined) return per
  return `${printFactValue({ kind: 'money', amountFen })}${per === undefined ? '' : `／${per}`}`
}
