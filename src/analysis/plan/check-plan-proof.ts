import { add, compare, type Rational, subtract, ZERO } from '../../base/rational.ts'
import { type CheckedNetwork, checkNetwork } from './check-network.ts'
import type { PlanNetwork } from './network.ts'
import type { ChainLink, NetworkAnswer, Refutation } from './network-answer.ts'
import { waitsWithout } from './relaxed-network.ts'

/**
 * Adds up an answer again from the input alone (复核): the plan's costs, dates and chain; of an impossibility each chain,
 * and that the chains cover every choice of measures. What it finds wrong, in words; nothing when the answer holds.
 * That nothing costs less is what `certifyPlan` proves and `checkPlanCertificate` adds up.
 */
export function checkPlanProof(network: PlanNetwork, answer: NetworkAnswer): readonly string[] {
  const checked = checkNetwork(network)
  if (!('activities' in checked)) return answer.status === 'invalid' ? [] : ['输入有误，答案却不是“输入有误”']
  const faults: string[] = []
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  if (answer.status === 'infeasible') {
    for (const refutation of answer.proof.refutations) checkRefutation(checked, refutation, expect)
    expect(coversAll(answer.proof.refutations.map(settledBy)), '各条链没有覆盖措施的全部取舍')
  } else if (answer.status === 'optimal' || answer.status === 'best-known') {
    checkPlan(checked, answer, expect)
  }
  return faults
}

type Expect = (holds: boolean, fault: string) => void

function checkPlan(
  network: CheckedNetwork,
  plan: Extract<NetworkAnswer, { readonly status: 'optimal' | 'best-known' }>,
  expect: Expect,
): void {
  const { activities, measures, removable, deadline } = network
  const used = new Set<number>()
  let cost = ZERO
  const durations = activities.map(({ id, modes }) => {
    const mode = modes[plan.modes.get(id) ?? -1]
    expect(mode !== undefined, `活动“${id}”没有选定方式`)
    for (const use of mode?.uses ?? []) used.add(use)
    cost = add(cost, mode?.cost ?? ZERO)
    return mode?.duration ?? ZERO
  })
  const nameOf = (at: number) => activities[at]?.id ?? ''
  const dropped = new Set(plan.dropped.map(({ before, after }) => `${before}\n${after}`))
  for (const order of removable) {
    if (!dropped.delete(`${nameOf(order.before)}\n${nameOf(order.after)}`)) continue
    for (const use of order.uses) used.add(use)
    cost = add(cost, order.cost)
  }
  expect(dropped.size === 0, '取消了不能取消的先后')
  for (const measure of used) for (const required of measures[measure]?.requires ?? []) used.add(required)
  for (const measure of used) {
    cost = add(cost, measures[measure]?.cost ?? ZERO)
    expect(measures[measure]?.excludes.every((other) => !used.has(other)) !== false, '采取了互相排斥的措施')
  }
  expect(
    measures.every(({ id }, at) => used.has(at) === plan.measures.includes(id)),
    '列出的措施与用到的措施不一致',
  )
  expect(compare(cost, plan.cost) === 0, '费用合计不符')
  expect(compare(plan.lowerBound, plan.cost) <= 0, '下界高于费用')
  expect((compare(plan.lowerBound, plan.cost) === 0) === (plan.status === 'optimal'), '下界与“最优”之说不符')
  expect(compare(plan.duration, deadline) <= 0, '超过期限')

  const dates = new Map(plan.proof.schedule.map((scheduled) => [scheduled.id, scheduled]))
  const waits = waitsWithout(network, (before, after) =>
    plan.dropped.some((pair) => pair.before === nameOf(before) && pair.after === nameOf(after)),
  )
  let last = ZERO
  for (const [at, { id }] of activities.entries()) {
    const own = dates.get(id)
    expect(own !== undefined, `活动“${id}”没有排期`)
    if (own === undefined) return
    expect(compare(subtract(own.finish, own.start), durations[at] ?? ZERO) === 0, `活动“${id}”的时长不符`)
    expect(own.start.num >= 0n && own.slack.num >= 0n, `活动“${id}”的时差为负`)
    if (compare(own.finish, last) > 0) last = own.finish
    for (const before of waits[at] ?? []) {
      const finish = dates.get(nameOf(before))?.finish ?? ZERO
      expect(compare(finish, own.start) <= 0, `“${id}”早于“${nameOf(before)}”完成就开始了`)
    }
  }
  expect(compare(last, plan.duration) === 0, '总时长与排期不符')
  expect(compare(sumOf(plan.proof.criticalChain), plan.duration) === 0, '关键链的合计不是总时长')
}

/** Measures that are settled: true when adopted, false when refused. */
type Settled = ReadonlyMap<string, boolean>

function settledBy({ adopted, refused }: Refutation): Settled {
  return new Map([...adopted.map((id) => [id, true] as const), ...refused.map((id) => [id, false] as const)])
}

function checkRefutation(network: CheckedNetwork, refutation: Refutation, expect: Expect): void {
  const { activities, measures, removable, deadline } = network
  const { chain, length } = refutation
  const at = (id: string) => measures.findIndex((measure) => measure.id === id)
  const adopted = new Set(refutation.adopted.map(at))
  for (const measure of adopted) for (const required of measures[measure]?.requires ?? []) adopted.add(required)
  const excludes = (a: number, b: number) => measures[a]?.excludes.includes(b) || measures[b]?.excludes.includes(a)
  const refused = new Set(refutation.refused.map(at))
  for (const other of measures.keys()) if ([...adopted].some((measure) => excludes(measure, other))) refused.add(other)
  const isOpen = (uses: readonly number[]) => {
    const needed = new Set(uses)
    for (const measure of needed) for (const required of measures[measure]?.requires ?? []) needed.add(required)
    return ![...needed].some((measure) => refused.has(measure) || [...needed].some((other) => excludes(measure, other)))
  }
  const positions = chain.map(({ id }) => activities.findIndex((activity) => activity.id === id))
  const shortest = positions.map((position) =>
    (activities[position]?.modes ?? [])
      .filter(({ uses }) => isOpen(uses))
      .map(({ duration }) => duration)
      .reduce<Rational | undefined>((least, next) => (least && compare(least, next) <= 0 ? least : next), undefined),
  )
  if (length === undefined) {
    const contradicts = [...adopted].some((measure) => refused.has(measure))
    expect(contradicts || (positions.length === 1 && shortest[0] === undefined), '没有说明为何无路可走')
    return
  }
  const stays = waitsWithout(network, (before, after) =>
    removable.some((order) => order.before === before && order.after === after && isOpen(order.uses)),
  )
  for (const [i, link] of chain.entries()) {
    const least = shortest[i]
    expect(least !== undefined && compare(least, link.duration) === 0, `“${link.id}”的最短时长不符`)
    const before = positions[i - 1]
    if (before !== undefined) expect(stays[positions[i] ?? -1]?.includes(before) === true, `链在“${link.id}”处断开`)
  }
  expect(compare(sumOf(chain), length) === 0 && compare(length, deadline) > 0, '链的合计没有超过期限')
}

/** Whether every way of settling the measures agrees with one of the cases. */
function coversAll(cases: readonly Settled[]): boolean {
  if (cases.some((settled) => settled.size === 0)) return true
  const measure = cases[0]?.keys().next().value
  if (measure === undefined) return false
  return [true, false].every((value) =>
    coversAll(
      cases.flatMap((settled) => {
        if (settled.get(measure) === !value) return []
        const rest = new Map(settled)
        rest.delete(measure)
        return [rest]
      }),
    ),
  )
}

function sumOf(chain: readonly ChainLink[]): Rational {
  return chain.reduce((sum, { duration }) => add(sum, duration), ZERO)
}
