/**
 * `npm run bench -- measures`: planning matters with 10 to 40 measures (提速, some on two steps, 并联, 告知承诺; some
 * require or exclude each other) to 80, 65 and 50 per cent of their time, over ten matters each; `meeting` is a plan with
 * what each measure is good for. Both that and the price list plan many times, so they are left out above 20.
 */
import { accountForPlan } from '../../src/analysis/measures/plan-account.ts'
import { planFrontier } from '../../src/analysis/measures/plan-frontier.ts'
import { planMatter } from '../../src/analysis/plan/index.ts'
import { type Rational, rational } from '../../src/base/rational.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { Measure } from '../../src/model/measure.ts'
import type { MeasureKind } from '../../src/model/terms.ts'
import { matter, parallel, step, workdays } from '../graph/matters.ts'

const SIZES = [
  [15, 10],
  [30, 20],
  [40, 30],
  [50, 40],
] as const
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export async function run(): Promise<void> {
  planFrontier(randomMatter(10, 8, 99))
  console.log(['', 'proved', 'plan ms', 'worst', 'meeting ms', 'price list ms'].map(cell).join(''))
  for (const [steps, measures] of SIZES) {
    const matters = SEEDS.map((seed) => randomMatter(steps, measures, seed))
    const plans: number[] = []
    const meetings: number[] = []
    const lists: number[] = []
    const isSmall = measures <= 20
    let proved = 0
    for (const each of matters) {
      const { before } = planMatter(each, { kind: 'workdays', workdays: rational(9999) })
      for (const percent of [80, 65, 50]) {
        const target = { kind: 'workdays', workdays: halfDays(before, percent) } as const
        plans.push(
          timed(() => {
            const { status } = planMatter(each, target)
            if (status !== 'best-known' && status !== 'open') proved++
          }),
        )
        if (percent === 65 && isSmall) meetings.push(timed(() => accountForPlan(each, target)))
      }
      if (isSmall) lists.push(timed(() => planFrontier(each)))
    }
    const figures = [median(plans), Math.max(...plans), median(meetings), median(lists)].map((time) =>
      Number.isNaN(time) ? '–' : time.toFixed(0),
    )
    const name = `${measures} measures, ${steps} steps`
    console.log([name, `${proved}/${plans.length}`, ...figures].map(cell).join(''))
  }
}

function randomMatter(steps: number, measures: number, seed: number): Matter {
  const below = random(seed)
  const decision = steps - 2
  const flow = Array.from({ length: steps }, (_, i) =>
    step(`环节${i}`, 1 + below(6), { stages: [i === decision ? 'decision' : 'review'] }),
  )
  const groups = flow.flatMap((_, i) =>
    i % 7 === 3 && i + 2 < steps ? [parallel(`环节${i}`, `环节${i + 1}`, `环节${i + 2}`)] : [],
  )
  const some = (chance: number, before: number) => (below(chance) === 0 && before > 0 ? [`措施${below(before)}`] : [])
  return matter({
    flow: [...flow, ...groups],
    measures: Array.from({ length: measures }, (_, j): Measure => {
      const kind = pick<MeasureKind>(['speedUp', 'speedUp', 'speedUp', 'parallel', 'commitment'], below)
      const first = below(steps - 1)
      const second = kind === 'parallel' ? [first + 1] : kind === 'speedUp' && below(3) === 0 ? [below(steps)] : []
      return {
        name: `措施${j}`,
        kind,
        steps: [...new Set([first, ...second])].map((at) => `环节${at}`),
        materials: [],
        limit: workdays(below(3)),
        cost: { amount: String(1 + below(20)) },
        requires: some(20, j),
        excludes: some(15, j),
        sources: [],
        notes: [],
      }
    }),
  })
}

function pick<T>(list: readonly [T, ...T[]], below: (limit: number) => number): T {
  return list[below(list.length)] ?? list[0]
}

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function random(seed: number): (limit: number) => number {
  let state = seed * 7919
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

function halfDays({ num, den }: Rational, percent: number): Rational {
  return rational((num * 2n * BigInt(percent)) / (den * 100n), 2n)
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(34) : text.padStart(14)
}
