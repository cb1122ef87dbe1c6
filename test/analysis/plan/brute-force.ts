import type { PlanNetwork } from '../../../src/analysis/plan/network.ts'

/**
 * The least cost by trying every mode of every activity and every set of orders given up; undefined when none meets the
 * deadline. Whole numbers only. Activities come with their predecessors first.
 */
export function leastCost({ activities, measures = [], removable = [], deadline }: PlanNetwork): number | undefined {
  const position = new Map(activities.map(({ id }, i) => [id, i]))
  const before: ReadonlySet<number>[] = []
  for (const { predecessors } of activities) {
    const all = new Set(predecessors.map((id) => position.get(id) ?? -1))
    for (const earlier of all) for (const still of before[earlier] ?? []) all.add(still)
    before.push(all)
  }
  const withRequired = (uses: readonly string[] | undefined) => {
    const all = new Set(uses)
    for (const use of all) for (const id of measures.find((measure) => measure.id === use)?.requires ?? []) all.add(id)
    return all
  }
  let least: number | undefined
  const taken: { duration: number; cost: number; uses: ReadonlySet<string> }[] = []
  const measure = () => {
    for (let set = 0; set < 1 << removable.length; set++) {
      const given = removable.filter((_, i) => ((set >> i) & 1) === 1)
      const used = new Set([
        ...taken.flatMap(({ uses }) => [...uses]),
        ...given.flatMap(({ uses }) => [...withRequired(uses)]),
      ])
      if (measures.some(({ id, excludes = [] }) => used.has(id) && excludes.some((other) => used.has(other)))) continue
      let cost = taken.reduce((sum, mode) => sum + mode.cost, 0)
      for (const order of given) cost += Number(order.cost ?? 0)
      for (const { id, cost: price } of measures) if (used.has(id)) cost += Number(price)
      if (least !== undefined && cost >= least) continue
      const dropped = new Set(given.map((order) => `${order.before} ${order.after}`))
      const finish: number[] = []
      for (const [i, { duration }] of taken.entries()) {
        const waits = [...(before[i] ?? [])].filter((p) => !dropped.has(`${activities[p]?.id} ${activities[i]?.id}`))
        finish.push(Math.max(0, ...waits.map((p) => finish[p] ?? 0)) + duration)
      }
      if (finish.every((time) => time <= Number(deadline))) least = cost
    }
  }
  const choose = (at: number) => {
    if (at === activities.length) measure()
    for (const { duration, cost, uses } of activities[at]?.modes ?? []) {
      taken[at] = { duration: Number(duration), cost: Number(cost), uses: withRequired(uses) }
      choose(at + 1)
    }
  }
  choose(0)
  return least
}
