import { add, compare, type Rational, ZERO } from '../../base/rational.ts'
import { type BranchProof, halvesOf, UNSETTLED } from './branch-proof.ts'
import { boundOfChains } from './chain-bound.ts'
import { checkNetwork } from './check-network.ts'
import type { PlanNetwork } from './network.ts'
import type { NetworkPlan } from './network-answer.ts'
import { costUnit, leavesNoRoom, type PlanCertificate } from './prove-plan.ts'
import { relaxNetwork, type Settled } from './relaxed-network.ts'

/**
 * Adds up a certificate again (证书的复核): that the halves of each split are all there is comes from how they are written;
 * each branch at the end is added up from the input. What it finds wrong, in words; nothing when no plan costs less.
 */
export function checkPlanCertificate(
  network: PlanNetwork,
  { cost }: NetworkPlan,
  { root }: PlanCertificate,
): readonly string[] {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return ['输入有误']
  const unit = costUnit(checked)
  const countModes = (id: string) => checked.activities.find((activity) => activity.id === id)?.modes.length ?? 0
  const faultsOf = (proof: BranchProof, settled: Settled): readonly string[] => {
    if (proof.kind === 'split') {
      return halvesOf(settled, proof.on, countModes).flatMap((half, at) =>
        faultsOf(proof.halves[at === 0 ? 0 : 1], half),
      )
    }
    if (proof.kind === 'open') return ['有的分支没有证完']
    const relaxed = relaxNetwork(checked, settled)
    if (relaxed === undefined) return []
    if (proof.kind === 'contradiction') return ['有的分支并不矛盾']
    if (proof.kind === 'late') return isLate(relaxed.network, proof.chain) ? [] : ['有的链并不超过期限']
    const bound = boundOfChains(relaxed.network, proof.chains)
    if (bound === undefined || compare(add(relaxed.fixed, bound), proof.bound) !== 0) return ['有的分支下界加不出来']
    return leavesNoRoom(proof.bound, cost, unit) ? [] : ['有的分支下界不够']
  }
  return faultsOf(root, UNSETTLED)
}

/** Whether a chain is one, and its shortest durations take longer than the deadline. */
function isLate(network: PlanNetwork, ids: readonly string[]): boolean {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return false
  let length: Rational = ZERO
  for (const [i, id] of ids.entries()) {
    const activity = checked.activities.find((each) => each.id === id)
    const before = checked.activities.findIndex((each) => each.id === ids[i - 1])
    if (activity === undefined || (i > 0 && !activity.predecessors.includes(before))) return false
    const durations = activity.modes.map(({ duration }) => duration)
    length = add(
      length,
      durations.reduce((least, next) => (compare(next, least) < 0 ? next : least)),
    )
  }
  return compare(length, checked.deadline) > 0
}
