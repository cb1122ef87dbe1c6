import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frontierOfNetwork } from '../../src/analysis/plan/frontier.ts'
import type { PlanNetwork } from '../../src/analysis/plan/network.ts'
import { planNetwork } from '../../src/analysis/plan/plan-network.ts'
import { compare, printRational, type Rational } from '../../src/base/rational.ts'
import { networkOf, randomFrom, reformOf } from '../analysis/plan/families.ts'
import { smallNetwork } from '../analysis/plan/small-networks.ts'

const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const anyNetwork: fc.Arbitrary<PlanNetwork> = fc.oneof(
  fc.tuple(fc.constantFrom('plain', 'measures', 'orders'), anySeed).map(([extras, seed]) => smallNetwork(extras, seed)),
  fc
    .tuple(fc.constantFrom('gov', 'sp', 'near', 'dag'), fc.integer({ min: 8, max: 18 }), anySeed)
    .map(([family, size, seed]) => networkOf(family, size, seed)),
  fc.tuple(fc.integer({ min: 10, max: 20 }), anySeed).map(([size, seed]) => reformOf(size, 6, seed)),
)

/** The least cost; undefined where no plan meets the deadline. */
function least(network: PlanNetwork): Rational | undefined {
  const answer = planNetwork(network)
  expect(['optimal', 'infeasible']).toContain(answer.status)
  return answer.status === 'optimal' ? answer.cost : undefined
}

function atMost(a: Rational | undefined, b: Rational | undefined): boolean {
  return b === undefined || (a !== undefined && compare(a, b) <= 0)
}

describe('laws of planning', () => {
  test('a later deadline is never dearer', () => {
    fc.assert(
      fc.property(anyNetwork, fc.integer({ min: 1, max: 5 }), (network, more) => {
        const later = { ...network, deadline: Number(network.deadline) + more }
        expect(atMost(least(later), least(network))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('one mode more is never dearer', () => {
    fc.assert(
      fc.property(anyNetwork, fc.nat(), fc.nat(8), fc.nat(20), (network, at, duration, cost) => {
        const activities = network.activities.map((activity, i) =>
          i === at % network.activities.length
            ? { ...activity, modes: [{ duration, cost }, ...activity.modes] }
            : activity,
        )
        expect(atMost(least({ ...network, activities }), least(network))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('neither names nor the order of the input matter', () => {
    fc.assert(
      fc.property(anyNetwork, anySeed, (network, seed) => {
        const random = randomFrom(seed)
        const renamed = (id: string) => `__${id}__`
        const activities = network.activities.map(({ id, predecessors, modes }) => ({
          id: renamed(id),
          predecessors: predecessors.map(renamed).reverse(),
          modes: modes.toReversed(),
        }))
        for (let i = activities.length - 1; i > 0; i--) {
          const [a, b] = [activities[i], activities[random(i + 1)]]
          if (a === undefined || b === undefined) continue
          activities[activities.indexOf(b)] = a
          activities[i] = b
        }
        const removable = network.removable?.map((order) => ({
          ...order,
          before: renamed(order.before),
          after: renamed(order.after),
        }))
        const other = { ...network, activities, ...(removable && { removable }) }
        expect(least(other)).toEqual(least(network))
      }),
      { numRuns: 150 },
    )
  })

  test('days counted in halves, costs in thirds: the same plan', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const half = (value: unknown) => `${Number(value)}/2`
        const third = (value: unknown) => `${Number(value)}/3`
        const scaled: PlanNetwork = {
          activities: network.activities.map((activity) => ({
            ...activity,
            modes: activity.modes.map((mode) => ({ ...mode, duration: half(mode.duration), cost: third(mode.cost) })),
          })),
          deadline: half(network.deadline),
          ...(network.measures && {
            measures: network.measures.map((measure) => ({ ...measure, cost: third(measure.cost) })),
          }),
          ...(network.removable && {
            removable: network.removable.map((order) => ({ ...order, cost: third(order.cost ?? 0) })),
          }),
        }
        const [plain, other] = [planNetwork(network), planNetwork(scaled)]
        expect(other.status).toBe(plain.status)
        if (plain.status !== 'optimal' || other.status !== 'optimal') return
        expect(other.modes).toEqual(plain.modes)
        expect([other.measures, other.dropped]).toEqual([plain.measures, plain.dropped])
        expect(compare({ num: other.cost.num * 3n, den: other.cost.den }, plain.cost)).toBe(0)
        expect(compare({ num: other.duration.num * 2n, den: other.duration.den }, plain.duration)).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('every point of the price list is what planning for its duration costs, and half a day less costs more', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const answer = frontierOfNetwork(network)
        if (answer.status !== 'frontier') throw new Error(answer.status)
        const [cheapest] = answer.points
        expect(least(network)).toEqual(cheapest?.cost)
        for (const [i, { duration, cost, lowerBound }] of answer.points.entries()) {
          expect(least({ ...network, deadline: duration })).toEqual(cost)
          expect(lowerBound).toEqual(cost)
          const shorter = { num: duration.num * 2n - duration.den, den: duration.den * 2n }
          const next = answer.points[i + 1]
          if (shorter.num < 0n) continue
          expect(least({ ...network, deadline: shorter }), printRational(shorter)).toEqual(next?.cost)
        }
      }),
      { numRuns: 60 },
    )
  })
})
