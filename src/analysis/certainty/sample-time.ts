import type { ChanceNetwork } from './chance-network.ts'
import type { Distribution } from './distribution.ts'

/** Times that were drawn by chance (抽样), as a distribution of what was seen. */
export interface SampledTime {
  readonly distribution: Distribution
  readonly runs: number
  readonly seed: number
}

/** Draws so many cases (蒙特卡洛). The same seed gives the same answer on every machine. */
export function sampleTime({ times, before, ends }: ChanceNetwork, runs: number, seed: number): SampledTime {
  const draws = times.map(thresholds)
  const random = mulberry(seed)
  const seen = new Map<number, bigint>()
  const finish = new Int32Array(times.length)
  for (let run = 0; run < runs; run++) {
    draws.forEach((draw, node) => {
      let start = 0
      for (const other of before[node] ?? []) start = Math.max(start, finish[other] ?? 0)
      finish[node] = start + drawn(draw, random)
    })
    let time = 0
    if (ends.length === 0) for (const one of finish) time = Math.max(time, one)
    else time = Math.min(...ends.map((node) => finish[node] ?? 0))
    seen.set(time, (seen.get(time) ?? 0n) + 1n)
  }
  const start = Math.min(...seen.keys())
  const weights = Array.from({ length: Math.max(...seen.keys()) - start + 1 }, (_, i) => seen.get(start + i) ?? 0n)
  return { distribution: { start, weights, total: BigInt(runs) }, runs, seed }
}

interface Draw {
  readonly start: number
  /** Below which of 2³² equally likely numbers each time is drawn. */
  readonly below: readonly number[]
}

function thresholds({ start, weights, total }: Distribution): Draw {
  let sum = 0n
  const below = weights.map((weight) => {
    sum += weight
    return Number((sum << 32n) / total)
  })
  return { start, below }
}

function drawn({ start, below }: Draw, random: () => number): number {
  if (below.length === 1) return start
  const number = random()
  let [low, high] = [0, below.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (number < (below[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return start + low
}

/** Numbers below 2³², all equally likely. Source: mulberry32 by T. Ettinger, public domain. */
function mulberry(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
