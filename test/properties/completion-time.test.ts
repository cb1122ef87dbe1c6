import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChanceNetwork } from '../../src/analysis/certainty/chance-network.ts'
import { type Distribution, shareWithin } from '../../src/analysis/certainty/distribution.ts'
import { sampleTime } from '../../src/analysis/certainty/sample-time.ts'
import { exactTime } from '../../src/analysis/certainty/series-parallel.ts'
import { type Rational, rational, subtract } from '../../src/base/rational.ts'

const time: fc.Arbitrary<Distribution> = fc
  .record({
    start: fc.integer({ min: 0, max: 4 }),
    weights: fc.array(fc.bigInt({ min: 1n, max: 3n }), { minLength: 1, maxLength: 3 }),
  })
  .map((one) => ({ ...one, total: one.weights.reduce((sum, weight) => sum + weight, 0n) }))

const network: fc.Arbitrary<ChanceNetwork> = fc
  .array(fc.record({ time, waits: fc.array(fc.nat(5), { maxLength: 3 }) }), { minLength: 1, maxLength: 6 })
  .chain((nodes) =>
    fc.record({
      times: fc.constant(nodes.map((node) => node.time)),
      before: fc.constant(nodes.map(({ waits }, id) => [...new Set(waits.filter((other) => other < id))])),
      ends: fc.oneof(
        fc.constant([]),
        fc.nat(nodes.length - 1).map((node) => [node]),
      ),
    }),
  )

/** Each time with its share, by looking at every combination of the times of the nodes. */
function byEnumeration({ times, before, ends }: ChanceNetwork): ReadonlyMap<number, Rational> {
  const shares = new Map<number, bigint>()
  const total = times.reduce((product, one) => product * one.total, 1n)
  function visit(node: number, finish: readonly number[], weight: bigint): void {
    const here = times[node]
    if (here === undefined) {
      const end = ends[0] === undefined ? Math.max(0, ...finish) : (finish[ends[0]] ?? 0)
      shares.set(end, (shares.get(end) ?? 0n) + weight)
      return
    }
    const start = Math.max(0, ...(before[node] ?? []).map((other) => finish[other] ?? 0))
    here.weights.forEach((one, i) => {
      visit(node + 1, [...finish, start + here.start + i], weight * one)
    })
  }
  visit(0, [], 1n)
  return new Map([...shares].map(([end, weight]) => [end, rational(weight, total)]))
}

function shareUntil(shares: ReadonlyMap<number, Rational>, halfDays: number): Rational {
  return [...shares].reduce(
    (sum, [end, share]) =>
      end <= halfDays ? rational(sum.num * share.den + share.num * sum.den, sum.den * share.den) : sum,
    rational(0),
  )
}

test('the exact time has the shares that enumeration finds', () => {
  let exact = 0
  fc.assert(
    fc.property(network, (one) => {
      const found = exactTime(one)
      if (found === undefined) return
      exact++
      const shares = byEnumeration(one)
      for (let halfDays = 0; halfDays <= 60; halfDays++) {
        expect(shareWithin(found, rational(halfDays, 2))).toEqual(shareUntil(shares, halfDays))
      }
    }),
    { numRuns: 2_000 },
  )
  expect(exact).toBeGreaterThan(1_000)
})

test('what is drawn by chance stays within five standard errors of the truth', () => {
  fc.assert(
    fc.property(network, fc.integer(), (one, seed) => {
      const runs = 2_000
      const { distribution } = sampleTime(one, runs, seed)
      const shares = byEnumeration(one)
      for (const halfDays of shares.keys()) {
        const off = subtract(shareWithin(distribution, rational(halfDays, 2)), shareUntil(shares, halfDays))
        expect(Math.abs(Number(off.num) / Number(off.den))).toBeLessThan(5 / (2 * Math.sqrt(runs)))
      }
    }),
    { numRuns: 200 },
  )
})
