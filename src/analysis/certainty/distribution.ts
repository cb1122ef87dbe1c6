import {
  compare,
  greatestCommonDivisor,
  leastCommonMultiple,
  multiply,
  type Rational,
  rational,
  subtract,
} from '../../base/rational.ts'

/**
 * How long something takes, by chance (用时分布): exact shares on a grid of half days. Entry i of `weights` is the weight
 * of `start + i` half days; the weights add up to `total`.
 */
export interface Distribution {
  /** Unit: half workdays. */
  readonly start: number
  readonly weights: readonly bigint[]
  readonly total: bigint
}

/** Always the same time. */
export function certain(workdays: Rational): Distribution {
  return { start: halfDays(workdays), weights: [1n], total: 1n }
}

/** As often as it was seen (实际用时). At least one observation is needed; each counts the same. Unit: workdays. */
export function observed(workdays: readonly Rational[]): Distribution {
  const times = workdays.map(halfDays)
  const start = Math.min(...times)
  const weights = new Array<bigint>(Math.max(...times) - start + 1).fill(0n)
  for (const time of times) weights[time - start] = (weights[time - start] ?? 0n) + 1n
  return { start, weights, total: BigInt(times.length) }
}

/**
 * From three estimates (最短、最可能、最长), as a triangular distribution, whose shares are exact; a time within a half day
 * counts as the whole of it. Unit: workdays. The estimates must not fall.
 */
export function estimated(least: Rational, likely: Rational, most: Rational): Distribution {
  if (compare(least, most) === 0) return certain(most)
  const first = halfDays(least)
  const last = halfDays(most)
  const shares: Rational[] = []
  let before = rational(0)
  for (let time = first; time <= last; time++) {
    const until = triangularShare(rational(time, 2), least, likely, most)
    shares.push(subtract(until, before))
    before = until
  }
  const total = shares.reduce((common, { den }) => leastCommonMultiple(common, den), 1n)
  return simplified(
    first,
    shares.map(({ num, den }) => (num * total) / den),
  )
}

/** One after the other (串联): all sums with their shares. Both are taken to be independent, here and below. */
export function oneAfterAnother(a: Distribution, b: Distribution): Distribution {
  const weights = new Array<bigint>(a.weights.length + b.weights.length - 1).fill(0n)
  a.weights.forEach((x, i) => {
    if (x === 0n) return
    b.weights.forEach((y, j) => {
      weights[i + j] = (weights[i + j] ?? 0n) + x * y
    })
  })
  return simplified(a.start + b.start, weights)
}

/** The same with all longer times cut to this one (不超过). At least one time must be no longer. Unit: workdays. */
export function noLonger({ start, weights, total }: Distribution, workdays: Rational): Distribution {
  const last = Number((workdays.num * 2n) / workdays.den) - start
  if (last >= weights.length - 1) return { start, weights, total }
  const kept = weights.slice(0, last + 1)
  const rest = weights.slice(last + 1).reduce((sum, weight) => sum + weight, 0n)
  return simplified(
    start,
    kept.map((weight, at) => (at === last ? weight + rest : weight)),
  )
}

/** Side by side (并联): the later one counts. */
export function theLater(a: Distribution, b: Distribution): Distribution {
  const start = Math.max(a.start, b.start)
  const end = Math.max(a.start + a.weights.length, b.start + b.weights.length)
  const weights: bigint[] = []
  let before = 0n
  for (let time = start; time < end; time++) {
    const until = weightUntil(a, time) * weightUntil(b, time)
    weights.push(until - before)
    before = until
  }
  return simplified(start, weights)
}

/** One or the other (分流): each with its share of the cases. The shares must not all be zero. */
export function oneOf(parts: readonly { readonly share: Rational; readonly time: Distribution }[]): Distribution {
  const start = Math.min(...parts.map(({ time }) => time.start))
  const end = Math.max(...parts.map(({ time }) => time.start + time.weights.length))
  const common = parts.reduce((all, { share, time }) => leastCommonMultiple(all, share.den * time.total), 1n)
  const weights = new Array<bigint>(end - start).fill(0n)
  for (const { share, time } of parts) {
    const factor = (share.num * common) / (share.den * time.total)
    time.weights.forEach((weight, i) => {
      const at = time.start - start + i
      weights[at] = (weights[at] ?? 0n) + weight * factor
    })
  }
  return simplified(start, weights)
}

/** The share of cases that take no longer. Unit: workdays. */
export function shareWithin(distribution: Distribution, workdays: Rational): Rational {
  const { num, den } = workdays
  return rational(weightUntil(distribution, Number((num * 2n) / den)), distribution.total)
}

/** The shortest time that at least so large a share of cases keeps. Unit: workdays. */
export function timeKeptBy(distribution: Distribution, share: Rational): Rational {
  const { start, weights, total } = distribution
  let until = 0n
  for (const [i, weight] of weights.entries()) {
    until += weight
    if (until * share.den >= share.num * total) return rational(start + i, 2)
  }
  return rational(start + weights.length - 1, 2)
}

/** The mean time (期望用时). Unit: workdays. */
export function meanTime({ start, weights, total }: Distribution): Rational {
  const sum = weights.reduce((all, weight, i) => all + weight * BigInt(start + i), 0n)
  return rational(sum, total * 2n)
}

/** The weight of all times up to one, in half days. */
function weightUntil({ start, weights, total }: Distribution, time: number): bigint {
  if (time < start) return 0n
  if (time >= start + weights.length - 1) return total
  return weights.slice(0, time - start + 1).reduce((sum, weight) => sum + weight, 0n)
}

/** The share of a triangular distribution up to a time. */
function triangularShare(time: Rational, least: Rational, likely: Rational, most: Rational): Rational {
  if (compare(time, most) >= 0) return rational(1)
  if (compare(time, least) <= 0) return rational(0)
  const width = subtract(most, least)
  if (compare(time, likely) <= 0) {
    const rise = subtract(time, least)
    return quotient(multiply(rise, rise), multiply(width, subtract(likely, least)))
  }
  const fall = subtract(most, time)
  return subtract(rational(1), quotient(multiply(fall, fall), multiply(width, subtract(most, likely))))
}

function quotient(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

/** Half days, rounded up. */
function halfDays({ num, den }: Rational): number {
  return Number((num * 2n + den - 1n) / den)
}

/** Without zero weights at the ends, in lowest terms. */
function simplified(start: number, weights: readonly bigint[]): Distribution {
  const first = weights.findIndex((weight) => weight > 0n)
  const last = weights.findLastIndex((weight) => weight > 0n)
  const kept = weights.slice(first, last + 1)
  const divisor = kept.reduce((common, weight) => greatestCommonDivisor(common, weight), 0n)
  const lowest = kept.map((weight) => weight / divisor)
  return { start: start + first, weights: lowest, total: lowest.reduce((sum, weight) => sum + weight, 0n) }
}
