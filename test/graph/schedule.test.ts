import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, printRational, type Rational, subtract } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { criticalPath } from '../../src/graph/paths.ts'
import { type Schedule, scheduleWorstCase } from '../../src/graph/schedule.ts'
import type { Matter } from '../../src/model/matter.ts'
import { anyMatter } from './arbitraries.ts'
import { choice, fact, foodLicence, isTrue, matter, parallel, step } from './matters.ts'

const conversion = DEFAULT_CONVERSION

function scheduleOf(parts: Partial<Matter>): Schedule | undefined {
  const { graph } = buildGraph(matter({ facts: [fact('甲')], ...parts }))
  return scheduleWorstCase(graph, { conversion })
}

/** 审查 1–4*, the critical ones with a star. */
function words(schedule: Schedule | undefined): readonly string[] {
  return (schedule?.steps ?? []).map(({ name, start, end, critical, counted }) => {
    const span = counted ? `${printRational(start)}–${printRational(end)}` : '不计'
    return `${name} ${span}${critical ? '*' : ''}`
  })
}

describe('the steps of the worst situation', () => {
  test('each begin as soon as what they wait for is done', () => {
    const flow = [step('受理', 1), step('审查', 3), step('核查', 5), parallel('审查', '核查'), step('决定', '0.5')]
    expect(words(scheduleOf({ flow }))).toEqual(['受理 0–1*', '审查 1–4', '核查 1–6*', '决定 6–6.5*'])
  })

  test('leave out what does not run there, and a choice is no step', () => {
    const flow = [
      step('受理', 1),
      choice('去向', [[isTrue('甲'), '审查']], '直接决定'),
      step('审查', 3, { after: ['去向'] }),
      step('直接决定', 1, { after: ['去向'] }),
    ]
    const schedule = scheduleOf({ flow })
    expect(words(schedule)).toEqual(['受理 0–1*', '审查 1–4*'])
    expect(schedule?.path.situation?.parts.map(({ fact: name }) => name)).toEqual(['甲'])
  })

  test('name what takes no time on the main clock with its own limit', () => {
    const flow = [step('受理', 1), step('送达', 6, { clock: 'ownClock' })]
    const schedule = scheduleOf({ flow })
    expect(words(schedule)).toEqual(['受理 0–1*', '送达 不计'])
    expect(schedule?.steps[1]?.limit).toEqual({ unit: 'workday', amount: '6' })
  })

  test('give the limit that holds in that situation', () => {
    const limits = [
      { limit: { unit: 'workday', amount: '2' } as const, when: isTrue('甲') },
      { limit: { unit: 'workday', amount: '7' } as const },
    ]
    const schedule = scheduleOf({ flow: [step('审查', undefined, { limits })] })
    expect(words(schedule)).toEqual(['审查 0–7*'])
    expect(schedule?.steps[0]?.limit).toEqual({ unit: 'workday', amount: '7' })
  })

  test('are none where there is no flow', () => {
    expect(scheduleOf({ flow: [] })).toBeUndefined()
  })
})

test('the schedule shows the critical path of the same options, step after step without a gap', () => {
  let drawn = 0
  fc.assert(
    fc.property(anyMatter, fc.constantFrom('application', 'acceptance'), (any, countFrom) => {
      const { graph } = buildGraph(any)
      const schedule = scheduleWorstCase(graph, { conversion, countFrom })
      const path = criticalPath(graph, { conversion, countFrom })
      expect(schedule?.path).toEqual(path)
      if (schedule === undefined || path?.exact !== true) return
      drawn++
      let end: Rational = { num: 0n, den: 1n }
      for (const { start, end: done } of schedule.steps.filter(({ critical }) => critical)) {
        expect(start).toEqual(end)
        end = done
      }
      expect(end).toEqual(path.workdays)
      for (const { node, start, end: done } of schedule.steps) {
        expect(compare(subtract(done, start), { num: 0n, den: 1n })).toBeGreaterThanOrEqual(0)
        expect(graph.nodes[node]?.kind).not.toBe('choice')
      }
    }),
    { numRuns: 500 },
  )
  expect(drawn).toBeGreaterThan(100)
})

test('in the example of the licence for food the inspection decides, and the review of experts has no time of its own', () => {
  const schedule = scheduleWorstCase(buildGraph(foodLicence()).graph, { conversion })
  expect(words(schedule)).toEqual([
    '受理 0–1*',
    '材料审查 1–4',
    '专家评审 不计',
    '现场核查 1–6*',
    '决定 6–7*',
    '制证送达 7–8*',
  ])
})
