import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateGantt, lastDayOf } from '../../src/analysis/gantt-dates.ts'
import { type GanttPlan, type GanttStretch, planGantt } from '../../src/analysis/gantt-plan.ts'
import { add, compare, printRational, type Rational, subtract, ZERO } from '../../src/base/rational.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { parseCivilDate, printCivilDate } from '../../src/calendar/civil-date.ts'
import { countWorkdays, isWorkday } from '../../src/calendar/workdays.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { matter, parallel, procedure, step, workdays } from '../graph/matters.ts'

const limit = (days: number) => ({ limit: workdays(days), sources: [], notes: [] })
const shop = matter({
  flow: [
    step('受理', 1, { stages: ['acceptance'] }),
    step('材料审查', 3, { stages: ['review'] }),
    step('现场核查', 5, { stages: ['review'] }),
    parallel('材料审查', '现场核查'),
    step('决定', 1, { stages: ['decision'], outputs: ['许可证'] }),
  ],
  specialProcedures: [procedure('专家评审', 20, { step: '材料审查', where: 'after' })],
  statutoryLimits: [limit(20)],
  promisedLimits: [limit(8)],
})

function planOf(one: Matter): GanttPlan {
  const plan = planGantt(one, { graph: buildGraph(one).graph })
  if (plan === undefined) throw new TypeError('nothing runs')
  return plan
}

const words = ({ start, end }: GanttStretch) => `${printRational(start)}–${printRational(end)}`

describe('a plan in working days', () => {
  test('gives every step its time, what does not count too, and tells what decides the end', () => {
    const { spans, pauses, end } = planOf(shop)
    expect(spans.map((span) => [span.step.name, words(span), span.counted, span.decisive])).toEqual([
      ['受理', '0–1', true, true],
      ['材料审查', '1–4', true, true],
      ['专家评审', '4–24', false, true],
      ['现场核查', '1–6', true, false],
      ['决定', '24–25', true, true],
    ])
    expect(pauses.map(words)).toEqual(['4–24'])
    expect(printRational(end)).toBe('25')
  })

  test('counts limits from acceptance, not while the clock stands still', () => {
    expect(planOf(shop).limits.map((each) => [each.kind, words(each)])).toEqual([
      ['statutory', '1–41'],
      ['promised', '1–29'],
    ])
  })

  test('is empty where there is no flow', () => {
    const none = matter()
    expect(planGantt(none, { graph: buildGraph(none).graph })).toBeUndefined()
  })

  test('lets each step begin when the last of what it waits for has ended, and ends with a decisive one', () => {
    fc.assert(
      fc.property(arbitraryMatter, ({ matter: any, graph }) => {
        const plan = planGantt(any, { graph })
        if (plan === undefined) return
        const ends = new Map(plan.spans.map((span) => [span.step.node, span.end]))
        for (const { step: own, start } of plan.spans) {
          const { inEdge, inStart, source } = graph.edges
          const before = inEdge.slice(inStart[own.node], inStart[own.node + 1]).map((edge) => source[edge] ?? 0)
          for (const node of before) expect(compare(ends.get(node) ?? ZERO, start)).toBeLessThanOrEqual(0)
        }
        expect(plan.spans.some(({ decisive, end }) => decisive && compare(end, plan.end) === 0)).toBe(true)
        for (const each of plan.limits) expect(compare(lengthWithout(plan, each), ZERO)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

/** How long a stretch is without the pauses in it. */
function lengthWithout({ pauses }: GanttPlan, { start, end }: GanttStretch): Rational {
  const stopped = pauses.reduce((sum, pause) => {
    const from = compare(pause.start, start) > 0 ? pause.start : start
    const to = compare(pause.end, end) < 0 ? pause.end : end
    return compare(from, to) < 0 ? add(sum, subtract(to, from)) : sum
  }, ZERO)
  return subtract(subtract(end, start), stopped)
}

describe('a plan on real dates', () => {
  const calendar = createCalendar()

  test('leaves out rest days and what does not count', () => {
    const plan = planOf(shop)
    const dates = dateGantt(plan, shop, { date: '2026-09-21', calendar })
    const say = (from: number, to: number) => `${printCivilDate(Math.floor(from))}..${printCivilDate(lastDayOf(to))}`
    const steps = plan.spans.map((span) => {
      const { from = 0, to = 0 } = dates?.dateOf(span) ?? {}
      return [span.step.name, say(from, to)]
    })
    // 25 to 27 September and 1 to 7 October are days off, 10 October is worked.
    expect(steps).toEqual([
      ['受理', '2026-09-22..2026-09-22'],
      ['材料审查', '2026-09-23..2026-09-28'],
      ['专家评审', '2026-09-29..2026-10-30'],
      ['现场核查', '2026-09-23..2026-09-30'],
      ['决定', '2026-11-02..2026-11-02'],
    ])
    const due = plan.limits.map((each) => printCivilDate(lastDayOf(dates?.dueOf(each).to ?? 0)))
    expect(due).toEqual(['2026-11-24', '2026-11-06'])
  })

  test('ends every step on a working day, as many of them after the application as the plan says', () => {
    fc.assert(
      fc.property(arbitraryMatter, fc.integer({ min: 0, max: 700 }), ({ matter: any, graph }, offset) => {
        const plan = planGantt(any, { graph })
        const base = parseCivilDate('2025-01-01')
        if (plan === undefined || !base.ok) return
        const first = base.value + offset
        const dates = dateGantt(plan, any, { date: printCivilDate(first), calendar })
        for (const span of plan.spans) {
          if (span.end.num === 0n) continue
          const day = lastDayOf(dates?.dateOf(span).to ?? 0)
          expect(isWorkday(calendar, day)).toBe(true)
          const { num, den } = span.end
          expect(countWorkdays(calendar, first, day)).toBe(Math.ceil(Number(num) / Number(den)))
        }
      }),
    )
  })

  test('is none where the date is none', () => {
    expect(dateGantt(planOf(shop), shop, { date: '2026-02-30', calendar })).toBeUndefined()
  })
})
