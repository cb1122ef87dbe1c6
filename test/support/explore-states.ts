/** What was found by walking everywhere (状态空间). */
export interface StateSpace<S> {
  readonly states: number
  readonly moves: number
  /** States from which no way leads to an end. */
  readonly stuck: readonly S[]
}

/** A system whose states can be told apart by a key and followed by moves. */
export interface Explored<S> {
  readonly keyOf: (state: S) => string
  readonly movesOf: (state: S) => readonly S[]
  readonly isEnd: (state: S) => boolean
}

/** Walks through every state that can be reached, then back from the ends: what is not met on the way back is stuck. */
export function exploreStates<S>(start: S, { keyOf, movesOf, isEnd }: Explored<S>): StateSpace<S> {
  const places = new Map([[keyOf(start), 0]])
  const states = [start]
  const before: number[][] = [[]]
  let moves = 0
  for (let place = 0; place < states.length; place++) {
    const state = states[place]
    if (state === undefined || isEnd(state)) continue
    for (const next of movesOf(state)) {
      moves++
      const key = keyOf(next)
      const known = places.get(key)
      if (known !== undefined) before[known]?.push(place)
      else {
        places.set(key, states.length)
        states.push(next)
        before.push([place])
      }
    }
  }
  const ending = states.flatMap((state, place) => (isEnd(state) ? [place] : []))
  const canEnd = new Set(ending)
  for (let place = ending.pop(); place !== undefined; place = ending.pop()) {
    for (const earlier of before[place] ?? []) {
      if (canEnd.has(earlier)) continue
      canEnd.add(earlier)
      ending.push(earlier)
    }
  }
  return { states: states.length, moves, stuck: states.filter((_, place) => !canEnd.has(place)) }
}
