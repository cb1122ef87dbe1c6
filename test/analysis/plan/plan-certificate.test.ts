import { describe, expect, test } from 'vitest'
import type { BranchProof } from '../../../src/analysis/plan/branch-proof.ts'
import { checkPlanCertificate } from '../../../src/analysis/plan/check-certificate.ts'
import { checkNetwork } from '../../../src/analysis/plan/check-network.ts'
import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'
import { planNetwork } from '../../../src/analysis/plan/plan-network.ts'
import { certifyPlan, costUnit } from '../../../src/analysis/plan/prove-plan.ts'
import { add, ONE, type Rational, rational } from '../../../src/base/rational.ts'
import { leastCost } from './brute-force.ts'
import { networkOf } from './families.ts'
import { type Extras, smallNetwork } from './small-networks.ts'
import { stadium } from './stadium.ts'

function unitOf(network: PlanNetwork): Rational {
  const checked = checkNetwork(network)
  return 'activities' in checked ? costUnit(checked) : ONE
}

describe('the certificate of a plan', () => {
  test.each<[Extras, number]>([
    ['plain', 1000],
    ['measures', 500],
    ['orders', 500],
  ])('closes every branch of random networks, and only at the optimum: %s', (extras, count) => {
    let split = 0
    for (let seed = 1; seed <= count; seed++) {
      const network = smallNetwork(extras, seed)
      const answer = planNetwork(network)
      if (answer.status !== 'optimal') continue
      const certificate = certifyPlan(network, answer, { branches: 5_000 })
      if (certificate === undefined) throw new Error('no certificate')
      expect(certificate.complete, `seed ${seed}`).toBe(true)
      expect(checkPlanCertificate(network, answer, certificate), `seed ${seed}`).toEqual([])
      if (certificate.root.kind === 'split') split++
      // A branch that holds the optimum cannot close for a plan that is dearer by one step.
      const dearer = { ...answer, cost: add(rational(leastCost(network) ?? 0), unitOf(network)) }
      expect(certifyPlan(network, dearer, { branches: 40 })?.complete, `seed ${seed}`).toBe(false)
      expect(checkPlanCertificate(network, dearer, certificate), `seed ${seed}`).not.toEqual([])
    }
    expect(split).toBeGreaterThan(count / 10)
  })

  test('is one set of weighted chains where these are tight', () => {
    const answer = planNetwork(stadium(57))
    if (answer.status !== 'optimal') throw new Error(answer.status)
    const certificate = certifyPlan(stadium(57), answer)
    expect(certificate?.branches).toBe(1)
    expect(certificate?.root).toMatchObject({ kind: 'closed', bound: answer.cost, chains: [{ weight: rational(26) }] })
  })

  test('says where it was broken off, with the bound of what stays open', () => {
    const network = networkOf('dag', 20, 1)
    const answer = planNetwork(network)
    if (answer.status !== 'optimal') throw new Error(answer.status)
    const certificate = certifyPlan(network, answer, { branches: 3 })
    if (certificate === undefined) throw new Error('no certificate')
    expect(certificate.complete).toBe(false)
    expect(checkPlanCertificate(network, answer, certificate)).toContain('有的分支没有证完')
  })

  test('is refused where a branch is left out, weighed wrongly, or called what it is not', () => {
    const network = stadium(57)
    const answer = planNetwork(network)
    if (answer.status !== 'optimal') throw new Error(answer.status)
    const certificate = certifyPlan(network, answer)
    if (certificate === undefined) throw new Error('no certificate')
    const faultsOf = (root: BranchProof) => checkPlanCertificate(network, answer, { ...certificate, root })
    expect(faultsOf(certificate.root)).toEqual([])
    expect(faultsOf({ kind: 'contradiction' })).toEqual(['有的分支并不矛盾'])
    expect(faultsOf({ kind: 'late', chain: [] })).toEqual(['有的链并不超过期限'])
    expect(faultsOf({ kind: 'closed', bound: answer.cost, chains: [] })).toEqual(['有的分支下界加不出来'])
    expect(checkPlanCertificate(network, { ...answer, cost: add(answer.cost, ONE) }, certificate)).toEqual([
      '有的分支下界不够',
    ])
  })
})
