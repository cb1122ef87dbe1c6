import { add, compare, multiply, type Rational, subtract, ZERO } from '../../base/rational.ts'
import { type BranchProof, type BranchSplit, halvesOf, UNSETTLED } from './branch-proof.ts'
import { chainBound, type WeightedChain } from './chain-bound.ts'
import { type CheckedNetwork, checkNetwork } from './check-network.ts'
import { scaleOf } from './exact-scale.ts'
import type { PlanNetwork } from './network.ts'
import type { NetworkPlan } from './network-answer.ts'
import { orderKey, type RelaxedNetwork, relaxNetwork, type Settled } from './relaxed-network.ts'

/** How long a proof may get (证明的篇幅). */
export interface ProofOptions {
  /** Branches after which the rest stays open. Default: 500. */
  readonly branches?: number
}

/** A proof that no plan is cheaper, or as far as it went. */
export interface PlanCertificate {
  readonly root: BranchProof
  /** False where the branches that were allowed did not suffice: some stay open, each with its bound. */
  readonly complete: boolean
  readonly branches: number
}

/**
 * Proves from the input alone that no plan costs less (最优性证书): one set of weighted chains where that is enough, else the
 * branches that close, each with its own chains. Slower than finding the plan; {@link checkPlanCertificate} adds it up again.
 */
export function certifyPlan(
  network: PlanNetwork,
  { cost }: NetworkPlan,
  { branches = 500 }: ProofOptions = {},
): PlanCertificate | undefined {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return undefined
  const unit = costUnit(checked)
  let looked = 0
  let complete = true
  const root = prove(UNSETTLED)
  return { root, complete, branches: looked }

  function prove(settled: Settled): BranchProof {
    looked++
    if (!('activities' in checked)) return { kind: 'contradiction' }
    const relaxed = relaxNetwork(checked, settled)
    if (relaxed === undefined) return { kind: 'contradiction' }
    const proof = chainBound(relaxed.network)
    if (proof === undefined) return { kind: 'late', chain: longestChainOf(relaxed.network) }
    const bound = add(relaxed.fixed, proof.bound)
    if (leavesNoRoom(bound, cost, unit)) return { kind: 'closed', bound, chains: proof.chains }
    const on = looked < branches ? splitOf(checked, settled, relaxed, proof.chains) : undefined
    if (on === undefined) {
      complete = false
      return { kind: 'open', bound }
    }
    const [first, second] = halvesOf(settled, on, (id) => modesOf(checked, id).length)
    return { kind: 'split', on, halves: [prove(first), prove(second)] }
  }
}

/** Whether a bound leaves no cheaper plan: all costs are multiples of the unit. */
export function leavesNoRoom(bound: Rational, cost: Rational, unit: Rational): boolean {
  return compare(bound, subtract(cost, unit)) > 0
}

/** The greatest unit of which all costs of a network are multiples. */
export function costUnit({ activities, measures, removable }: CheckedNetwork): Rational {
  const costs = [...activities.flatMap(({ modes }) => modes), ...measures, ...removable].map(({ cost }) => cost)
  return scaleOf(costs).unit
}

/** A longest chain of a network whose activities all take their shortest durations. */
function longestChainOf(network: PlanNetwork): readonly string[] {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return []
  const { activities } = checked
  const chains = new Map<number, { readonly length: Rational; readonly ids: readonly string[] }>()
  const chainTo = (at: number): { readonly length: Rational; readonly ids: readonly string[] } => {
    const known = chains.get(at)
    if (known !== undefined) return known
    const { id = '', predecessors = [], modes = [] } = activities[at] ?? {}
    const longest = predecessors
      .map(chainTo)
      .reduce((most, next) => (compare(next.length, most.length) > 0 ? next : most), { length: ZERO, ids: [] })
    const shortest = modes
      .map(({ duration }) => duration)
      .reduce((least, next) => (compare(next, least) < 0 ? next : least))
    const chain = { length: add(longest.length, shortest), ids: [...longest.ids, id] }
    chains.set(at, chain)
    return chain
  }
  return [...activities.keys()]
    .map(chainTo)
    .reduce((most, next) => (compare(next.length, most.length) > 0 ? next : most), { length: ZERO, ids: [] }).ids
}

/** What to settle next: a measure or order that the branch has for nothing, else the modes between which chains waver. */
function splitOf(
  checked: CheckedNetwork,
  settled: Settled,
  { network }: RelaxedNetwork,
  chains: readonly WeightedChain[],
): BranchSplit | undefined {
  const measure = checked.measures.find(({ id }) => !settled.measures.has(id))
  if (measure !== undefined) return { kind: 'measure', id: measure.id }
  for (const { before, after } of checked.removable) {
    const names = [checked.activities[before]?.id ?? '', checked.activities[after]?.id ?? ''] as const
    if (!settled.orders.has(orderKey(...names))) return { kind: 'order', before: names[0], after: names[1] }
  }
  let best: { readonly gain: Rational; readonly on: BranchSplit } | undefined
  for (const { id } of network.activities) {
    const left = settled.modes.get(id)
    const modes = modesOf(checked, id).flatMap((mode, at) => (left?.includes(at) === false ? [] : [{ ...mode, at }]))
    if (modes.length < 2) continue
    const weight = chains.reduce((sum, chain) => (chain.ids.includes(id) ? add(sum, chain.weight) : sum), ZERO)
    const price = (mode: (typeof modes)[number]) => add(mode.cost, multiply(weight, mode.duration))
    const least = modes.map(price).reduce((low, next) => (compare(next, low) < 0 ? next : low))
    const byTime = modes.toSorted((a, b) => compare(a.duration, b.duration))
    const tied = byTime.filter((mode) => compare(price(mode), least) === 0)
    const [fast, slow] = tied.length > 1 ? [tied[0], tied.at(-1)] : [byTime[0], byTime[0]]
    if (fast === undefined || slow === undefined) continue
    const gain = subtract(fast.cost, slow.cost)
    if (best !== undefined && compare(gain, best.gain) <= 0) continue
    const half = byTime.filter(({ duration }) => compare(duration, fast.duration) <= 0).map(({ at }) => at)
    best = { gain, on: { kind: 'modes', id, modes: half.length < modes.length ? half : half.slice(1) } }
  }
  return best?.on
}

function modesOf({ activities }: CheckedNetwork, id: string) {
  return activities.find((activity) => activity.id === id)?.modes ?? []
}
