import { ZERO } from '../../base/rational.ts'
import type { ChanceNetwork } from './chance-network.ts'
import { certain, type Distribution, oneAfterAnother, theLater } from './distribution.ts'

/**
 * The exact time of a network that is made of series and parallel blocks (串并联), by replacing two arcs by one as long
 * as that is possible. Undefined for any other network, and where the first of several ends counts.
 */
export function exactTime(network: ChanceNetwork): Distribution | undefined {
  const { ends } = network
  if (ends.length > 1) return undefined
  const before = network.before.map((waits) => withoutDetours(waits, network.before))
  const counted = ends[0] === undefined ? undefined : ancestors(ends[0], before)
  const arcs = layArcs(network.times, before, counted, ends)
  for (let merged = true; merged && arcs.length > 1; ) merged = mergeParallel(arcs) || mergeSeries(arcs)
  return arcs.length === 1 ? arcs[0]?.time : undefined
}

interface Arc {
  readonly from: string
  readonly to: string
  readonly time: Distribution
}

const SOURCE = 'source'
const SINK = 'sink'

/** Nodes as arcs from “in” to “out”; nodes that wait for the same ones share the point where these meet. */
function layArcs(
  times: readonly Distribution[],
  before: readonly (readonly number[])[],
  counted: ReadonlySet<number> | undefined,
  ends: readonly number[],
): Arc[] {
  const none = certain(ZERO)
  const arcs: Arc[] = []
  const meeting = new Set<string>()
  const isCounted = (node: number) => counted === undefined || counted.has(node)
  const waitedFor = new Set(before.flatMap((waits, node) => (isCounted(node) ? waits : [])))
  times.forEach((time, node) => {
    if (!isCounted(node)) return
    const waits = before[node] ?? []
    const start = waits.length === 0 ? SOURCE : waits.length === 1 ? `out ${waits[0]}` : `meet ${waits.join()}`
    if (waits.length > 1 && !meeting.has(start)) {
      meeting.add(start)
      for (const other of waits) arcs.push({ from: `out ${other}`, to: start, time: none })
    }
    const last = ends[0] === undefined ? !waitedFor.has(node) : ends[0] === node
    arcs.push({ from: start, to: last ? SINK : `out ${node}`, time })
  })
  return arcs
}

/** Two arcs between the same points become one: the later counts. */
function mergeParallel(arcs: Arc[]): boolean {
  const kept = new Map<string, Arc>()
  for (const arc of arcs) {
    const key = `${arc.from}|${arc.to}`
    const other = kept.get(key)
    kept.set(key, other === undefined ? arc : { ...arc, time: theLater(other.time, arc.time) })
  }
  if (kept.size === arcs.length) return false
  arcs.splice(0, arcs.length, ...kept.values())
  return true
}

/** A point that one arc reaches and one leaves is passed over. */
function mergeSeries(arcs: Arc[]): boolean {
  for (const arc of arcs) {
    if (arc.to === SINK) continue
    const reaching = arcs.filter(({ to }) => to === arc.to)
    const leaving = arcs.filter(({ from }) => from === arc.to)
    const [next] = leaving
    if (reaching.length !== 1 || leaving.length !== 1 || next === undefined) continue
    arcs.splice(arcs.indexOf(next), 1)
    arcs.splice(arcs.indexOf(arc), 1, { from: arc.from, to: next.to, time: oneAfterAnother(arc.time, next.time) })
    return true
  }
  return false
}

/** What a node waits for directly: not what it waits for by way of another one. */
function withoutDetours(waits: readonly number[], before: readonly (readonly number[])[]): readonly number[] {
  if (waits.length < 2) return waits
  const byWay = new Set(waits.flatMap((node) => [...ancestors(node, before)].filter((other) => other !== node)))
  return waits.filter((node) => !byWay.has(node)).sort((a, b) => a - b)
}

/** A node with all that it waits for. */
function ancestors(node: number, before: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set([node])
  for (const one of reached) for (const other of before[one] ?? []) reached.add(other)
  return reached
}
