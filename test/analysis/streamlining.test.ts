import { describe, expect, test } from 'vitest'
import { measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { describeExclusion } from '../../src/analysis/exclusion.ts'
import { type MeasurableMatter, measureMatter } from '../../src/analysis/matter-report.ts'
import { reportToJson } from '../../src/analysis/report-json.ts'
import { rational } from '../../src/base/rational.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { countsOf } from '../../src/graph/counts.ts'
import type { Matter } from '../../src/model/matter.ts'
import { isTrue, material, matter, step, workdays } from '../graph/matters.ts'

const limit = (days: number) => [{ limit: workdays(days), sources: [], notes: [] }]

/** Before the reform: 5 steps, 12 working days, 6 materials, 3 trips. */
const before = matter({
  statutoryLimits: limit(20),
  promisedLimits: limit(12),
  trips: 3,
  flow: ['受理', '初审', '复审', '决定', '送达'].map((name) => step(name, 2)),
  materials: ['申请书', '营业执照', '身份证', '章程', '平面图', '承诺书'].map((name) => material(name)),
})

/** After it: 3 steps, 8 working days, 3 materials to hand in of 5 listed, 1 trip. */
const after = matter({
  statutoryLimits: limit(20),
  promisedLimits: limit(8),
  trips: 1,
  flow: ['受理', '审查', '决定'].map((name) => step(name, 2)),
  materials: [
    material('申请书'),
    material('营业执照', { necessity: 'waived' }),
    material('身份证'),
    material('户口簿'),
    material('平面图', { when: isTrue('新建') }),
    material('宣传页', { necessity: 'optional' }),
  ],
  materialChoices: [{ atLeast: 1, materials: ['身份证', '户口簿'], sources: [], notes: [] }],
})

function compare(current: Matter, former: Matter | null | undefined, parts: Partial<MeasurableMatter> = {}) {
  const asMeasured = (definition: Matter) => ({ matter: definition, graph: buildGraph(definition).graph })
  return { ...asMeasured(current), former: former ? asMeasured(former) : former, ...parts }
}

describe('精简率 against an earlier version', () => {
  test('time by the promise, materials that have to be handed in, listed steps and trips', () => {
    expect(measureMatter(compare(after, before)).streamlining).toEqual({
      time: { before: rational(12), after: rational(8), ratio: rational(1, 3) },
      materials: { before: rational(6), after: rational(3), ratio: rational(1, 2) },
      steps: { before: rational(5), after: rational(3), ratio: rational(2, 5) },
      trips: { before: rational(3), after: rational(1), ratio: rational(2, 3) },
    })
  })

  test('of 任选 no more count than there are to choose from, and what is 免提交 counts as chosen', () => {
    const choose = (atLeast: number, ...materials: readonly string[]) =>
      matter({
        materials: [material('身份证'), material('户口簿'), material('驾驶证', { necessity: 'waived' })],
        materialChoices: [{ atLeast, materials, sources: [], notes: [] }],
      })
    const count = (definition: Matter) => countsOf(definition).materials
    expect(count(choose(5, '身份证', '户口簿'))).toEqual(rational(2))
    expect(count(choose(2, '身份证', '户口簿', '驾驶证'))).toEqual(rational(1))
    expect(count(choose(1, '身份证', '户口簿', '驾驶证'))).toEqual(rational(0))
  })

  test('what grew has a negative rate, what was nothing has none, what is not known is not compared', () => {
    const { trips: _, ...silent } = after
    const nothing = matter({ trips: 0, flow: [step('受理', 1)], materials: [] })
    expect(measureMatter(compare(before, after)).streamlining?.materials?.ratio).toEqual(rational(-1))
    expect(measureMatter(compare(silent, before)).streamlining?.trips).toBeNull()
    expect(measureMatter(compare(after, nothing)).streamlining).toMatchObject({
      time: null,
      materials: { before: rational(0), ratio: null },
      trips: { before: rational(0), ratio: null },
    })
    expect(measureMatter(compare(after, null)).streamlining).toBeNull()
  })

  test('a promise of the former version is read on its own date', () => {
    const changing = matter({
      promisedLimits: [
        { limit: workdays(15), from: '2020-01-01', sources: [], notes: [] },
        { limit: workdays(9), from: '2024-01-01', sources: [], notes: [] },
      ],
    })
    const graph = buildGraph(changing).graph
    const on = (asOf: string) =>
      measureMatter({ matter: changing, graph, former: { matter: changing, graph, asOf } }, { asOf: '2025-01-01' })
        .streamlining?.time
    expect(on('2023-12-31')).toEqual({ before: rational(15), after: rational(9), ratio: rational(2, 5) })
    expect(on('2024-06-01')?.ratio).toEqual(rational(0))
  })

  test('the sums of a catalogue leave out what cannot be compared, and say how many were', () => {
    const { trips: _, ...silent } = after
    const report = measureCatalogue([compare(after, before), compare(silent, before), compare(after, null)])
    expect(report.total.streamlining).toEqual({
      time: { before: rational(24), after: rational(16), ratio: rational(1, 3), count: 2 },
      materials: { before: rational(12), after: rational(6), ratio: rational(1, 2), count: 2 },
      steps: { before: rational(10), after: rational(6), ratio: rational(2, 5), count: 2 },
      trips: { before: rational(3), after: rational(1), ratio: rational(2, 3), count: 1 },
    })
    expect(reportToJson(report).total.cuts).toEqual({
      时限: { before: '24', after: '16', ratio: '1/3', percent: '33.3', count: 2 },
      材料: { before: '12', after: '6', ratio: '1/2', percent: '50.0', count: 2 },
      环节: { before: '10', after: '6', ratio: '2/5', percent: '40.0', count: 2 },
      跑动: { before: '3', after: '1', ratio: '2/3', percent: '66.7', count: 1 },
    })
    expect(reportToJson(report).matters.map(({ cuts }) => cuts?.跑动)).toEqual([
      { before: '3', after: '1', ratio: '2/3', percent: '66.7' },
      null,
      undefined,
    ])
    expect(measureCatalogue([compare(after, undefined)]).total.streamlining).toBeNull()
  })
})

describe('figures from outside a matter', () => {
  const reasonOf = (
    measurable: MeasurableMatter,
    quantity: 'baseline' | 'actual',
    actual?: ReadonlyMap<string, ReturnType<typeof rational>>,
  ) => {
    const { measured } = measureMatter(measurable, { basis: { before: quantity, after: 'promised' }, actual })
    return measured.kind === 'excluded' ? describeExclusion(measured.exclusion) : measured.compression.ratio
  }

  test('基准时限 is the promise of the version it is compared with', () => {
    const basis = { before: 'baseline', after: 'promised' } as const
    const { measured } = measureMatter(compare(after, before), { basis })
    expect(measured).toMatchObject({
      kind: 'measured',
      compression: {
        before: { workdays: rational(12), limit: workdays(12) },
        after: { workdays: rational(8) },
        ratio: rational(1, 3),
      },
    })
    expect(reasonOf(compare(after, null), 'baseline')).toBe('没有基准时限')
    expect(reasonOf(compare(after, undefined), 'baseline')).toBe('“基准时限”不适用于单个事项')
  })

  test('实际办理时间 is found by the name or the 编码', () => {
    const named = compare({ ...after, name: '开业', code: '示例0001' }, undefined)
    const six = rational(6)
    const measured = (actual: ReadonlyMap<string, typeof six>) =>
      measureMatter(named, { basis: { before: 'promised', after: 'actual' }, actual }).measured
    expect(measured(new Map([['开业', six]]))).toMatchObject({
      compression: { after: { workdays: six }, ratio: rational(1, 4) },
    })
    expect(measured(new Map([['示例0001', six]]))).toMatchObject({ compression: { ratio: rational(1, 4) } })
    expect(reasonOf(named, 'actual', new Map())).toBe('没有实际办理时间')
    expect(reasonOf(named, 'actual')).toBe('“实际办理时间”不适用于单个事项')
  })
})
