import { describe, expect, test } from 'vitest'
import { checkPlanProof } from '../../../src/analysis/plan/check-plan-proof.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'
import { planNetworkWithMilp } from '../../../src/analysis/plan/plan-with-milp.ts'
import { networkOf, reformOf } from './families.ts'
import { smallNetwork } from './small-networks.ts'

/** The own search and the outside solver, each alone, agree on the network. */
async function expectAgreement(network: PlanNetwork): Promise<void> {
  const own = planNetwork(network)
  const other = await planNetworkWithMilp(network, { solver: 'milp' })
  expect(other.status).toBe(own.status)
  if (own.status !== 'optimal' || other.status !== 'optimal') return
  expect(other.proof.reason.kind).toBe('solver')
  expect(own.proof.reason.kind).not.toBe('solver')
  expect(other.cost).toEqual(own.cost)
  expect(checkPlanProof(network, own)).toEqual([])
  expect(checkPlanProof(network, other)).toEqual([])
}

describe('equals an independent solver of mixed integer programmes', () => {
  test.each([
    ['gov', 60],
    ['sp', 60],
    ['near', 50],
  ] as const)('on networks of 20 to 50 activities: %s', async (family, count) => {
    for (let i = 0; i < count; i++) await expectAgreement(networkOf(family, 20 + (i % 31), i, 8))
  })

  test('on networks of 20 to 30 activities: random layers', async () => {
    for (let i = 0; i < 30; i++) await expectAgreement(networkOf('dag', 20 + (i % 11), i))
  })

  test('on reforms with measures that require and exclude each other', async () => {
    for (let i = 0; i < 40; i++) await expectAgreement(reformOf(20 + i, 8 + (i % 12), i))
  })

  test('on small networks with orders that may be given up', async () => {
    for (let seed = 1; seed <= 60; seed++) await expectAgreement(smallNetwork('orders', seed))
  })
})

test('the outside solver takes over where the own search meets its limit', async () => {
  const network = networkOf('dag', 30, 2)
  expect(planNetwork(network, { nodes: 1 }).status).toBe('best-known')
  const answer = await planNetworkWithMilp(network, { solver: 'auto', nodes: 1 })
  expect(answer).toMatchObject({ status: 'optimal', proof: { reason: { kind: 'solver', name: 'HiGHS' } } })
})
