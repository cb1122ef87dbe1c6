import type { ForeignFlow, ForeignGraph, ForeignNode } from './foreign-graph.ts'

/** A picture in order, with what had to be left out of it. */
export interface OrderedGraph extends ForeignGraph {
  /** Flows that lead back to what came before: our flow goes back by 退回, not by a line. */
  readonly back: readonly ForeignFlow[]
  /** What no way from the beginning leads to. */
  readonly unreached: readonly ForeignNode[]
}

/** Puts a picture in an order in which every flow leads on (排序). Neither its size nor its circles can exhaust the stack. */
export function orderGraph(nodes: readonly ForeignNode[], flows: readonly ForeignFlow[]): OrderedGraph {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const valid = flows.filter(({ from, to }) => known.has(from) && known.has(to))
  const leaving = new Map<string, ForeignFlow[]>()
  const entered = new Set<string>()
  // What only a boundary event leads to is no beginning either.
  for (const { to } of flows) entered.add(to)
  for (const flow of valid) {
    const others = leaving.get(flow.from)
    if (others === undefined) leaving.set(flow.from, [flow])
    else others.push(flow)
  }
  const starts = nodes.filter(({ kind, id }) => kind === 'start' || !entered.has(id))
  const begin = starts.length > 0 ? starts : nodes.slice(0, 1)
  const back = new Set<ForeignFlow>()
  const states = new Map<string, 'open' | 'done'>()
  const order: string[] = []
  for (const { id } of begin.toReversed()) visit(id)
  const place = new Map(order.toReversed().map((id, index) => [id, index]))
  return {
    nodes: nodes.filter(({ id }) => place.has(id)).toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    flows: valid.filter((flow) => !back.has(flow) && place.has(flow.from)),
    back: [...back],
    unreached: nodes.filter(({ id }) => !place.has(id)),
  }

  /** Depth first; the last way out is gone first, so that the order is that of the document. */
  function visit(start: string): void {
    if (states.has(start)) return
    states.set(start, 'open')
    const path = [{ id: start, ways: [...(leaving.get(start) ?? [])] }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const flow = top.ways.pop()
      if (flow === undefined) {
        states.set(top.id, 'done')
        order.push(top.id)
        path.pop()
        continue
      }
      const state = states.get(flow.to)
      if (state === 'open') back.add(flow)
      if (state !== undefined) continue
      states.set(flow.to, 'open')
      path.push({ id: flow.to, ways: [...(leaving.get(flow.to) ?? [])] })
    }
  }
}
