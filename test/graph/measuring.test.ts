import { describe, expect, test } from 'vitest'
import { printFraction, printRational, rational } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION, type Duration } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { type Basis, measureCompression } from '../../src/graph/compression.ts'
import type { Counts } from '../../src/graph/counts.ts'
import { formerLimits, limitsInForce } from '../../src/graph/limits-in-force.ts'
import { startMeasuring } from '../../src/graph/measuring.ts'
import { printSituation } from '../../src/graph/situation.ts'
import { ceilingFor } from '../../src/graph/statutory-ceilings.ts'
import { judgeTarget, satisfies } from '../../src/graph/target-verdict.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { Matter, Target } from '../../src/model/matter.ts'
import type { TimeLimit } from '../../src/model/time-limit.ts'
import { fact, foodLicence, isTrue, material, matter, not, step, workdays } from './matters.ts'

const limit = (days: number | Duration, parts: Partial<TimeLimit> = {}): TimeLimit => ({
  limit: typeof days === 'number' ? workdays(days) : days,
  sources: [],
  notes: [],
  ...parts,
})
const daysOf = (rules: readonly TimeLimit[]) =>
  rules.map(({ limit: each }) => ('amount' in each ? each.amount : each.unit))

function measuring(definition: Matter, asOf?: string) {
  const { graph } = buildGraph(definition)
  return startMeasuring(definition, graph, { asOf, conversion: DEFAULT_CONVERSION })
}

/** 20→8=3/5, with the situation; or the reason why not. */
function cut(definition: Matter, basis: Basis, asOf?: string): string {
  const measured = measureCompression(measuring(definition, asOf), basis)
  if (measured.kind === 'excluded') return `${measured.exclusion.quantity} ${measured.exclusion.because}`
  const { before, after, ratio, situation } = measured.compression
  const where = situation === null ? '' : `（${printSituation(situation)}）`
  return `${printRational(before.workdays)}→${printRational(after.workdays)}=${ratio.num}/${ratio.den}${where}`
}

const STATUTORY_TO_PROMISED: Basis = { before: 'statutory', after: 'promised' }

describe('limits in force on a date', () => {
  const { promisedLimits } = foodLicence()

  test('3.2: none before 2023-12-01, then 12, and 8 from 2025', () => {
    expect(daysOf(limitsInForce(promisedLimits, '2023-11-30'))).toEqual([])
    expect(daysOf(limitsInForce(promisedLimits, '2024-12-31'))).toEqual(['12'])
    expect(daysOf(limitsInForce(promisedLimits, '2025-01-01'))).toEqual(['8'])
    expect(daysOf(limitsInForce(promisedLimits, undefined))).toEqual(['8'])
  })

  test('原承诺时限 is what was in force before the present one', () => {
    expect(daysOf(formerLimits(promisedLimits, '2025-01-01'))).toEqual(['12'])
    expect(daysOf(formerLimits(promisedLimits, '2024-12-31'))).toEqual([])
    expect(daysOf(formerLimits([limit(8)], '2025-01-01'))).toEqual([])
    expect(
      daysOf(formerLimits([limit(20), limit(12, { from: '2024-01-01' }), limit(8, { from: '2025-01-01' })], undefined)),
    ).toEqual(['12'])
  })

  test('a rule ends with 至', () => {
    const rules = [limit(5, { from: '2025-01-01', to: '2025-06-30' })]
    expect(daysOf(limitsInForce(rules, '2025-06-30'))).toEqual(['5'])
    expect(daysOf(limitsInForce(rules, '2025-07-01'))).toEqual([])
  })

  test('each situation has its own timeline', () => {
    const when: Condition = isTrue('加急')
    const rules = [
      limit(3, { when }),
      limit(10, { from: '2024-01-01' }),
      limit(2, { when, from: '2025-01-01' }),
      limit(8, { from: '2025-01-01' }),
    ]
    expect(daysOf(limitsInForce(rules, '2024-06-01'))).toEqual(['3', '10'])
    expect(daysOf(limitsInForce(rules, '2025-06-01'))).toEqual(['2', '8'])
    expect(daysOf(formerLimits(rules, '2025-06-01'))).toEqual(['3', '10'])
  })
})

describe('compression by a basis', () => {
  const food = foodLicence()

  test('3.2: 20→8 is 3/5, 12 before 2025 was 2/5, and 12→8 is a third', () => {
    expect(cut(food, STATUTORY_TO_PROMISED, '2026-11-22')).toBe('20→8=3/5')
    expect(cut(food, STATUTORY_TO_PROMISED, '2024-06-03')).toBe('20→12=2/5')
    expect(cut(food, { before: 'formerPromise', after: 'promised' }, '2026-11-22')).toBe('12→8=1/3')
    expect(cut(food, { before: 'formerPromise', after: 'promised' }, '2024-06-03')).toBe('formerPromise missing')
  })

  test('by the path and by the sum of the steps', () => {
    const worst = '（【自制高风险食品】为是）'
    expect(cut(food, { before: 'statutory', after: 'criticalPath' })).toBe(`20→8=3/5${worst}`)
    expect(cut(food, { before: 'promisedSum', after: 'criticalPath' })).toBe(`11→8=3/11${worst}`)
  })

  test('quantities of 一件事 and of finished cases do not apply to a matter', () => {
    expect(cut(food, { before: 'baseline', after: 'promised' })).toBe('baseline notForMatter')
    expect(cut(food, { before: 'statutory', after: 'actual' })).toBe('actual notForMatter')
  })

  test('missing, unlimited and zero bases are excluded, never divided', () => {
    const of = (statutoryLimits: TimeLimit[], promisedLimits: TimeLimit[]) =>
      cut(matter({ statutoryLimits, promisedLimits }), STATUTORY_TO_PROMISED)
    expect(of([], [limit(5)])).toBe('statutory missing')
    expect(of([limit({ unit: 'unlimited' })], [limit(5)])).toBe('statutory unlimited')
    expect(of([limit({ unit: 'instant' })], [limit({ unit: 'instant' })])).toBe('statutory zero')
    expect(of([limit(20)], [])).toBe('promised missing')
    expect(of([limit(20)], [limit({ unit: 'unlimited' })])).toBe('promised unlimited')
    expect(of([limit(20)], [limit({ unit: 'instant' })])).toBe('20→0=1/1')
    expect(cut(matter({ statutoryLimits: [limit(20)] }), { before: 'statutory', after: 'criticalPath' })).toBe(
      'criticalPath missing',
    )
  })

  test('different units are converted exactly: 60 自然日 are 300/7 working days', () => {
    const definition = matter({
      statutoryLimits: [limit({ unit: 'calendarDay', amount: '60' })],
      promisedLimits: [limit(10)],
    })
    expect(cut(definition, STATUTORY_TO_PROMISED)).toBe('300/7→10=23/30')
    const months = matter({ statutoryLimits: [limit({ unit: 'month', amount: '3' })], promisedLimits: [limit(30)] })
    expect(cut(months, STATUTORY_TO_PROMISED)).toBe('66→30=6/11')
  })

  test('a promise beyond the statute is a negative cut', () => {
    expect(cut(matter({ statutoryLimits: [limit(6)], promisedLimits: [limit(8)] }), STATUTORY_TO_PROMISED)).toBe(
      '6→8=-1/3',
    )
  })

  test('limits by situation: the smallest cut of limits that can meet', () => {
    const definition = matter({
      facts: [fact('报告书'), fact('加急')],
      statutoryLimits: [limit(60, { when: isTrue('报告书') }), limit(20)],
      promisedLimits: [limit(12, { when: isTrue('报告书') }), limit(6, { when: isTrue('加急') }), limit(10)],
    })
    // 60→12 is 4/5, 20→6 is 7/10, 20→10 is 1/2; 60→10 and 20→12 never meet.
    expect(cut(definition, STATUTORY_TO_PROMISED)).toBe('20→10=1/2（【报告书】为否，【加急】为否）')
    const onlyLarge = { ...definition, statutoryLimits: [limit(60, { when: isTrue('报告书') })] }
    expect(cut(onlyLarge, STATUTORY_TO_PROMISED)).toBe('60→12=4/5（【报告书】为是）')
  })

  test('a path is measured within the situations of the limit that it is compared with', () => {
    const definition = matter({
      facts: [fact('报告书')],
      flow: [step('评审', 30, { when: isTrue('报告书') }), step('审查', 5)],
      statutoryLimits: [limit(60, { when: isTrue('报告书') }), limit(10, { when: not(isTrue('报告书')) })],
    })
    expect(cut(definition, { before: 'statutory', after: 'criticalPath' })).toBe('60→35=5/12（【报告书】为是）')
  })

  test('a rule behind one without 当 never counts', () => {
    const definition = matter({
      facts: [fact('加急')],
      statutoryLimits: [limit(20)],
      promisedLimits: [limit(8), limit(18, { when: isTrue('加急') })],
    })
    expect(cut(definition, STATUTORY_TO_PROMISED)).toBe('20→8=3/5')
  })
})

describe('targets', () => {
  const target = (percent: string, parts: Partial<Target> = {}): Target => ({
    subject: 'time',
    sense: 'cut',
    operator: 'ge',
    percent,
    ...parts,
  })
  const judge = (promised: number, wanted: Target, statutory = 20) => {
    const definition = matter({
      statutoryLimits: [limit(statutory)],
      promisedLimits: [limit({ unit: 'workday', amount: String(promised) })],
    })
    const verdict = judgeTarget(measuring(definition), wanted)
    return verdict.kind === 'decided' ? [verdict.met, printRational(verdict.shortfall)] : verdict.because.because
  }

  test('20→8 meets 60% exactly, 20→9 lacks one working day, 20→8.5 half a day', () => {
    expect(judge(8, target('60'))).toEqual([true, '0'])
    expect(judge(9, target('60'))).toEqual([false, '1'])
    expect(judge(8.5, target('60'))).toEqual([false, '0.5'])
    expect(judge(8, target('60.01'))).toEqual([false, '0.002'])
  })

  test('压减到40% is what remains, 压减60% what is cut: the same bound from either side', () => {
    const remaining = (percent: string) => target(percent, { sense: 'remaining', operator: 'le' })
    expect(judge(8, remaining('40'))).toEqual([true, '0'])
    expect(judge(9, remaining('40'))).toEqual([false, '1'])
    expect(judge(12, remaining('60'))).toEqual([true, '0'])
    expect(judge(12, target('60'))).toEqual([false, '4'])
  })

  test('every operator compares exactly', () => {
    const rows = (['ge', 'gt', 'eq', 'le', 'lt'] as const).map((operator) =>
      [7, 8, 9].map((promised) => judge(promised, target('60', { operator }))[0]),
    )
    expect(rows).toEqual([
      [true, true, false],
      [true, false, false],
      [false, true, false],
      [false, true, true],
      [false, false, true],
    ])
    // 超过60% is missed by standing on the bound: nothing is lacking, and still it is not met.
    expect(judge(8, target('60', { operator: 'gt' }))).toEqual([false, '0'])
    expect(judge(7, target('60', { operator: 'le' }))).toEqual([false, '1'])
  })

  test('59.96 % is not 60 %', () => {
    expect(satisfies(rational(1499, 2500), { sense: 'cut', operator: 'ge', ratio: rational(3, 5) })).toBe(false)
    expect(judge(1001, target('60'), 2500)).toEqual([false, '1'])
  })

  test('what cannot be measured is undecided, with the reason', () => {
    expect(judge(8, target('60', { subject: 'materials' }))).toBe('noBaseline')
    expect(judge(8, target('六成'))).toBe('badPercent')
    expect(judge(8, target('60', { basis: { before: 'formerPromise', after: 'promised' } }))).toBe('missing')
  })

  test('materials, steps and trips are measured against what they were, and what lacks is whole', () => {
    const now = matter({
      materials: [material('申请书'), material('营业执照', { necessity: 'waived' }), material('身份证')],
      flow: [step('受理', 1), step('决定', 1)],
      trips: 1,
    })
    const formerCounts = { materials: rational(3), steps: rational(5), trips: null }
    const counted = (subject: Target['subject'], percent: string, definition = now, former: Counts = formerCounts) => {
      const graph = buildGraph(definition).graph
      const options = { conversion: DEFAULT_CONVERSION, formerCounts: former }
      const verdict = judgeTarget(startMeasuring(definition, graph, options), target(percent, { subject }))
      if (verdict.kind === 'undecided') return verdict.because
      if (verdict.subject === 'time') throw new TypeError('a number is counted')
      return `${printFraction(verdict.counts.ratio)} ${verdict.met} ${printRational(verdict.shortfall)}`
    }
    expect(counted('materials', '33')).toBe('1/3 true 0')
    expect(counted('materials', '33.4')).toBe('1/3 false 1')
    expect(counted('steps', '60')).toBe('3/5 true 0')
    expect(counted('steps', '90')).toBe('3/5 false 2')
    expect(counted('trips', '60')).toEqual({ because: 'uncounted', side: 'before', subject: 'trips' })
    const { trips: _, ...silent } = now
    expect(counted('trips', '60', silent)).toEqual({ because: 'uncounted', side: 'after', subject: 'trips' })
    const none = { ...formerCounts, materials: rational(0) }
    expect(counted('materials', '60', now, none)).toEqual({ because: 'nothingBefore', subject: 'materials' })
  })

  test('each target is measured by its own 口径', () => {
    const verdict = judgeTarget(
      measuring(foodLicence(), '2026-11-22'),
      target('30', { basis: { before: 'formerPromise', after: 'promised' } }),
    )
    expect(verdict).toMatchObject({ kind: 'decided', met: true, compression: { ratio: rational(1, 3) } })
  })
})

test('the statute of a licence allows 20 working days, 45 for joint handling, and says nothing of other types', () => {
  expect(ceilingFor(matter({ type: 'licence' }))?.limit).toEqual(workdays(20))
  expect(ceilingFor(matter({ type: 'licence', coAuthorities: ['消防救援机构'] }))?.limit).toEqual(workdays(45))
  expect(ceilingFor(matter({ type: 'publicService' }))).toBeUndefined()
})
