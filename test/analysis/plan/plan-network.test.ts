import { describe, expect, test } from 'vitest'
import { checkPlanProof } from '../../../src/analysis/plan/check-plan-proof.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import type { NetworkAnswer } from '../../../src/analysis/plan/network-answer.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'
import { printRational } from '../../../src/base/rational.ts'
import { leastCost } from './brute-force.ts'
import { modesOf, networkOf, randomFrom, reformOf } from './families.ts'
import { type Extras, smallNetwork } from './small-networks.ts'
import { stadium } from './stadium.ts'

/** The cost of the optimal plan; what else the answer is, in a word. */
function costOf(answer: NetworkAnswer): string {
  return answer.status === 'optimal' ? printRational(answer.cost) : answer.status
}

/** Accept, then review and site visit side by side, then decide: the example of the manual. */
const permit: PlanNetwork = {
  activities: [
    { id: '受理', predecessors: [], modes: [{ duration: 1, cost: 0 }] },
    {
      id: '审查',
      predecessors: ['受理'],
      modes: [
        { duration: 5, cost: 0 },
        { duration: '2.5', cost: 8 },
      ],
    },
    {
      id: '现场核查',
      predecessors: ['受理'],
      modes: [
        { duration: 4, cost: 0 },
        { duration: 2, cost: 5 },
      ],
    },
    { id: '决定', predecessors: ['审查', '现场核查'], modes: [{ duration: 2, cost: 0 }] },
  ],
  deadline: 6,
}

describe('the cheapest plan for a deadline', () => {
  test('names the mode of each activity, when it runs, and the critical chain', () => {
    const answer = planNetwork(permit)
    expect(costOf(answer)).toBe('13')
    if (answer.status !== 'optimal') return
    expect([...answer.modes]).toEqual([
      ['受理', 0],
      ['审查', 1],
      ['现场核查', 1],
      ['决定', 0],
    ])
    expect(printRational(answer.duration)).toBe('5.5')
    expect(answer.proof.criticalChain.map(({ id }) => id)).toEqual(['受理', '审查', '决定'])
    const shown = answer.proof.schedule.map(({ start, finish, slack }) =>
      [start, finish, slack].map(printRational).join(' '),
    )
    expect(shown).toEqual(['0 1 0.5', '1 3.5 0.5', '1 3 1', '3.5 5.5 0.5'])
    expect(answer.proof.reason).toEqual({ kind: 'table' })
  })

  test('is a proof of impossibility where even the shortest durations are too long', () => {
    const answer = planNetwork({ ...permit, deadline: 5 })
    expect(answer.status).toBe('infeasible')
    if (answer.status !== 'infeasible') return
    expect(answer.shortest && printRational(answer.shortest)).toBe('5.5')
    const [refutation] = answer.proof.refutations
    expect(refutation?.chain.map(({ id, duration }) => `${id} ${printRational(duration)}`)).toEqual([
      '受理 1',
      '审查 2.5',
      '决定 2',
    ])
    expect(checkPlanProof({ ...permit, deadline: 5 }, answer)).toEqual([])
  })

  test('meets a deadline to the half day, and misses it by a third of one', () => {
    expect(costOf(planNetwork({ ...permit, deadline: '5.5' }))).toBe('13')
    expect(costOf(planNetwork({ ...permit, deadline: '16/3' }))).toBe('infeasible')
    expect(costOf(planNetwork({ ...permit, deadline: { num: 11n, den: 2n } }))).toBe('13')
  })

  test('pays a shared measure once, and what it requires', () => {
    const activity = (id: string, before: string[]) => ({
      id,
      predecessors: before,
      modes: [
        { duration: 5, cost: 0 },
        { duration: 3, cost: 3 },
        { duration: 2, cost: 0, uses: ['电子证照'] },
      ],
    })
    const answer = planNetwork({
      activities: [activity('收件', []), activity('核验', ['收件'])],
      measures: [
        { id: '电子证照', cost: 4, requires: ['数据接口'] },
        { id: '数据接口', cost: 1 },
      ],
      deadline: 6,
    })
    expect(costOf(answer)).toBe('5')
    expect(answer.status === 'optimal' && answer.measures).toEqual(['电子证照', '数据接口'])
  })

  test('gives up one order and keeps all others', () => {
    const step = (id: string, before: string[], duration: number) => ({
      id,
      predecessors: before,
      modes: [{ duration, cost: 0 }],
    })
    const network: PlanNetwork = {
      activities: [
        step('受理', [], 2),
        step('审查', ['受理'], 3),
        step('公示', ['审查'], 4),
        step('决定', ['公示'], 1),
      ],
      removable: [{ before: '审查', after: '公示', cost: 7 }],
      deadline: 7,
    }
    const answer = planNetwork(network)
    expect(costOf(answer)).toBe('7')
    if (answer.status !== 'optimal') return
    expect(answer.dropped).toEqual([{ before: '审查', after: '公示' }])
    const starts = answer.proof.schedule.map(({ id, start }) => `${id} ${printRational(start)}`)
    expect(starts).toEqual(['受理 0', '审查 2', '公示 2', '决定 6'])
    expect(checkPlanProof(network, answer)).toEqual([])
    expect(costOf(planNetwork({ ...network, deadline: 6 }))).toBe('infeasible')
  })

  test('keeps what comes before and after even where an activity gives up two orders', () => {
    const step = (id: string, before: string[], duration: number) => ({
      id,
      predecessors: before,
      modes: [{ duration, cost: 0 }],
    })
    const network: PlanNetwork = {
      activities: [
        step('公示', [], 5),
        step('核验', ['公示'], 1),
        step('复核', ['核验'], 1),
        step('决定', ['复核'], 5),
      ],
      removable: [
        { before: '公示', after: '核验', cost: 1 },
        { before: '公示', after: '复核', cost: 1 },
      ],
      deadline: 10,
    }
    expect(costOf(planNetwork(network))).toBe('2')
    expect(costOf(planNetwork({ ...network, deadline: 11 }))).toBe('1')
    expect(costOf(planNetwork({ ...network, deadline: 9 }))).toBe('infeasible')
  })

  test('refutes each way of settling measures that exclude each other', () => {
    const network: PlanNetwork = {
      activities: ['甲', '乙'].map((id, i) => ({
        id,
        predecessors: i === 0 ? [] : ['甲'],
        modes: [
          { duration: 5, cost: 0 },
          { duration: 1, cost: 0, uses: [`措施${id}`] },
        ],
      })),
      measures: [
        { id: '措施甲', cost: 1, excludes: ['措施乙'] },
        { id: '措施乙', cost: 1 },
      ],
      deadline: 5,
    }
    const answer = planNetwork(network)
    expect(answer.status).toBe('infeasible')
    if (answer.status !== 'infeasible') return
    expect(answer.proof.refutations).toHaveLength(2)
    expect(answer.proof.refutations.every(({ length }) => length !== undefined && printRational(length) === '6')).toBe(
      true,
    )
    expect(checkPlanProof(network, answer)).toEqual([])
    expect(costOf(planNetwork({ ...network, deadline: 6 }))).toBe('1')
  })

  test('has nothing to do in an empty network', () => {
    expect(costOf(planNetwork({ activities: [], deadline: 0 }))).toBe('0')
  })

  test('plans the stadium of the textbook', () => {
    const profit = (weeks: number) => {
      const cost = costOf(planNetwork(stadium(weeks)))
      return cost === 'infeasible' ? cost : (64 - weeks) * 30 - Number(cost)
    }
    expect(profit(64)).toBe(0)
    expect([57, 56, 55, 54].map(profit)).toEqual([87, 87, 87, 87])
    expect(profit(52)).toBe(63)
    expect(profit(51)).toBe('infeasible')
  })
})

describe('equals brute force', () => {
  const families: readonly [Extras, number][] = [
    ['plain', 2000],
    ['measures', 1000],
    ['orders', 1000],
  ]
  test.each(families)('on random networks: %s', (extras, count) => {
    let infeasible = 0
    for (let seed = 1; seed <= count; seed++) {
      const network = smallNetwork(extras, seed)
      const answer = planNetwork(network)
      const least = leastCost(network)
      expect(costOf(answer), `seed ${seed}`).toBe(least === undefined ? 'infeasible' : String(least))
      expect(checkPlanProof(network, answer), `seed ${seed}`).toEqual([])
      if (least === undefined) infeasible++
    }
    expect(infeasible).toBeGreaterThan(count / 10)
    expect(infeasible).toBeLessThan(count / 2)
  })
})

describe('size', () => {
  test('a row of 10,000 activities, shuffled, and as many side by side', () => {
    const row = Array.from({ length: 10_000 }, (_, i) => ({
      id: `a${i}`,
      predecessors: i === 0 ? [] : [`a${i - 1}`],
      modes: [
        { duration: 1, cost: 0 },
        { duration: 0, cost: 1 + (i % 7) },
      ],
    }))
    const shuffled = row.toSorted((a, b) => a.id.localeCompare(b.id))
    // The 9,900 cheapest: 1,429 or 1,428 each of the costs 1 to 7.
    expect(costOf(planNetwork({ activities: shuffled, deadline: 100 }))).toBe(String(1429 * 10 + 1428 * 18 - 7 * 100))
    const beside = row.map((activity) => ({ ...activity, predecessors: [] }))
    expect(costOf(planNetwork({ activities: beside, deadline: 1 }))).toBe('0')
    expect(costOf(planNetwork({ activities: row, deadline: 0, removable: [] }))).not.toBe('infeasible')
  })

  test('200 activities of up to six modes are proved', () => {
    for (const family of ['gov', 'sp', 'near'] as const) {
      const network = networkOf(family, 200, 1)
      const answer = planNetwork(network)
      expect(answer.status).toBe('optimal')
      expect(checkPlanProof(network, answer)).toEqual([])
    }
  })

  test('120 activities with 50 shared measures are proved', () => {
    const network = reformOf(120, 50, 1)
    const answer = planNetwork(network)
    expect(answer.status).toBe('optimal')
    expect(checkPlanProof(network, answer)).toEqual([])
  })

  test('where the limit of work is met, the best plan comes with its bound', () => {
    const network = networkOf('dag', 60, 1)
    const answer = planNetwork(network, { nodes: 3 })
    expect(answer.status).toBe('best-known')
    expect(checkPlanProof(network, answer)).toEqual([])
  })

  test('tables too long to keep are thinned, and the search makes up for it', () => {
    // Every sum of powers of two is a time of its own: 2^20 corners.
    const activities = Array.from({ length: 20 }, (_, i) => ({
      id: `a${i}`,
      predecessors: i === 0 ? [] : [`a${i - 1}`],
      modes: [
        { duration: 2 ** i, cost: 0 },
        { duration: 0, cost: 2 ** i },
      ],
    }))
    for (const deadline of [100_001, 387_972, 777_777]) {
      expect(costOf(planNetwork({ activities, deadline }))).toBe(String(2 ** 20 - 1 - deadline))
    }
  })

  test('durations far apart and costs of many digits stay exact', () => {
    const random = randomFrom(3)
    const activities = Array.from({ length: 6 }, (_, i) => ({
      id: `a${i}`,
      predecessors: i < 2 ? [] : [`a${i - 2}`, `a${i - 1}`],
      modes: modesOf(random, 9, 3).map(({ duration, cost }) => ({
        duration: Number(duration) * 99_999_999_977,
        cost: Number(cost) * 1_000_000_007,
      })),
    }))
    const small = activities.map((activity) => ({
      ...activity,
      modes: activity.modes.map(({ duration, cost }) => ({
        duration: duration / 99_999_999_977,
        cost: cost / 1_000_000_007,
      })),
    }))
    const expected = leastCost({ activities: small, deadline: 20 })
    expect(expected).toBeGreaterThan(0)
    expect(costOf(planNetwork({ activities, deadline: 20 * 99_999_999_977 + 5 }))).toBe(
      String((expected ?? 0) * 1_000_000_007),
    )
  })
})
