import { describe, expect, test } from 'vitest'
import { type CatalogueOptions, measureCatalogue } from '../../src/analysis/catalogue-report.ts'
import { describeExclusion } from '../../src/analysis/exclusion.ts'
import type { Grouping } from '../../src/analysis/group-reports.ts'
import { reportToJson } from '../../src/analysis/report-json.ts'
import { printPercent } from '../../src/base/print-percent.ts'
import { add, rational } from '../../src/base/rational.ts'
import { CONVERSION_ALTERNATIVES, DEFAULT_CONVERSION, type Duration } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import { foodLicence, matter, step, workdays } from '../graph/matters.ts'

const limits = (limit: Duration | number | undefined) =>
  limit === undefined ? [] : [{ limit: typeof limit === 'number' ? workdays(limit) : limit, sources: [], notes: [] }]

function promise(
  name: string,
  statutory: Duration | number | undefined,
  promised: Duration | number | undefined,
  parts: Partial<Matter> = {},
): Matter {
  return matter({ name, statutoryLimits: limits(statutory), promisedLimits: limits(promised), ...parts })
}

function measure(matters: readonly Matter[], options: CatalogueOptions = { asOf: '2026-11-22' }) {
  return measureCatalogue(
    matters.map((definition) => ({ matter: definition, graph: buildGraph(definition).graph })),
    options,
  )
}

const instant: Duration = { unit: 'instant' }

describe('a catalogue', () => {
  test('海口 2018: 30 matters, 524 → 168 working days are 67.9 % cut (“为法定时限的32%”), 14 of them 即办', () => {
    // The published sums and counts; how they spread over the single matters is not published.
    const { total } = measure([
      ...Array.from({ length: 14 }, (_, index) => promise(`即办件${index}`, 1, instant, { caseType: 'instant' })),
      ...Array.from({ length: 15 }, (_, index) => promise(`承诺件${index}`, 32, 10)),
      promise('承诺件15', 30, 18),
    ])
    expect(total).toMatchObject({
      count: 30,
      included: 30,
      ratioOfSums: { before: rational(524), after: rational(168), ratio: rational(89, 131) },
      instant: { count: 14, of: 30, ratio: rational(7, 15) },
    })
    expect(total.ratioOfSums && printPercent(total.ratioOfSums.ratio)).toBe('67.9')
  })

  test('the ratio of sums and the mean of ratios differ: one 即办 matter of one day weighs little in the first', () => {
    const { total } = measure([promise('大', 99, 99), promise('小', 1, instant)])
    expect(total.ratioOfSums).toEqual({ before: rational(100), after: rational(99), ratio: rational(1, 100) })
    expect(total.meanOfRatios).toEqual(rational(1, 2))
  })

  test('what cannot be compared is excluded with its reason, and counted', () => {
    const { total, matters } = measure([
      promise('甲', undefined, 5),
      promise('乙', { unit: 'unlimited' }, 5),
      promise('丙', 20, undefined),
      promise('丁', 20, 8, { effectiveFrom: '2027-01-01' }),
      promise('戊', 20, 8, { effectiveTo: '2025-01-01' }),
      promise('己', 20, 8),
    ])
    expect(matters).toHaveLength(6)
    expect(total).toMatchObject({ count: 6, included: 1, ratioOfSums: { ratio: rational(3, 5) } })
    expect(
      total.excluded.map(({ report, exclusion }) => `${report.matter.name}：${describeExclusion(exclusion)}`),
    ).toEqual(['甲：没有法定时限', '乙：无法定时限', '丙：没有承诺时限', '丁：尚未施行', '戊：已经失效'])
  })

  test('by 原承诺时限→承诺时限 a promise that never changed is excluded', () => {
    const { total } = measure([foodLicence(), promise('甲', 20, 8)], {
      asOf: '2026-11-22',
      basis: { before: 'formerPromise', after: 'promised' },
    })
    expect(total).toMatchObject({
      included: 1,
      ratioOfSums: { before: rational(12), after: rational(8), ratio: rational(1, 3) },
    })
    expect(total.excluded.map(({ exclusion }) => describeExclusion(exclusion))).toEqual([
      '没有原承诺时限（承诺时限没有调整过）',
    ])
  })

  test('即办率 counts 即办件 and promises of 即办, by the conversion', () => {
    const matters = [promise('甲', 5, instant), promise('乙', 5, 1, { caseType: 'instant' }), promise('丙', 5, 1)]
    expect(measure(matters).total.instant).toMatchObject({ count: 2, of: 3 })
    const conversion = { ...DEFAULT_CONVERSION, ...CONVERSION_ALTERNATIVES.即办计1个工作日 }
    expect(measure(matters, { conversion }).total.instant).toMatchObject({ count: 2, of: 3 })
    expect(measure(matters, { conversion }).total.ratioOfSums).toMatchObject({
      before: rational(15),
      after: rational(3),
    })
  })

  test('零跑动 and 平均跑动次数 look only at matters that say 到现场次数', () => {
    const trips = [0, 0, 1, 3, undefined].map((count, index) =>
      promise(`事项${index}`, 20, 8, count === undefined ? {} : { trips: count }),
    )
    expect(measure(trips).total).toMatchObject({
      zeroTrips: { count: 2, of: 4, ratio: rational(1, 2) },
      meanTrips: rational(1),
    })
  })

  test('an empty catalogue has no figures', () => {
    expect(measure([]).total).toEqual({
      count: 0,
      included: 0,
      excluded: [],
      ratioOfSums: null,
      meanOfRatios: null,
      instant: { count: 0, of: 0, ratio: null },
      zeroTrips: { count: 0, of: 0, ratio: null },
      meanTrips: null,
      streamlining: null,
    })
  })
})

describe('groups', () => {
  const matters = [
    promise('甲', 20, 8, { authority: '公安局', levels: ['city'], type: 'licence', trips: 1 }),
    promise('乙', 10, 8, { levels: ['city', 'county'], type: 'publicService' }),
    promise('丙', 30, instant, { authority: '公安局', levels: ['county'], type: 'licence', trips: 0 }),
    promise('丁', undefined, 5, { authority: '民政局', levels: ['city'] }),
  ]
  const grouped = (by: Grouping) =>
    measure(matters, { by }).grouped?.groups.map(({ name, matters: members, total }) => [
      name,
      members.map(({ matter: { name: member } }) => member).join(''),
      total.included,
      total.ratioOfSums && printPercent(total.ratioOfSums.ratio),
      total.meanOfRatios && printPercent(total.meanOfRatios),
    ])

  test('by department, level and type, each with its own totals; who does not say comes last', () => {
    expect(grouped('部门')).toEqual([
      ['公安局', '甲丙', 2, '84.0', '80.0'],
      ['民政局', '丁', 0, null, null],
      ['未写明', '乙', 1, '20.0', '20.0'],
    ])
    expect(grouped('层级')).toEqual([
      ['市级', '甲丁', 1, '60.0', '60.0'],
      ['市级、县级', '乙', 1, '20.0', '20.0'],
      ['县级', '丙', 1, '100.0', '100.0'],
    ])
    expect(grouped('类型')).toEqual([
      ['行政许可', '甲丙', 2, '84.0', '80.0'],
      ['公共服务', '乙', 1, '20.0', '20.0'],
      ['未写明', '丁', 0, null, null],
    ])
  })

  test('the sums of the groups add up to the sum of all', () => {
    const report = measure(matters, { by: '部门' })
    const groups = report.grouped?.groups ?? []
    const counted = groups.flatMap(({ total }) => (total.ratioOfSums === null ? [] : [total.ratioOfSums]))
    expect(counted.map(({ before }) => before).reduce(add)).toEqual(report.total.ratioOfSums?.before)
    expect(counted.map(({ after }) => after).reduce(add)).toEqual(report.total.ratioOfSums?.after)
    expect(groups.reduce((sum, { total }) => sum + total.included, 0)).toBe(report.total.included)
  })

  test('as JSON, with the places of the matters in the list', () => {
    const json = reportToJson(measure(matters, { by: '部门' }))
    expect(json.groupedBy).toBe('部门')
    expect(json.groups).toMatchObject([
      {
        name: '公安局',
        matters: [0, 2],
        total: { count: 2, ratioOfSums: { before: '50', after: '8', percent: '84.0' } },
      },
      {
        name: '民政局',
        matters: [3],
        total: { count: 1, included: 0, excluded: [{ name: '丁', reason: '没有法定时限' }] },
      },
      { name: '未写明', matters: [1] },
    ])
    expect(reportToJson(measure(matters))).toMatchObject({ groupedBy: null, groups: [] })
  })
})

describe('the JSON of zw report', () => {
  const food = foodLicence({ code: '示例0002', levels: ['city', 'county'], authority: '市场监督管理局', trips: 1 })
  const json = reportToJson(measure([food, promise('甲', undefined, 5, { trips: 0 }), promise('乙', 15, instant)]))

  test('has the stable keys, exact numbers as strings and null for what is not known', () => {
    expect(json).toMatchObject({
      schema: 'zw/report/1',
      asOf: '2026-11-22',
      basis: '法定时限→承诺时限',
      conversion: { 月: '22', 年: '250', 自然日: '5/7', 小时: '1/8', 即办: '0' },
    })
    expect(json.matters[0]).toMatchObject({
      name: '食品经营许可（餐饮服务）新办',
      code: '示例0002',
      file: null,
      type: '行政许可',
      level: '市级、县级',
      authority: '市场监督管理局',
      statutory: { value: '20', unit: '工作日', workdays: '20' },
      promised: { value: '8', unit: '工作日', workdays: '8' },
      criticalPath: {
        workdays: '8',
        steps: ['受理', '现场核查', '决定', '制证送达'],
        situation: '【自制高风险食品】为是',
      },
      serial: { workdays: '11' },
      cut: { before: '20', after: '8', ratio: '3/5', percent: '60.0' },
      target: { percent: '60', met: true, shortfallWorkdays: '0', shortfall: { value: '0', unit: '工作日' } },
      excluded: null,
    })
    expect(json.matters[1]).toMatchObject({
      statutory: null,
      criticalPath: null,
      cut: null,
      target: null,
      excluded: '没有法定时限',
    })
    expect(json.matters[2]).toMatchObject({ promised: { value: null, unit: '即办', workdays: '0' } })
    expect(json.total).toMatchObject({
      count: 3,
      included: 2,
      excluded: [{ name: '甲', reason: '没有法定时限' }],
      ratioOfSums: { before: '35', after: '8', ratio: '27/35', percent: '77.1' },
      meanOfRatios: '80.0',
      instantShare: '33.3',
      zeroTripShare: '50.0',
      meanTrips: '0.5',
    })
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })

  test('limits without a length have no number', () => {
    const [only] = reportToJson(measure([promise('甲', { unit: 'unlimited' }, 5)])).matters
    expect(only?.statutory).toMatchObject({ value: null, unit: '无法定时限', workdays: null })
  })

  test('a percentage is shown as missed where its target is missed, and with more digits on request', () => {
    const near = promise('近', 2500, 1001, { targets: foodLicence().targets })
    const [only] = reportToJson(measure([near])).matters
    expect(only).toMatchObject({
      cut: { ratio: '1499/2500', percent: '59.96' },
      target: { met: false, shortfallWorkdays: '1' },
    })
    expect(reportToJson(measure([promise('餐饮店', 48, 13)]), 2).matters[0]?.cut?.percent).toBe('72.92')
    const basis = { before: 'statutory', after: 'promised' } as const
    const [onPath] = foodLicence().targets.map((target) => ({ ...target, basis }))
    const elsewhere = promise('近', 2500, 1001, {
      targets: onPath === undefined ? [] : [onPath],
      flow: [step('审查', 1001)],
    })
    const report = measure([elsewhere], { asOf: '2026-11-22', basis: { before: 'statutory', after: 'criticalPath' } })
    // A target of another 口径 does not say how this cut is shown.
    expect(reportToJson(report).matters[0]?.cut?.percent).toBe('60.0')
  })

  test('a target that cannot be decided says why', () => {
    const [only] = reportToJson(measure([promise('甲', undefined, 5, { targets: foodLicence().targets })])).matters
    expect(only?.target).toMatchObject({ met: null, shortfall: null, undecided: '没有法定时限' })
  })
})
