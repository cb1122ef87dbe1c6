import type { Fee, Matter } from '../../model/matter.ts'

/** What becomes different in what a matter costs everybody (费用、跑动的变化). */
export type BurdenChange =
  /** 到现场次数 is another one. Unit: 次. */
  | { readonly kind: 'trips'; readonly before: number; readonly after: number }
  /** A fee is taken now, or no longer. */
  | {
      readonly kind: 'feeAdded' | 'feeRemoved'
      readonly name: string
      readonly fee: Fee
      /** What the other side says of fees: that there are none, others, or nothing at all. */
      readonly otherwise: 'free' | 'otherFees' | 'unsaid'
    }
  /** Another amount, or another 减免. */
  | { readonly kind: 'feeChanged'; readonly name: string; readonly before: Fee; readonly after: Fee }

/** Holds fees and trips against each other, neither of which has conditions (费用、跑动的对照). */
export function compareBurdens(before: Matter, after: Matter): readonly BurdenChange[] {
  return [...compareTrips(before, after), ...compareFees(before.fees, after.fees)]
}

/** Where one side says nothing, nobody knows whether it is more or less. */
function compareTrips({ trips: was }: Matter, { trips: now }: Matter): readonly BurdenChange[] {
  return was === undefined || now === undefined || was === now ? [] : [{ kind: 'trips', before: was, after: now }]
}

function compareFees(before: readonly Fee[], after: readonly Fee[]): readonly BurdenChange[] {
  const [was, now] = [before, after].map((fees) => fees.filter(({ charged }) => charged))
  const pairs = pairFees(was ?? [], now ?? [])
  return pairs.flatMap(([former, present]): readonly BurdenChange[] => {
    if (former === undefined) {
      return present === undefined
        ? []
        : [{ kind: 'feeAdded', name: present.text, fee: present, otherwise: saidOf(before) }]
    }
    if (present === undefined) {
      return [{ kind: 'feeRemoved', name: former.text, fee: former, otherwise: saidOf(after) }]
    }
    return costOf(former) === costOf(present)
      ? []
      : [{ kind: 'feeChanged', name: present.text, before: former, after: present }]
  })
}

type Pair = readonly [was: Fee | undefined, now: Fee | undefined]

/** Fees of one name are one and the same, and the only one that is left on each side. */
function pairFees(before: readonly Fee[], after: readonly Fee[]): readonly Pair[] {
  const rest = [...after]
  const pairs = before.map((was): Pair => {
    const at = rest.findIndex(({ text }) => text === was.text)
    return [was, at < 0 ? undefined : rest.splice(at, 1)[0]]
  })
  const open = pairs.filter(([, now]) => now === undefined)
  if (open.length === 1 && rest.length === 1) {
    return pairs.map(([was, now]): Pair => [was, now ?? rest[0]])
  }
  return [...pairs, ...rest.map((now): Pair => [undefined, now])]
}

function saidOf(fees: readonly Fee[]): 'free' | 'otherFees' | 'unsaid' {
  return fees.some(({ charged }) => charged) ? 'otherFees' : fees.length > 0 ? 'free' : 'unsaid'
}

function costOf({ amountFen, per, relief }: Fee): string {
  return JSON.stringify([amountFen, per, relief])
}
