import { describe, expect, test } from 'vitest'
import { boundOfChains, chainBound } from '../../../src/analysis/plan/chain-bound.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'
import { loadHighs } from '../../../src/analysis/plan/plan-with-milp.ts'
import { compare, printRational, rational } from '../../../src/base/rational.ts'
import { networkOf } from './families.ts'
import { smallNetwork } from './small-networks.ts'
import { stadium } from './stadium.ts'

describe('weighted chains', () => {
  test('prove the stadium of the textbook, whose costs are the same for each week, to the optimum', () => {
    for (const weeks of [63, 60, 57, 54, 52]) {
      const optimum = planNetwork(stadium(weeks))
      const proof = chainBound(stadium(weeks))
      expect(proof?.bound).toEqual(optimum.status === 'optimal' ? optimum.cost : undefined)
    }
    expect(chainBound(stadium(57))?.chains).toEqual([
      { weight: rational(26), ids: ['1', '2', '3', '5', '6', '9', '12', '17', '18'] },
    ])
  })

  test('prove what the linear relaxation of the model costs', async () => {
    const highs = await loadHighs()
    const networks = (['gov', 'sp', 'near', 'dag'] as const).flatMap((family) =>
      [1, 2, 3, 4, 5, 6].map((seed) => networkOf(family, 25, seed)),
    )
    for (const network of networks) {
      const { ObjectiveValue } = highs.solve(relaxation(network))
      const { num = 0n, den = 1n } = chainBound(network)?.bound ?? {}
      expect(Number(num) / Number(den)).toBeCloseTo(ObjectiveValue, 5)
    }
  })

  test('never prove more than the optimum costs, whatever the weights', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const network = smallNetwork('plain', seed)
      const optimum = planNetwork(network)
      const proof = chainBound(network)
      expect(proof === undefined).toBe(optimum.status === 'infeasible')
      if (proof === undefined || optimum.status !== 'optimal') continue
      expect(compare(proof.bound, optimum.cost)).toBeLessThanOrEqual(0)
      expect(boundOfChains(network, proof.chains)).toEqual(proof.bound)
      const heavier = proof.chains.map(({ ids }, i) => ({ ids, weight: rational(seed + i, 7) }))
      expect(compare(boundOfChains(network, heavier) ?? rational(10_000), optimum.cost)).toBeLessThanOrEqual(0)
    }
  })

  test('count in the units of the input', () => {
    const halves: PlanNetwork = {
      activities: [
        {
          id: '审查',
          predecessors: [],
          modes: [
            { duration: '2.5', cost: 0 },
            { duration: '1', cost: '7.5' },
          ],
        },
      ],
      deadline: 2,
    }
    const proof = chainBound(halves)
    expect(proof?.chains.map(({ weight }) => printRational(weight))).toEqual(['5'])
    expect(proof && printRational(proof.bound)).toBe('2.5')
  })

  test('are refused where they are no chains of the network', () => {
    const weight = rational(1)
    expect(boundOfChains(stadium(57), [{ weight, ids: ['1', '3'] }])).toBeUndefined()
    expect(boundOfChains(stadium(57), [{ weight, ids: ['二'] }])).toBeUndefined()
    expect(boundOfChains(stadium(57), [{ weight: rational(-1), ids: ['1'] }])).toBeUndefined()
    expect(chainBound({ ...stadium(57), measures: [{ id: 'm', cost: 1 }] })).toBeUndefined()
    expect(chainBound({ ...stadium(57), removable: [{ before: '1', after: '2' }] })).toBeUndefined()
  })
})

/** The model with shares of modes instead of modes, in the LP format. */
function relaxation({ activities, deadline }: PlanNetwork): string {
  const taken = activities.map(({ modes }, a) => modes.map(({ duration }, m) => `- ${duration} x${a}_${m}`).join(' '))
  const position = new Map(activities.map(({ id }, a) => [id, a]))
  const rows = activities.flatMap(({ predecessors, modes }, a) => [
    `${modes.map((_, m) => `+ x${a}_${m}`).join(' ')} = 1`,
    `- s${a} ${taken[a]} >= -${String(deadline)}`,
    ...predecessors.map((id) => {
      const before = position.get(id) ?? 0
      return `s${a} - s${before} ${taken[before]} >= 0`
    }),
  ])
  const costs = activities.flatMap(({ modes }, a) => modes.map(({ cost }, m) => `+ ${cost} x${a}_${m}`))
  return `Minimize\n obj: ${costs.join(' ')}\nSubject To\n${rows.map((row, i) => ` r${i}: ${row}`).join('\n')}\nEnd\n`
}
