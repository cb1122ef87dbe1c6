import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failingReasons } from '../../../src/analysis/explain/failing-reasons.ts'
import { smallestChanges } from '../../../src/analysis/explain/smallest-changes.ts'
import { judgeAdmission } from '../../../src/graph/admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { FactValue } from '../../../src/graph/fact-value.ts'
import type { Condition } from '../../../src/model/condition.ts'
import { all, any, atLeast, fact, isOption, isTrue, matter, not } from '../../graph/matters.ts'
import { type SmallCase, smallCase, VALUES } from './small-matter.ts'

function verdictOf(
  { matter: { requirements }, graph }: SmallCase,
  { facts, judgements }: Pick<SmallCase, 'facts' | 'judgements'>,
) {
  return judgeAdmission(requirements, createEvaluator(graph.situations, facts), judgements).verdict
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, index) => (bits >> index) % 2 === 1))
}

describe('minimal reasons', () => {
  test('are exactly the smallest sets of what is known that alone make the verdict 否', () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        const known = [
          ...[...small.facts.keys()].map((name) => ({ name, judged: false })),
          ...[...small.judgements.keys()].map((name) => ({ name, judged: true })),
        ]
        const refusing = subsets(known).filter((set) => {
          const has = (name: string, judged: boolean) => set.some((one) => one.name === name && one.judged === judged)
          const facts = new Map([...small.facts].filter(([name]) => has(name, false)))
          const judgements = new Map([...small.judgements].filter(([name]) => has(name, true)))
          return verdictOf(small, { facts, judgements }) === 'no'
        })
        const least = refusing.filter((set) =>
          refusing.every(
            (other) => other === set || other.length > set.length || !other.every((one) => set.includes(one)),
          ),
        )
        const { reasons, complete } = failingReasons(small, small.facts, small)
        const key = (names: readonly string[], judged: readonly string[]) =>
          [[...names].sort(), [...judged].sort()].join('|')
        expect(complete).toBe(true)
        expect(reasons.map(({ facts, judgements }) => key(facts, judgements)).sort()).toEqual(
          least
            .map((set) =>
              key(
                set.flatMap(({ name, judged }) => (judged ? [] : [name])),
                set.flatMap(({ name, judged }) => (judged ? [name] : [])),
              ),
            )
            .sort(),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('name the conditions that fail by them', () => {
    const definition = matter({
      facts: [{ ...fact('经营面积', 'number'), unit: '平方米' }, fact('告知承诺')],
      requirements: [
        { name: '面积够大', rule: atLeast('经营面积', 150), except: [isTrue('告知承诺')], sources: [], notes: [] },
        { name: '面积不小', rule: atLeast('经营面积', 100), except: [], sources: [], notes: [] },
      ],
    })
    const facts = new Map<string, FactValue>([
      ['告知承诺', { kind: 'boolean', value: false }],
      ['经营面积', { kind: 'number', amount: '80' }],
    ])
    expect(failingReasons({ matter: definition, graph: buildGraph(definition).graph }, facts).reasons).toEqual([
      {
        facts: ['经营面积'],
        judgements: [],
        requirements: ['面积不小'],
        sentence: '经营面积为80平方米，不满足“面积不小”',
      },
    ])
  })
})

function isSame(a: FactValue | undefined, b: FactValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Numbers move range by range, as the conditions of acceptance cut them; other values are all as close. */
function stepsBetween({ matter: { requirements, situations } }: SmallCase, a: FactValue, b: FactValue): number {
  const written = JSON.stringify(requirements)
  const mentioned = written.includes('情形') ? written + JSON.stringify(situations) : written
  const constants = ['50', '150'].filter((amount) => mentioned.includes(`"amount":"${amount}"`)).map(Number)
  const place = (value: FactValue) =>
    constants.reduce(
      (sum, constant) => sum + (value.kind === 'number' ? 1 + Math.sign(Number(value.amount) - constant) : 0),
      0,
    )
  return a.kind === 'number' ? Math.abs(place(a) - place(b)) : 1
}

describe('smallest changes', () => {
  /** All facts as they could be, each with how many known ones differ and how many unknown ones are told. */
  function* everyCase(small: SmallCase) {
    const { facts } = small
    const names = Object.keys(VALUES)
    const choices = names.map((name) => [facts.get(name), ...(VALUES[name] ?? [])])
    const counts = choices.map(({ length }) => length)
    for (let index = 0; index < counts.reduce((a, b) => a * b, 1); index++) {
      let rest = index
      const tried = new Map<string, FactValue>()
      let changes = 0
      let answers = 0
      let distance = 0
      for (const [at, name] of names.entries()) {
        const value = choices[at]?.[rest % (counts[at] ?? 1)]
        rest = Math.floor(rest / (counts[at] ?? 1))
        if (value === undefined) continue
        tried.set(name, value)
        const before = facts.get(name)
        if (before === undefined) answers++
        else if (!isSame(before, value)) {
          changes++
          distance += stepsBetween(small, before, value)
        }
      }
      yield { tried, changes, answers, distance }
    }
  }

  test('are the fewest that any choice of values needs, and all of them are listed', () => {
    fc.assert(
      fc.property(smallCase, fc.subarray(Object.keys(VALUES)), (small, fixed) => {
        const { remedies, complete, verdict } = smallestChanges(small, small.facts, {
          judgements: small.judgements,
          changeable: ({ name }) => !fixed.includes(name),
        })
        expect(verdict).toBe(verdictOf(small, small))
        expect(complete).toBe(true)
        const allowed = [...everyCase(small)].filter(({ tried }) =>
          fixed.every((name) => !small.facts.has(name) || tried.get(name) === small.facts.get(name)),
        )
        const working =
          verdict === 'yes'
            ? []
            : allowed.filter(({ tried }) => verdictOf(small, { facts: tried, judgements: small.judgements }) === 'yes')
        const [best] = working.toSorted((a, b) => a.changes - b.changes || a.answers - b.answers)
        const least = working.filter(({ changes, answers }) => changes === best?.changes && answers === best.answers)
        const namesOf = (tried: ReadonlyMap<string, FactValue>) =>
          [...tried]
            .flatMap(([name, value]) => (isSame(small.facts.get(name), value) ? [] : [name]))
            .sort()
            .join()
        const found = remedies.map(({ changes, answers }) => [...changes, ...answers])
        expect(
          found
            .map((parts) =>
              parts
                .map((part) => part.fact)
                .sort()
                .join(),
            )
            .sort(),
        ).toEqual([...new Set(least.map(({ tried }) => namesOf(tried)))].sort().slice(0, 5))
        for (const parts of found) {
          const changed = new Map([...small.facts, ...parts.map((part) => [part.fact, part.to] as const)])
          expect(verdictOf(small, { facts: changed, judgements: small.judgements })).toBe('yes')
          const alike = least.filter(({ tried }) => namesOf(tried) === namesOf(changed))
          const moved = parts.reduce((sum, { from, to }) => sum + (from ? stepsBetween(small, from, to) : 0), 0)
          expect(moved).toBe(Math.min(...alike.map(({ distance }) => distance)))
        }
      }),
      { numRuns: 300 },
    )
  })

  const of = (rule: Condition, given: Record<string, FactValue>) => {
    const definition = matter({
      facts: [
        { ...fact('经营面积', 'number'), unit: '平方米' },
        fact('主体业态', 'option', ['食品销售经营', '餐饮服务经营', '单位食堂']),
        fact('告知承诺'),
        fact('开业日期', 'date'),
        fact('申请日', 'date'),
      ],
      requirements: [{ name: '条件', rule, except: [], sources: [], notes: [] }],
    })
    const { remedies } = smallestChanges(
      { matter: definition, graph: buildGraph(definition).graph },
      new Map(Object.entries(given)),
    )
    return remedies.map(({ sentence }) => sentence)
  }
  const area = (amount: number): FactValue => ({ kind: 'number', amount: String(amount) })

  test('say how far, how else, and what is still to be told', () => {
    expect(of(atLeast('经营面积', 150), { 经营面积: area(80) })).toEqual(['经营面积达到150平方米以上（现为80平方米）'])
    expect(of(not(atLeast('经营面积', 150)), { 经营面积: area(180) })).toEqual([
      '经营面积不满150平方米（现为180平方米）',
    ])
    expect(
      of(any(all(atLeast('经营面积', 150), isTrue('告知承诺')), isOption('主体业态', '单位食堂')), {
        经营面积: area(80),
        主体业态: { kind: 'option', option: '餐饮服务经营' },
        告知承诺: { kind: 'boolean', value: true },
      }),
    ).toEqual(
      ['主体业态改为“单位食堂”（现为“餐饮服务经营”）', '经营面积达到150平方米以上（现为80平方米）'].sort().reverse(),
    )
    expect(of(all(atLeast('经营面积', 150), isTrue('告知承诺')), { 经营面积: area(80) })).toEqual([
      '经营面积达到150平方米以上（现为80平方米），并且告知承诺为是',
    ])
  })

  test('count from another date where a condition does', () => {
    const within: Condition = {
      kind: 'compare',
      fact: '申请日',
      operator: 'le',
      operand: { kind: 'shifted', fact: '开业日期', direction: 'later', duration: { unit: 'month', amount: '3' } },
    }
    const date = (text: string): FactValue => ({ kind: 'date', date: text })
    expect(of(within, { 开业日期: date('2026-01-15'), 申请日: date('2026-06-01') })).toEqual([
      '申请日不晚于2026年4月15日（现为2026年6月1日）',
      '开业日期不早于2026年3月1日（现为2026年1月15日）',
    ])
  })
})
