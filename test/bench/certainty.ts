/**
 * `npm run bench -- certainty`: how long cases take by chance, worked out exactly against drawn by chance (Monte Carlo) on
 * the same series–parallel flows in one run. Draws give a share to within a standard error; exact shares have none, so the
 * ratio is told for two errors. Medians. `off` is how far the draws really were from the truth, in percentage points.
 */
import type { ChanceNetwork } from '../../src/analysis/certainty/chance-network.ts'
import {
  type Distribution,
  estimated,
  meanTime,
  observed,
  shareWithin,
} from '../../src/analysis/certainty/distribution.ts'
import { sampleTime } from '../../src/analysis/certainty/sample-time.ts'
import { exactTime } from '../../src/analysis/certainty/series-parallel.ts'
import { rational } from '../../src/base/rational.ts'

const SIZES = [6, 12, 30, 60]
/** Cases that are drawn, with the standard error of a share in percentage points. */
const DRAWS = [
  { runs: 10_000, error: '0.5' },
  { runs: 250_000, error: '0.1' },
]
const ROUNDS = 5

export async function run(): Promise<void> {
  sampleTime(flowOf(12), 20_000, 1)
  console.log(
    ['steps', 'exact ms', ...DRAWS.flatMap(({ error }) => [`±${error} ms`, 'times', 'off'])].map(cell).join(''),
  )
  for (const size of SIZES) console.log(measure(size).map(cell).join(''))
}

function measure(size: number): readonly string[] {
  const flow = flowOf(size)
  for (let round = 0; round < 2 * ROUNDS; round++) exactTime(flow)
  const truth = exactTime(flow)
  if (truth === undefined) throw new Error(`${size} steps: not series–parallel`)
  const own = median(() => exactTime(flow))
  const within = meanTime(truth)
  const share = shareOf(truth)
  const drawn = DRAWS.flatMap(({ runs }) => {
    const time = median((round) => sampleTime(flow, runs, round))
    const off = Math.abs(shareOf(sampleTime(flow, runs, 1).distribution) - share) * 100
    return [time.toFixed(1), (time / own).toFixed(0), off.toFixed(3)]
  })
  return [String(size), own.toFixed(2), ...drawn]

  function shareOf(distribution: Distribution): number {
    const { num, den } = shareWithin(distribution, within)
    return Number((num * 1_000_000n) / den) / 1_000_000
  }
}

/** Blocks of three steps one after the other, two of each block side by side, as procedures of several offices are. */
function flowOf(size: number): ChanceNetwork {
  const times = Array.from({ length: size }, (_, node): Distribution => {
    if (node % 2 === 0) return estimated(rational(1), rational(2 + (node % 3)), rational(6 + (node % 5)))
    return observed([1, 1, 2, 2, 3, 5 + (node % 4)].map((days) => rational(days)))
  })
  const before = times.map((_, node) => {
    const [block, place] = [Math.floor(node / 3), node % 3]
    if (place < 2) return block === 0 ? [] : [3 * block - 1]
    return [3 * block, 3 * block + 1]
  })
  return { times, before, ends: [] }
}

function median(work: (round: number) => unknown): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now()
    work(round)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(6) : text.padStart(11)
}
