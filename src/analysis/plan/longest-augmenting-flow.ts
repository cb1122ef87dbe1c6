/** One way from an event to a later one: each unit of flow on it gains `gain`, up to `room`. */
export interface FlowArc {
  readonly from: number
  readonly to: number
  readonly gain: number
  readonly room: number
}

/** Visits of arcs after which a flow is answered as it stands: any flow will do, the best is only better. */
const MOST_VISITS = 30_000_000

/**
 * Sends flow from event 0 to event 1 while a unit gains more than `price`, always where it gains most (增广链). Answers the flow
 * of each arc; undefined where unlimited flow gains more, so that there is no best.
 * Literature: Fulkerson 1961; Kelley 1961; Phillips, Dessouky 1977.
 */
export function bestFlow(events: number, arcs: readonly FlowArc[], price: number): Float64Array | undefined {
  const flow = new Float64Array(arcs.length)
  const touching: number[][] = Array.from({ length: events }, () => [])
  for (const [at, { from, to }] of arcs.entries()) {
    touching[from]?.push(at)
    touching[to]?.push(at)
  }
  const gains = new Float64Array(events)
  const cameBy = new Int32Array(events)
  let visits = 0
  while (visits < MOST_VISITS) {
    gains.fill(Number.NEGATIVE_INFINITY)
    gains[0] = 0
    cameBy.fill(-1)
    const waiting = [0]
    const isWaiting = new Uint8Array(events)
    for (const event of waiting) {
      isWaiting[event] = 0
      for (const at of touching[event] ?? []) {
        visits++
        const arc = arcs[at]
        if (arc === undefined) continue
        const forward = arc.from === event
        const [next, gain] = forward ? [arc.to, arc.gain] : [arc.from, -arc.gain]
        if (forward ? (flow[at] ?? 0) >= arc.room : flow[at] === 0) continue
        if ((gains[event] ?? 0) + gain <= (gains[next] ?? 0)) continue
        gains[next] = (gains[event] ?? 0) + gain
        cameBy[next] = at
        if (isWaiting[next] === 0) waiting.push(next)
        isWaiting[next] = 1
      }
    }
    if ((gains[1] ?? 0) <= price) return flow
    let room = Number.POSITIVE_INFINITY
    const back = (visit: (at: number, forward: boolean) => void) => {
      for (let event = 1; event !== 0; ) {
        const at = cameBy[event] ?? -1
        const arc = arcs[at]
        if (arc === undefined) return
        const forward = arc.to === event
        visit(at, forward)
        event = forward ? arc.from : arc.to
      }
    }
    back((at, forward) => {
      room = Math.min(room, forward ? (arcs[at]?.room ?? 0) - (flow[at] ?? 0) : (flow[at] ?? 0))
    })
    if (room === Number.POSITIVE_INFINITY) return undefined
    back((at, forward) => {
      flow[at] = (flow[at] ?? 0) + (forward ? room : -room)
    })
  }
  return flow
}
