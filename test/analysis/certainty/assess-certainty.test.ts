import { describe, expect, test } from 'vitest'
import { assessCertainty, type CertaintyReportOptions } from '../../../src/analysis/certainty/assess-certainty.ts'
import { certaintyToJson } from '../../../src/analysis/certainty/certainty-json.ts'
import { printShare } from '../../../src/analysis/certainty/print-share.ts'
import { printRational, rational } from '../../../src/base/rational.ts'
import type { Duration } from '../../../src/calendar/duration.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FlowItem } from '../../../src/model/flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import type { TimeTaken } from '../../../src/model/time-taken.ts'
import { fact, isTrue, matter, parallel, step, workdays } from '../../graph/matters.ts'

const seen = (...amounts: number[]): TimeTaken => ({
  kind: 'observed',
  unit: 'workday',
  times: amounts.map((amount) => ({ amount: String(amount) })),
})

const promise = (limit: Duration) => [{ limit, sources: [], notes: [] }]

function assess(flow: readonly FlowItem[], options: CertaintyReportOptions = {}, parts: Partial<Matter> = {}) {
  const subject = matter({ flow, promisedLimits: promise(workdays(4)), ...parts })
  return assessCertainty({ matter: subject, graph: buildGraph(subject).graph }, options)
}

describe('how surely a promise is kept', () => {
  const flow = [step('受理', 1), step('核查', 2, { timeTaken: seen(2, 2, 4) })]

  test('what a step does not say it takes is its 时限, every time', () => {
    expect(assess(flow)).toMatchObject({
      timed: ['核查'],
      assumed: ['受理'],
      cell: rational(1, 2),
      exactTimes: true,
      complete: true,
      situations: [{ kept: rational(2, 3), keptBy: rational(5), mean: rational(11, 3), method: { kind: 'exact' } }],
      // A day more still fits where it took two; within its 时限 it would never be late.
      sensitivity: [{ step: '核查', loss: rational(0), gain: rational(1, 3) }],
    })
    const tight = assess(flow, {}, { promisedLimits: promise(workdays(3)) })
    expect(tight?.sensitivity).toEqual([{ step: '核查', loss: rational(2, 3), gain: rational(1, 3) }])
  })

  test('the wanted share may be another', () => {
    expect(assess(flow, { share: rational(2, 3) })?.situations[0]?.keptBy).toEqual(rational(3))
  })

  test('nothing is made up where no step that counts says how long it takes', () => {
    expect(assess([step('受理', 1)])).toBeNull()
    expect(assess([step('受理', 1, { clock: 'excluded', timeTaken: seen(3) })])).toBeNull()
    expect(assess(flow, { countFrom: 'acceptance' })).not.toBeNull()
    const [accepting] = [step('受理', 1, { stages: ['acceptance'], timeTaken: seen(3) })]
    expect(assess(accepting === undefined ? [] : [accepting], { countFrom: 'acceptance' })).toBeNull()
  })

  test('what keeping to its 时限 would give is not told of a step without one, or that is always longer', () => {
    const without = step('核查', undefined, { timeTaken: seen(2, 6) })
    const always = step('核查', 1, { timeTaken: seen(2, 6) })
    for (const each of [without, always]) {
      expect(assess([each])?.sensitivity).toEqual([{ step: '核查', loss: rational(0), gain: null }])
    }
  })

  test('without a promise of a certain length it only says what would be kept', () => {
    for (const promisedLimits of [[], promise({ unit: 'unlimited' })]) {
      const found = assess(flow, {}, { promisedLimits })
      expect(found).toMatchObject({ situations: [{ kept: null, keptBy: rational(5) }], sensitivity: [] })
    }
  })

  test('what cases took there replaces what is written', () => {
    const cases = new Map([['核查', [rational(1), rational(9, 2)]]])
    for (const name of ['示例事项', '000123']) {
      const found = assess(flow, { seen: new Map([[name, cases]]) }, { code: '000123' })
      expect(found?.situations[0]).toMatchObject({ kept: rational(1, 2), keptBy: rational(11, 2) })
    }
    expect(assess([step('核查', 2)], { seen: new Map([['示例事项', cases]]) })?.timed).toEqual(['核查'])
  })
})

describe('the kinds of situations', () => {
  const flow = [
    step('受理', 1),
    step('核查', 2, { when: isTrue('需要核查'), timeTaken: seen(2, 6) }),
    step('审查', 2, { timeTaken: seen(1, 1, 1, 3) }),
  ]

  test('stand with the least certain first, and it is for that one that the steps are told', () => {
    const found = assess(flow, {}, { facts: [fact('需要核查')] })
    expect(found?.situations.map(({ situations, kept }) => [situations.alternatives, kept])).toEqual([
      [[['【需要核查】为是']], rational(3, 8)],
      [[['【需要核查】为否']], rational(1)],
    ])
    expect(found?.sensitivity).toEqual([
      { step: '核查', loss: rational(3, 8), gain: rational(3, 8) },
      { step: '审查', loss: rational(3, 8), gain: rational(0) },
    ])
  })

  test('are fewer than there are where only so many are asked for, the slowest among them', () => {
    const names = ['甲', '乙', '丙', '丁']
    const facts = names.map((name) => fact(name))
    const steps = names.map((name) => step(`${name}审`, 1, { when: isTrue(name), timeTaken: seen(1, 2) }))
    const found = assess(steps, { most: 3 }, { facts })
    expect(found?.complete).toBe(false)
    expect(found?.situations).toHaveLength(3)
    expect(found?.situations[0]?.situations.alternatives).toEqual([names.map((name) => `【${name}】为是`)])
    expect(assess(steps, { most: 16 }, { facts })?.complete).toBe(true)
  })

  test('are not told apart by the 时限 of a step that says how long it really takes', () => {
    const limits = [{ limit: workdays(1), when: isTrue('加急') }, { limit: workdays(3) }]
    const facts = [fact('加急')]
    const own = step('审查', 1, { limits, timeTaken: seen(1, 2) })
    expect(assess([own], {}, { facts })?.situations.map(({ keptBy }) => keptBy)).toEqual([rational(2)])
    const other = [step('核查', 1, { timeTaken: seen(1, 2) }), step('审查', 1, { limits })]
    expect(assess(other, {}, { facts })?.situations.map(({ keptBy }) => keptBy)).toEqual([rational(5), rational(3)])
  })

  test('are told apart by what is promised in them', () => {
    const promisedLimits = [
      { limit: workdays(3), when: isTrue('加急'), sources: [], notes: [] },
      ...promise(workdays(8)),
    ]
    const found = assess(flow.slice(2), {}, { facts: [fact('加急')], promisedLimits })
    expect(found?.situations.map(({ promised, keptBy }) => [promised?.workdays, keptBy])).toEqual([
      [rational(3), rational(3)],
      [rational(8), rational(3)],
    ])
  })
})

describe('the grid of times', () => {
  test('is fine enough for minutes, so that short steps are not counted as half days', () => {
    const minutes = (amount: string): TimeTaken => ({ kind: 'observed', unit: 'minute', times: [{ amount }] })
    const short = ['取号', '受理', '发证'].map((name) => step(name, 1, { timeTaken: minutes('20') }))
    const found = assess(short, {}, { promisedLimits: promise({ unit: 'hour', amount: '1' }) })
    expect(found).toMatchObject({ cell: rational(1, 24), exactTimes: true })
    expect(found?.situations[0]).toMatchObject({ kept: rational(1), keptBy: rational(1, 8) })
  })

  test('is coarser where it would be too fine, and says so', () => {
    const found = assess([
      step('甲', 1, { timeTaken: { kind: 'observed', unit: 'minute', times: [{ amount: '7' }] } }),
      step('乙', 1, { timeTaken: seen(300) }),
    ])
    expect(found).toMatchObject({ cell: rational(1, 2), exactTimes: false })
    expect(found?.situations[0]?.keptBy).toEqual(rational(601, 2))
  })

  test('holds any time whatever', () => {
    const taken: TimeTaken = { kind: 'estimated', unit: 'year', least: '0', likely: '1', most: '123456789012345678' }
    const found = assess([step('甲', 1, { timeTaken: taken }), step('乙', 1, { timeTaken: seen(1) })])
    expect(found?.exactTimes).toBe(false)
    expect(found?.situations[0]?.kept).toEqual(rational(0))
    // What does not count is not even looked at.
    const beside = step('丙', 1, { clock: 'excluded', timeTaken: taken })
    expect(assess([beside, step('乙', 1, { timeTaken: seen(1) })])).toMatchObject({
      timed: ['乙'],
      cell: rational(1, 2),
    })
  })
})

test('a flow that is not series–parallel is drawn by chance, with its seed and its error', () => {
  const timed = (name: string, after: readonly string[]) =>
    step(name, 1, { timeTaken: seen(1, 2), ...(after.length > 0 && { after: [...after] }) })
  const flow = [
    timed('甲', []),
    timed('乙', []),
    parallel('甲', '乙'),
    timed('丙', ['甲']),
    timed('丁', ['甲', '乙']),
    timed('戊', ['丙', '丁']),
  ]
  const found = assess(flow, { runs: 40_000, seed: 7 })
  expect(found?.situations[0]?.method).toEqual({
    kind: 'sampled',
    runs: 40_000,
    seed: 7,
    standardError: rational(2_500, 1_000_000),
  })
  // Within five standard errors of what trying all combinations finds.
  const kept = found?.situations[0]?.kept
  expect(Math.abs(Number(kept?.num) / Number(kept?.den) - shareByHand())).toBeLessThan(0.0125)

  function shareByHand(): number {
    let within = 0
    for (let drawn = 0; drawn < 32; drawn++) {
      const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((bit) => 1 + ((drawn >> bit) & 1))
      if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined) continue
      if (Math.max(a + c, Math.max(a, b) + d) + e <= 4) within++
    }
    return within / 32
  }
})

test.each([
  [rational(9_496, 10_000), '94.96'],
  [rational(95, 100), '95.0'],
  [rational(95_004, 100_000), '95.004'],
  [rational(99_999, 100_000), '99.999'],
  [rational(1, 100_000), '0.001'],
  [rational(0), '0.0'],
  [rational(1), '100.0'],
])('a share is shown on its true side of what was wanted, never as none or all (%#)', (share, shown) => {
  expect(printShare(share, 1, rational(95, 100))).toBe(shown)
})

test('as JSON every number is exact', () => {
  const cases = new Map([
    [
      '核查',
      [
        ...Array<null>(19)
          .fill(null)
          .map(() => rational(1)),
        rational(9),
      ],
    ],
  ])
  const observed = assess([step('核查', 2)], { seen: new Map([['示例事项', cases]]), share: rational(9_501, 10_000) })
  if (observed === null) throw new Error('nothing was assessed')
  expect(certaintyToJson(observed)).toMatchObject({
    name: '示例事项',
    share: '9501/10000',
    cell: '0.5',
    situations: [
      {
        situation: '任何情形',
        promised: { value: '4', unit: '工作日', workdays: '4' },
        kept: { share: '19/20', percent: '95.0' },
        keptBy: { workdays: '9' },
        mean: { workdays: '1.4' },
        method: { kind: 'exact' },
      },
    ],
    sensitivity: [{ step: '核查', loss: { share: '0', percent: '0.0' }, gain: { share: '1/20', percent: '5.0' } }],
  })
  expect(printRational(observed.share)).toBe('0.9501')
})
