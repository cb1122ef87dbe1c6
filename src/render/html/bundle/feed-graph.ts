import type { BundleAccount } from '../../../analysis/bundle/account-for-bundle.ts'

/** What goes from one component to others (一条流转): a result, or with null only the order. */
export interface FeedNet {
  readonly from: string
  readonly output: string | null
  readonly to: readonly string[]
}

/** The components that take part, in layers: each stands below all that it waits for (分层). */
export interface FeedGraph {
  readonly layers: readonly (readonly string[])[]
  readonly nets: readonly FeedNet[]
}

/** Puts the components of the combination that is told into layers, with what flows between them; loops are left open. */
export function feedGraphOf({ bundle, bundled, chosen }: BundleAccount): FeedGraph {
  const names = bundled.order.filter((name) => chosen?.components.includes(name) === true)
  const placeOf = new Map(names.map((name, place) => [name, place]))
  const isForward = (from: string, to: string) =>
    (placeOf.get(from) ?? Number.POSITIVE_INFINITY) < (placeOf.get(to) ?? -1)
  const nets = new Map<string, { from: string; output: string | null; to: Set<string> }>()
  const fed = new Set<string>()
  const connect = (from: string, output: string | null, to: string) => {
    if (!isForward(from, to)) return
    const key = JSON.stringify([from, output])
    const net = nets.get(key) ?? { from, output, to: new Set() }
    net.to.add(to)
    nets.set(key, net)
    fed.add(JSON.stringify([from, to]))
  }
  for (const { from, output, to } of bundled.feeds) connect(from, output, to)
  for (const { name, after } of bundle.components) {
    for (const earlier of after) if (!fed.has(JSON.stringify([earlier, name]))) connect(earlier, null, name)
  }
  const all = [...nets.values()].map((net) => ({ ...net, to: [...net.to] }))
  const depths = new Map<string, number>()
  for (const name of names) {
    const before = all.filter(({ to }) => to.includes(name)).map(({ from }) => depths.get(from) ?? 0)
    depths.set(name, before.length === 0 ? 0 : Math.max(...before) + 1)
  }
  const layers = Array.from({ length: Math.max(0, ...[...depths.values()].map((depth) => depth + 1)) }, (_, depth) =>
    names.filter((name) => depths.get(name) === depth),
  )
  return { layers, nets: all }
}
