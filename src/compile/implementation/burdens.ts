import { compare, parseRational } from '../../base/rational.ts'
import type { Origin } from '../../base/source-file.ts'
import type { Fee, Matter } from '../../model/matter.ts'
import type { Draft } from '../lower/draft.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { printMoney } from '../print/numbers.ts'
import { isAllowed, type Refining } from './refining.ts'
import { isSame } from './restated.ts'

/** 到现场次数: fewer trips need 只减不增, more of them 可以调整. */
export function applyTrips(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  if (local.trips === undefined || local.trips === base.trips) return
  const direction = base.trips === undefined || local.trips < base.trips ? 'down' : 'free'
  const from = base.trips === undefined ? '没有规定' : `${base.trips}次`
  const place = lineOf('matter.trips', refining)
  const deviation = { element: 'trips', direction, from, to: `${local.trips}次`, place, against: base.origin } as const
  const isOpen = base.trips === undefined && !refining.isUnified('trips')
  if (isOpen || isAllowed(deviation, refining)) draft.trips = local.trips
}

/** 收费: lower fees need 不得增加, others 可以调整. */
export function applyFees(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  const [first] = local.fees
  if (first === undefined || isSame(local.fees, base.fees)) return
  const dearer = local.fees.find((fee) => isDearer(fee, base.fees))
  const fee = dearer ?? first
  const deviation = {
    element: 'fees',
    direction: dearer === undefined ? 'down' : 'free',
    from: base.fees[0] === undefined ? '没有规定' : describe(base.fees[0]),
    to: describe(fee),
    place: fee.origin ?? lineOf('fee', refining),
    against: base.fees[0]?.origin ?? base.origin,
  } as const
  const isOpen = base.fees.length === 0 && dearer === undefined && !refining.isUnified('fees')
  if (isOpen || isAllowed(deviation, refining)) draft.fees = local.fees
}

function describe({ text, amountFen }: Fee): string {
  return `“${text}”${amountFen === undefined ? '' : printMoney(amountFen)}`
}

/** A fee that is not known to be as low as the one above for the same unit. */
function isDearer(fee: Fee, above: readonly Fee[]): boolean {
  if (!fee.charged) return false
  const same = above.find((other) => other.charged && other.per === fee.per)
  const amount = fee.amountFen === undefined ? undefined : parseRational(fee.amountFen)
  const allowed = same?.amountFen === undefined ? undefined : parseRational(same.amountFen)
  return amount === undefined || allowed === undefined || compare(amount, allowed) > 0
}

/** Where the first line of a construct stands. */
export function lineOf(construct: string, { block, lowering }: Refining): Origin {
  return originOf(lowering.source, childOf(block, construct) ?? block)
}
