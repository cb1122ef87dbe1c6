import { describe, expect, test } from 'vitest'
import { measureMatter, type ReportOptions } from '../../src/analysis/matter-report.ts'
import { verifyTargets } from '../../src/analysis/verify-targets.ts'
import { rational } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import { fact, foodLicence, isTrue, matter, step, workdays } from '../graph/matters.ts'

const measure = (definition: Matter, options: ReportOptions = {}) =>
  measureMatter({ matter: definition, graph: buildGraph(definition).graph, file: 'food.zw' }, options)

describe('the report on 3.2', () => {
  test('on 2026-11-22: 20 by law, 8 promised (12 before), path 8, 11 in series, 60 % cut and the target met', () => {
    const report = measure(foodLicence(), { asOf: '2026-11-22' })
    expect(report).toMatchObject({
      file: 'food.zw',
      inForce: 'inForce',
      statutory: { workdays: rational(20), situation: null },
      promised: { workdays: rational(8) },
      formerPromise: { workdays: rational(12) },
      criticalPath: { workdays: rational(8), exact: true },
      fromAcceptance: { workdays: rational(7) },
      toDecision: { workdays: rational(6) },
      serial: { workdays: rational(11) },
      untimed: [],
      measured: { kind: 'measured', compression: { ratio: rational(3, 5) } },
      targets: [{ kind: 'decided', met: true, shortfall: rational(0) }],
    })
  })

  test('in 2024 the promise was 12: 40 %, and the target lacks four working days', () => {
    const report = measure(foodLicence(), { asOf: '2024-06-03' })
    expect(report.measured).toMatchObject({ compression: { ratio: rational(2, 5) } })
    expect(report.targets).toMatchObject([{ met: false, shortfall: rational(4) }])
    expect(report.formerPromise).toBeNull()
  })

  test('counted from acceptance', () => {
    expect(measure(foodLicence(), { countFrom: 'acceptance' }).criticalPath?.workdays).toEqual(rational(7))
  })

  test('works on a matter and a graph read from JSON', () => {
    const definition = foodLicence()
    const { graph } = buildGraph(definition)
    const read: { matter: Matter; graph: FlowGraph } = JSON.parse(JSON.stringify({ matter: definition, graph }))
    expect(measureMatter(read, { asOf: '2026-11-22' })).toEqual(
      measureMatter({ matter: definition, graph }, { asOf: '2026-11-22' }),
    )
  })
})

describe('limits by situation', () => {
  const definition = matter({
    facts: [fact('报告书')],
    flow: [step('审查', 5)],
    statutoryLimits: [
      { limit: workdays(60), when: isTrue('报告书'), sources: [], notes: [] },
      { limit: workdays(30), sources: [], notes: [] },
    ],
    promisedLimits: [
      { limit: { unit: 'unlimited' }, when: isTrue('报告书'), sources: [], notes: [] },
      { limit: workdays(9), sources: [], notes: [] },
    ],
  })

  test('the longest is shown with its situation; 无法定时限 is longer than any', () => {
    const report = measure(definition)
    expect(report.statutory).toMatchObject({ workdays: rational(60), situation: { parts: [{ fact: '报告书' }] } })
    expect(report.promised).toMatchObject({ workdays: null })
    expect(report.measured).toMatchObject({ compression: { ratio: rational(7, 10) } })
  })
})

test('a matter that is not yet, or no longer, in force says so', () => {
  const definition = matter({ effectiveFrom: '2025-01-01', effectiveTo: '2026-12-31' })
  const onDay = (asOf?: string) => measure(definition, { asOf }).inForce
  expect(['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01', undefined].map(onDay)).toEqual([
    'notYet',
    'inForce',
    'inForce',
    'noLonger',
    'inForce',
  ])
})

test('an empty matter has nulls, not zeros', () => {
  expect(measure(matter())).toMatchObject({
    statutory: null,
    promised: null,
    formerPromise: null,
    criticalPath: null,
    toDecision: null,
    serial: null,
  })
})

describe('verifying targets', () => {
  const at = (start: number) => ({ file: 'a.zw', span: { start, end: start + 1 } })
  const [target] = foodLicence().targets
  if (target === undefined) throw new Error('no target')

  test('says which lines and which chain of steps produced the verdict', () => {
    const definition = matter({
      name: '设立登记',
      flow: [step('受理', 1, { origin: at(10) }), step('审查', 9, { origin: at(20) })],
      statutoryLimits: [{ limit: workdays(20), sources: [], notes: [], origin: at(1) }],
      targets: [{ ...target, basis: { before: 'statutory', after: 'criticalPath' }, origin: at(30) }],
    })
    const { checks, ...counts } = verifyTargets([{ matter: definition, graph: buildGraph(definition).graph }])
    expect(counts).toEqual({ met: 0, missed: 1, undecided: 0 })
    expect(checks).toMatchObject([
      {
        matter: '设立登记',
        verdict: { kind: 'decided', met: false, shortfall: rational(2) },
        chain: ['受理', '审查'],
        because: [at(30), at(1), at(10), at(20)],
      },
    ])
  })

  test('counts what is met, missed and undecided over all matters', () => {
    const promised = (days: number, name: string) =>
      foodLicence({ name, promisedLimits: [{ limit: workdays(days), sources: [], notes: [] }] })
    const matters = [promised(8, '甲'), promised(9, '乙'), foodLicence({ name: '丙', statutoryLimits: [] })]
    const measurables = matters.map((definition) => ({ matter: definition, graph: buildGraph(definition).graph }))
    const options = { asOf: '2026-11-22', conversion: DEFAULT_CONVERSION }
    expect(verifyTargets(measurables, options)).toMatchObject({ met: 1, missed: 1, undecided: 1 })
  })
})
