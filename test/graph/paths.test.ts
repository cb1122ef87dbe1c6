import { describe, expect, test } from 'vitest'
import { printRational, rational } from '../../src/base/rational.ts'
import { CONVERSION_ALTERNATIVES, DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { findUntimed } from '../../src/graph/counted-time.ts'
import { NEVER } from '../../src/graph/decision-diagram.ts'
import type { FactValue } from '../../src/graph/fact-value.ts'
import { flowSituations } from '../../src/graph/matter-conditions.ts'
import type { PathResult } from '../../src/graph/path-result.ts'
import { criticalPath, type PathOptions, serialSum } from '../../src/graph/paths.ts'
import { printSituation } from '../../src/graph/situation.ts'
import type { FlowItem } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import {
  all,
  any,
  choice,
  fact,
  foodLicence,
  isTrue,
  matter,
  not,
  parallel,
  procedure,
  step,
  workdays,
} from './matters.ts'

const conversion = DEFAULT_CONVERSION

/** 受理1→决定1=2, with the situation behind it. */
function words(path: PathResult | undefined): string {
  if (path === undefined) return 'none'
  const steps = path.steps.map((each) => `${each.name}${printRational(each.workdays)}`).join('→')
  const situation = path.situation === null ? '' : `（${printSituation(path.situation)}）`
  return `${steps}=${printRational(path.workdays)}${situation}`
}

function measure(flow: readonly FlowItem[], options: Partial<PathOptions> = {}, parts: Partial<Matter> = {}) {
  const facts = ['甲', '乙'].map((name) => fact(name))
  const { graph } = buildGraph(matter({ facts, flow, ...parts }))
  const settings = { conversion, ...options }
  return { path: criticalPath(graph, settings), sum: serialSum(graph, settings), graph }
}

describe('3.2, 食品经营许可新办', () => {
  const { graph } = buildGraph(foodLicence())

  test('the critical path is 1 + max(3, 5) + 1 + 1 = 8, with the expert review apart', () => {
    expect(words(criticalPath(graph, { conversion }))).toBe(
      '受理1→现场核查5→决定1→制证送达1=8（【自制高风险食品】为是）',
    )
  })

  test('the steps one after the other are 1 + 3 + 5 + 1 + 1 = 11: only one of the two endings runs', () => {
    expect(words(serialSum(graph, { conversion }))).toContain('受理1→材料审查3→现场核查5→决定1→制证送达1=11')
  })

  test('from the day after acceptance it is 7 to the end and 6 to the decision', () => {
    expect(words(criticalPath(graph, { conversion, countFrom: 'acceptance' }))).toContain('现场核查5→决定1→制证送达1=7')
    expect(words(criticalPath(graph, { conversion, countFrom: 'acceptance', until: 'decision' }))).toBe(
      '现场核查5→决定1=6（【自制高风险食品】为是）',
    )
  })

  test('without the inspection it is 1 + 3 + 1 + 1 = 6', () => {
    const facts = new Map<string, FactValue>([
      ['经营面积', { kind: 'number', amount: '80' }],
      ['自制高风险食品', { kind: 'boolean', value: false }],
    ])
    expect(criticalPath(graph, { conversion, facts })).toMatchObject({ workdays: rational(6), exact: true })
    expect(serialSum(graph, { conversion, facts })).toMatchObject({ workdays: rational(6), exact: true })
  })
})

describe('what counts', () => {
  test('special procedures and steps that are 不计入, and 送达 with its own clock, have length 0 and are not named', () => {
    const flow = [
      step('受理', 1),
      step('公示', 7, { clock: 'excluded' }),
      step('决定', 2),
      step('送达', 10, { clock: 'ownClock', outputs: ['许可证'] }),
    ]
    const specialProcedures = [procedure('听证', 20, { step: '决定', where: 'before' })]
    expect(words(measure(flow, {}, { specialProcedures }).path)).toBe('受理1→决定2=3')
  })

  test('a special procedure that is 计入 counts', () => {
    const counted = [procedure('公示', 5, { step: '审查', where: 'after' }, { clock: 'counted' })]
    const { path, sum } = measure([step('审查', 9), step('决定', 1)], {}, { specialProcedures: counted })
    expect(words(path)).toBe('审查9→公示5→决定1=15')
    expect(words(sum)).toBe('审查9→公示5→决定1=15')
  })

  test('units are converted by the table: 半天, 自然日, 月, 小时, 即办', () => {
    const flow = [
      step('受理', undefined, { limits: [{ limit: { unit: 'instant' } }] }),
      step('初审', '0.5'),
      step('公告', undefined, { limits: [{ limit: { unit: 'calendarDay', amount: '7' } }] }),
      step('评审', undefined, { limits: [{ limit: { unit: 'month', amount: '1' } }] }),
      step('制证', undefined, { limits: [{ limit: { unit: 'hour', amount: '4' } }] }),
    ]
    expect(words(measure(flow).path)).toBe('受理0→初审0.5→公告5→评审22→制证0.5=28')
    const instantIsOne = { ...conversion, ...CONVERSION_ALTERNATIVES.即办计1个工作日 }
    expect(words(measure(flow, { conversion: instantIsOne }).path)).toBe('受理1→初审0.5→公告5→评审22→制证0.5=29')
  })

  test('steps without a limit count 0 and are named as untimed', () => {
    const { path, graph } = measure([
      step('受理', 1),
      step('审查'),
      step('决定', undefined, { limits: [{ limit: { unit: 'unlimited' } }] }),
    ])
    expect(words(path)).toBe('受理1→审查0→决定0=1')
    expect(findUntimed(graph).map(({ name }) => name)).toEqual(['审查', '决定'])
  })

  test('from acceptance: what comes before it is left out, an 即办 step that does everything is not', () => {
    const flow = [
      step('预审', 2, { stages: ['review'] }),
      step('受理', 1, { stages: ['acceptance'] }),
      step('决定', 3, { stages: ['decision'] }),
    ]
    expect(words(measure(flow, { countFrom: 'acceptance' }).path)).toBe('决定3=3')
    const single = [step('受理并办结', 1, { stages: ['acceptance', 'decision'] })]
    expect(words(measure(single, { countFrom: 'acceptance', until: 'decision' }).path)).toBe('受理并办结1=1')
  })

  test('an empty flow and a flow without decision have no path to measure', () => {
    expect(words(measure([]).path)).toBe('none')
    expect(words(measure([]).sum)).toBe('none')
    expect(words(measure([step('受理', 1)], { until: 'decision' }).path)).toBe('none')
    expect(words(measure([step('受理', 1, { when: isTrue('甲') })], { until: 'decision' }).path)).toBe('none')
  })
})

describe('worst situations', () => {
  test('steps that exclude each other are never added up', () => {
    const { path, sum } = measure([
      step('简易', 9, { when: isTrue('甲') }),
      step('一般', 8, { when: not(isTrue('甲')) }),
      step('决定', 1),
    ])
    expect(words(path)).toBe('简易9→决定1=10（【甲】为是）')
    expect(words(sum)).toBe('简易9→决定1=10（【甲】为是）')
  })

  test('a limit by situation counts with the first line that holds', () => {
    const limits = [
      { limit: workdays(15), when: all(isTrue('甲'), isTrue('乙')) },
      { limit: workdays(3), when: isTrue('甲') },
      { limit: workdays(8) },
    ]
    const { graph, path } = measure([step('审查', undefined, { limits })])
    expect(words(path)).toBe('审查15=15（【甲】为是，【乙】为是）')
    const given = (甲: boolean, 乙: boolean) =>
      words(
        criticalPath(graph, {
          conversion,
          facts: new Map([
            ['甲', { kind: 'boolean', value: 甲 }],
            ['乙', { kind: 'boolean', value: 乙 }],
          ]),
        }),
      )
    expect(given(true, false)).toBe('审查3=3')
    expect(given(false, true)).toBe('审查8=8')
  })

  test('a limit behind one without 当 never counts, however long', () => {
    expect(
      words(measure([step('审查', undefined, { limits: [{ limit: workdays(3) }, { limit: workdays(8) }] })]).path),
    ).toBe('审查3=3')
  })

  test('a worst case that holds in every situation names none', () => {
    expect(
      words(
        measure([step('审查', 5), step('复核', 2, { when: isTrue('甲') }), parallel('审查', '复核'), step('决定', 1)])
          .path,
      ),
    ).toBe('审查5→决定1=6')
  })

  test('what is not counted is no part of the situation either', () => {
    const specialProcedures = [procedure('听证', 20, { step: '审查', where: 'after' }, { when: isTrue('甲') })]
    const flow = [step('审查', 5), step('决定', 1, { when: isTrue('乙') })]
    expect(words(measure(flow, {}, { specialProcedures }).path)).toBe('审查5→决定1=6（【乙】为是）')
  })

  test('a join waits also for a branch that is not taken, because its choice comes late', () => {
    const flow = [
      step('受理', 1),
      step('长审', 6, { after: ['受理'] }),
      choice('分流', [[isTrue('甲'), '评审']], '简办'),
      step('评审', 1),
      step('简办', 0, { outputs: ['备案'] }),
      step('短审', 2, { after: ['受理'] }),
      step('决定', 1, { after: ['评审', '短审'], outputs: ['许可'] }),
    ]
    const { graph } = measure(flow)
    const facts = new Map<string, FactValue>([['甲', { kind: 'boolean', value: false }]])
    expect(words(criticalPath(graph, { conversion, facts }))).toBe('受理1→长审6→决定1=8')
  })

  test('a step with 终止 ends the case, however long its neighbours take', () => {
    const flow = [
      step('受理', 1),
      step('审查', 9),
      step('不予受理', 1, { terminates: true, when: isTrue('甲') }),
      parallel('审查', '不予受理'),
      step('决定', 1, { outputs: ['许可'] }),
    ]
    const { graph, path } = measure(flow)
    expect(words(path)).toBe('受理1→审查9→决定1=11（【甲】为否）')
    const facts = new Map<string, FactValue>([['甲', { kind: 'boolean', value: true }]])
    expect(words(criticalPath(graph, { conversion, facts }))).toBe('受理1→不予受理1=2')
  })

  test('of two endings side by side the first ends the case', () => {
    const flow = [
      step('甲局不予', 2, { terminates: true, when: isTrue('甲') }),
      step('乙局不予', 5, { terminates: true }),
      parallel('甲局不予', '乙局不予'),
    ]
    const { graph, path } = measure(flow)
    expect(words(path)).toBe('乙局不予5=5（【甲】为否）')
    const facts = new Map<string, FactValue>([['甲', { kind: 'boolean', value: true }]])
    expect(words(criticalPath(graph, { conversion, facts }))).toBe('甲局不予2=2')
  })

  test('the situation names as few facts as force the time, over all chains that take so long', () => {
    // By 甲 the time is 9 whatever 乙 is, though along another chain; by 丙 it takes 乙 as well.
    const flow = [
      choice('分流', [[isTrue('甲'), '甲办']], '丙办'),
      choice('甲办', [[isTrue('乙'), '评审']], '核查'),
      step('评审', 9, { outputs: ['许可'] }),
      step('核查', 9, { outputs: ['许可'] }),
      step('丙办', 9, { outputs: ['许可'], when: all(isTrue('乙'), isTrue('丙')) }),
    ]
    expect(words(measure(flow).path)).toBe('评审9=9（【甲】为是）')
  })

  test('only the situations asked for are looked at; with none left there is nothing to measure', () => {
    const { graph } = measure([step('审查', 9, { when: isTrue('甲') }), step('决定', 1)])
    const space = flowSituations(graph)
    const within = space.diagramOf(not(isTrue('甲')))
    expect(words(criticalPath(graph, { conversion, situations: { space: () => space, within } }))).toBe(
      '决定1=1（【甲】为否）',
    )
    const nothing = { conversion, situations: { space: () => space, within: NEVER } }
    expect(words(criticalPath(graph, nothing))).toBe('none')
    expect(words(serialSum(graph, nothing))).toBe('none')
  })

  test('thirty independent conditional steps are exact', () => {
    const names = Array.from({ length: 30 }, (_, index) => `步骤${index}`)
    const flow = names.map((name, index) => step(name, 2 ** (index % 9) + index, { when: isTrue(`需要${name}`) }))
    const facts = names.map((name) => fact(`需要${name}`))
    const expected = names.reduce((sum, _, index) => sum + 2 ** (index % 9) + index, 0)
    const { path, sum } = measure(flow, {}, { facts })
    expect(path).toMatchObject({ workdays: rational(expected), exact: true })
    expect(sum).toMatchObject({ workdays: rational(expected), exact: true })
    expect(path?.situation?.parts).toHaveLength(30)
  })

  test('facts that are asked twice, far apart and in opposite senses, are exact: 2^30 situations', () => {
    const names = Array.from({ length: 30 }, (_, index) => `事实${index}`)
    const early = names.map((name, index) => step(`先${name}`, 2 ** index, { when: isTrue(name) }))
    const late = names.map((name, index) => step(`后${name}`, 2 ** index + 1, { when: not(isTrue(name)) }))
    const { path, sum } = measure([...early, ...late], {}, { facts: names.map((name) => fact(name)) })
    expect(path).toMatchObject({ workdays: rational(2 ** 30 - 1 + 30), exact: true })
    expect(sum).toMatchObject({ workdays: rational(2 ** 30 - 1 + 30), exact: true })
  })

  test('more facts than are kept open at a time, before and behind a join: the situations are split', () => {
    const names = Array.from({ length: 13 }, (_, index) => `事实${index}`)
    const { path } = measure(
      [
        step('受理', 1),
        ...names.map((name, index) =>
          step(`先${name}`, 2 ** index, {
            when: isTrue(name),
            after: [index === 0 ? '受理' : `先${names[index - 1]}`],
          }),
        ),
        step('旁查', 1, { after: ['受理'] }),
        step('决定', 1, { after: [`先${names[12]}`, '旁查'] }),
        ...names.map((name, index) => step(`后${name}`, 2 ** index + 1, { when: not(isTrue(name)) })),
      ],
      {},
      { facts: names.map((name) => fact(name)) },
    )
    // What each fact lengthens before the join it saves behind it: all of them 否, 1 + 1 + (2^13 − 1 + 13), beside 旁查.
    expect(path).toMatchObject({ workdays: rational(1 + 1 + 2 ** 13 - 1 + 13 + 1), exact: true })
  })

  test('two endings side by side behind more than can be tabulated leave a bound, and it says so', () => {
    const names = Array.from({ length: 24 }, (_, index) => `事实${index}`)
    const flow = [
      ...names.map((name, index) => step(`步${name}`, 2 ** index, { when: isTrue(name) })),
      step('甲局不予', 2, { terminates: true }),
      step('乙局不予', 5, { terminates: true }),
      parallel('甲局不予', '乙局不予'),
    ]
    const { path } = measure(flow, {}, { facts: names.map((name) => fact(name)) })
    expect(path).toMatchObject({ workdays: rational(2 ** 24 - 1 + 5), exact: false, situation: null })
  })

  test('where the situations are too tangled the bound is given and called one', () => {
    const names = Array.from({ length: 60 }, (_, index) => `甲${index}`)
    const steps = names.map((name) => step(`步${name}`, 1, { when: isTrue(name) }))
    const pairs = names.flatMap((name, i) =>
      [7, 11, 19].map((factor) => all(isTrue(name), isTrue(`甲${(i * i * factor + i + factor) % 60}`))),
    )
    const { path, sum } = measure([...steps, step('会审', 1, { when: any(...pairs) })], {}, { facts: [] })
    expect(path).toMatchObject({ workdays: rational(61), exact: false })
    expect(sum).toMatchObject({ workdays: rational(61), exact: false })
  })
})
