import { describe, expect, test } from 'vitest'
import { checkPlanProof } from '../../../src/analysis/plan/check-plan-proof.ts'
import { planByHand } from '../../../src/analysis/plan/hand-rule.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import type { NetworkAnswer } from '../../../src/analysis/plan/network-answer.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'
import { compare, ONE, printRational, subtract } from '../../../src/base/rational.ts'
import { smallNetwork } from './small-networks.ts'
import { stadium } from './stadium.ts'

type Found = Extract<NetworkAnswer, { readonly status: 'optimal' | 'best-known' }>
type Impossible = Extract<NetworkAnswer, { readonly status: 'infeasible' }>

function planOf(network: PlanNetwork): Found {
  const answer = planNetwork(network)
  if (answer.status !== 'optimal') throw new Error(answer.status)
  return answer
}

function refusalOf(network: PlanNetwork): Impossible {
  const answer = planNetwork(network)
  if (answer.status !== 'infeasible') throw new Error(answer.status)
  return answer
}

describe('the check of a proof notices', () => {
  const network = stadium(57)
  const plan = planOf(network)
  const { proof } = plan
  const changed: readonly (readonly [string, PlanNetwork, NetworkAnswer, string])[] = [
    ['another cost', network, { ...plan, cost: ONE }, '费用合计不符'],
    ['a mode that costs more', network, { ...plan, modes: new Map(plan.modes).set('2', 3) }, '费用合计不符'],
    ['a mode that is not there', network, { ...plan, modes: new Map(plan.modes).set('2', 9) }, '活动“2”没有选定方式'],
    ['a lower bound above the cost', network, { ...plan, lowerBound: { num: 999n, den: 1n } }, '下界高于费用'],
    ['an optimum without its bound', network, { ...plan, lowerBound: ONE }, '下界与“最优”之说不符'],
    ['an earlier deadline', stadium(56), plan, '超过期限'],
    [
      'an activity without a date',
      network,
      { ...plan, proof: { ...proof, schedule: proof.schedule.slice(1) } },
      '活动“1”没有排期',
    ],
    [
      'an activity that starts too early',
      network,
      {
        ...plan,
        proof: {
          ...proof,
          schedule: proof.schedule.map((own) =>
            own.id === '18' ? { ...own, start: subtract(own.start, ONE), finish: subtract(own.finish, ONE) } : own,
          ),
        },
      },
      '“18”早于“17”完成就开始了',
    ],
    [
      'a chain with a link left out',
      network,
      { ...plan, proof: { ...proof, criticalChain: proof.criticalChain.slice(1) } },
      '关键链的合计不是总时长',
    ],
    [
      'an order given up that cannot be',
      network,
      { ...plan, dropped: [{ before: '1', after: '2' }] },
      '取消了不能取消的先后',
    ],
    [
      'a measure that is not used',
      { ...network, measures: [{ id: 'm', cost: 0 }] },
      { ...plan, measures: ['m'] },
      '列出的措施与用到的措施不一致',
    ],
  ]
  test.each(changed)('%s', (_, given, answer, fault) => {
    expect(checkPlanProof(given, answer)).toContain(fault)
  })

  test('a chain that is not one, or too short, or does not say all', () => {
    const late = stadium(51)
    const refusal = refusalOf(late)
    const [refutation] = refusal.proof.refutations
    if (refutation === undefined) throw new Error('no chain')
    const faultsOf = (other: Partial<typeof refutation>) =>
      checkPlanProof(late, { ...refusal, proof: { ...refusal.proof, refutations: [{ ...refutation, ...other }] } })
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ chain: refutation.chain.slice(1) })).toEqual(['链的合计没有超过期限'])
    expect(faultsOf({ chain: refutation.chain.toReversed() })).toContain('链在“17”处断开')
    expect(faultsOf({ length: undefined })).toEqual(['没有说明为何无路可走'])
    expect(faultsOf({ adopted: ['m'] })).toContain('各条链没有覆盖措施的全部取舍')
    expect(checkPlanProof(stadium(52), refusal)).toEqual(['链的合计没有超过期限'])
    expect(checkPlanProof({ ...late, deadline: -1 }, refusal)).toEqual(['输入有误，答案却不是“输入有误”'])
  })
})

describe('the rule of thumb', () => {
  test('costs what the textbook would have paid', () => {
    expect(
      [60, 56, 51].map((weeks) => planByHand(stadium(weeks))?.cost).map((cost) => cost && printRational(cost)),
    ).toEqual(['63', '213', undefined])
    expect(printRational(planOf(stadium(56)).cost)).toBe('153')
  })

  test('is never cheaper than the optimum, and often dearer', () => {
    let met = 0
    let dearer = 0
    for (let seed = 1; seed <= 600; seed++) {
      const network = smallNetwork((['plain', 'measures', 'orders'] as const)[seed % 3] ?? 'plain', seed)
      const hand = planByHand(network)
      if (hand === undefined) continue
      const best = planOf(network)
      expect(compare(best.cost, hand.cost)).toBeLessThanOrEqual(0)
      met++
      if (compare(best.cost, hand.cost) < 0) dearer++
    }
    expect(met).toBeGreaterThan(250)
    expect(dearer).toBeGreaterThan(20)
  })
})
