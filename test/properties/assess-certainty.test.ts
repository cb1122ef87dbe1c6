import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessCertainty } from '../../src/analysis/certainty/assess-certainty.ts'
import { completionTime } from '../../src/analysis/certainty/completion-time.ts'
import { meanTime, shareWithin, timeKeptBy } from '../../src/analysis/certainty/distribution.ts'
import { distributionOf, writtenTimes } from '../../src/analysis/certainty/step-times.ts'
import { compare, printRational, rational, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { criticalPath } from '../../src/graph/paths.ts'
import type { Matter } from '../../src/model/matter.ts'
import type { TimeTaken } from '../../src/model/time-taken.ts'
import { anyMatter, CHEAP_SITUATIONS, toFacts } from '../graph/arbitraries.ts'
import { workdays } from '../graph/matters.ts'

const PROMISE = 12
const SHARE = rational(9, 10)

const promised = { limit: workdays(PROMISE), sources: [], notes: [] }

const timeTaken: fc.Arbitrary<TimeTaken> = fc.oneof(
  fc.record({
    kind: fc.constant('observed'),
    unit: fc.constant('workday'),
    times: fc.array(
      fc.record({ amount: fc.constantFrom('0', '0.5', '1', '2', '4'), cases: fc.integer({ min: 1, max: 5 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(4)).map(
    ([least, more, most]): TimeTaken => ({
      kind: 'estimated',
      unit: 'workday',
      least: String(least),
      likely: String(least + more),
      most: String(least + more + most),
    }),
  ),
)

/** A random flow some of whose steps say how long they take. */
const timedMatter = fc
  .tuple(anyMatter, fc.array(fc.option(timeTaken, { nil: undefined, freq: 2 }), { minLength: 8, maxLength: 8 }))
  .map(
    ([matter, times]): Matter => ({
      ...matter,
      flow: matter.flow.map((item, index) => {
        const taken = times[index]
        return item.kind === 'step' && taken !== undefined ? { ...item, timeTaken: taken } : item
      }),
      promisedLimits: [promised],
    }),
  )

/** What is told of each situation when the cases are run through the flow one by one. */
function situationBySituation(matter: Matter): ReadonlySet<string> {
  const { graph } = buildGraph(matter)
  const times = new Map(
    Array.from(writtenTimes(matter.flow, DEFAULT_CONVERSION), ([name, time]) => [
      name,
      distributionOf(time, rational(1)),
    ]),
  )
  return new Set(
    CHEAP_SITUATIONS.map((plain) => {
      const time = completionTime(graph, { times, cases: [{ facts: toFacts(plain), share: rational(1) }], runs: 1_000 })
      if (time.kind === 'open') throw new Error(time.neededFacts.join())
      return time.kind === 'sampled' ? 'sampled' : told(shareWithin(time.distribution, rational(PROMISE)), time)
    }),
  )
}

function told(
  kept: ReturnType<typeof shareWithin>,
  { distribution }: { distribution: Parameters<typeof meanTime>[0] },
) {
  return [kept, timeKeptBy(distribution, SHARE), meanTime(distribution)].map(printRational).join()
}

test('the kinds of situations are told what each of their cases is told', () => {
  let several = 0
  fc.assert(
    fc.property(timedMatter, (matter) => {
      const { graph } = buildGraph(matter)
      const found = assessCertainty({ matter, graph }, { share: SHARE, runs: 1_000, most: 10_000 })
      if (found === null) return
      expect(found.complete).toBe(true)
      expect(printRational(found.cell)).toBe('0.5')
      const assessed = found.situations.map(({ method, kept, keptBy, mean }) =>
        method.kind === 'sampled' ? 'sampled' : [kept ?? ZERO, keptBy, mean].map(printRational).join(),
      )
      if (assessed.length > 1) several++
      expect(new Set(assessed)).toEqual(situationBySituation(matter))
      const kept = found.situations.map((each) => each.kept ?? ZERO)
      expect(kept).toEqual(kept.toSorted(compare))
    }),
    { numRuns: 300 },
  )
  expect(several).toBeGreaterThan(50)
})

test('where every case uses up its 时限, the certainty is what the report says of the critical path', () => {
  fc.assert(
    fc.property(anyMatter, fc.nat(20), (drawn, days) => {
      const flow = drawn.flow.map((item) => {
        if (item.kind !== 'step') return item
        const limits = item.limits.slice(-1)
        const amount = limits.flatMap(({ limit }) => ('amount' in limit ? [limit.amount] : []))[0] ?? '0'
        return { ...item, limits, timeTaken: { kind: 'observed', unit: 'workday', times: [{ amount }] } as const }
      })
      const matter: Matter = { ...drawn, flow, promisedLimits: [{ ...promised, limit: workdays(days) }] }
      const { graph } = buildGraph(matter)
      const found = assessCertainty({ matter, graph }, { most: 10_000, runs: 1_000 })
      if (found === null) return
      const path = criticalPath(graph, { conversion: DEFAULT_CONVERSION })?.workdays ?? ZERO
      const longest = found.situations
        .map(({ keptBy }) => keptBy)
        .toSorted(compare)
        .at(-1)
      expect(longest).toEqual(path)
      const isKept = compare(path, rational(days)) <= 0
      expect(found.situations[0]?.kept).toEqual(rational(isKept ? 1 : 0))
    }),
    { numRuns: 500 },
  )
})
