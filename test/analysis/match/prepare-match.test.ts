import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareMatch } from '../../../src/analysis/match/prepare-match.ts'
import { judgeAdmission } from '../../../src/graph/admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../../src/graph/fact-value.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { all, any, atLeast, fact, isOption, isTrue, matter } from '../../graph/matters.ts'
import { type SmallCase, smallCase, VALUES } from '../explain/small-matter.ts'

const nobody = new Map<string, boolean>()

function verdictOf({ matter: { requirements }, graph }: Pick<SmallCase, 'matter' | 'graph'>, facts: Facts) {
  return judgeAdmission(requirements, createEvaluator(graph.situations, facts), nobody).verdict
}

/** As programs write it. */
function plain(value: FactValue): unknown {
  return value.kind === 'boolean'
    ? value.value
    : value.kind === 'option'
      ? value.option
      : value.kind === 'number'
        ? Number(value.amount)
        : ''
}

describe('matching applicants with matters', () => {
  test('finds who meets the conditions and who lacks one thing, as looking at each alone does', () => {
    fc.assert(
      fc.property(
        fc.array(smallCase, { minLength: 1, maxLength: 4 }),
        fc.array(smallCase, { minLength: 1 }),
        (smalls, people) => {
          const measurables = smalls.map(({ matter: one, graph }, index) => ({
            matter: { ...one, name: `事项${index}` },
            graph,
          }))
          const match = prepareMatch(measurables)
          // The same applicants twice: what is remembered says the same.
          for (const { facts } of [...people, ...people]) {
            const found = match.of(Object.fromEntries([...facts].map(([name, value]) => [name, plain(value)])))
            const judged = measurables.filter((one) => match.matters.includes(one.matter))
            expect(found.errors).toEqual([])
            expect(found.eligible.map((one) => one.matter.name)).toEqual(
              judged.filter((one) => verdictOf(one, facts) === 'yes').map((one) => one.matter.name),
            )
            const lacking = judged.flatMap((one) => {
              if (verdictOf(one, facts) === 'yes') return []
              const doing = Object.entries(VALUES).flatMap(([name, values]) =>
                values.some((value) => verdictOf(one, new Map([...facts, [name, value]])) === 'yes')
                  ? [`${name}${facts.has(name) ? '' : '？'}`]
                  : [],
              )
              return doing.length === 0 ? [] : [[one.matter.name, doing.sort()]]
            })
            expect(
              found.lacksOne.map((one) => [
                one.matter.name,
                one.missing.map((thing) => `${thing.fact}${thing.open ? '？' : ''}`).sort(),
              ]),
            ).toEqual(lacking)
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  const area = { ...fact('经营面积', 'number'), unit: '平方米' }
  const requirement = (name: string, rule: Condition) => ({ name, rule, except: [], sources: [], notes: [] })
  const prepare = (...definitions: readonly Matter[]) =>
    prepareMatch(
      definitions.map((definition) => ({ matter: definition, graph: buildGraph(definition).graph })),
      { appliedOn: '2026-11-22' },
    )

  test('says what the one thing would have to be', () => {
    const { of } = prepare(
      matter({
        facts: [area, fact('告知承诺')],
        requirements: [requirement('够大或者承诺', any(atLeast('经营面积', 150), isTrue('告知承诺')))],
      }),
    )
    expect(of({ 经营面积: 80, 告知承诺: false }).lacksOne[0]?.missing).toEqual([
      { fact: '经营面积', wanted: '150平方米以上', open: false },
      { fact: '告知承诺', wanted: '为是', open: false },
    ])
    expect(of({}).lacksOne[0]?.missing.map(({ open }) => open)).toEqual([true, true])
    expect(of({ 经营面积: '80', 告知承诺: '是' }).eligible).toHaveLength(1)
  })

  test('two things missing are too many, and what only others fill in is no thing of the applicant', () => {
    const { of } = prepare(
      matter({
        facts: [area, fact('告知承诺')],
        requirements: [requirement('两样', all(atLeast('经营面积', 150), isTrue('告知承诺')))],
      }),
      matter({
        facts: [{ ...fact('核查合格'), filledBy: '核查人员' }],
        requirements: [requirement('合格', isTrue('核查合格'))],
      }),
    )
    expect(of({ 经营面积: 80, 告知承诺: false, 核查合格: false })).toMatchObject({ eligible: [], lacksOne: [] })
  })

  test('what is left to a person is counted beside it; a matter without a rule cannot be matched', () => {
    const manual = { name: '看情况', manualCheck: '看一看', except: [], sources: [], notes: [] }
    const { of, skipped } = prepare(
      matter({ facts: [fact('告知承诺')], requirements: [requirement('承诺', isTrue('告知承诺')), manual] }),
      matter({ name: '只看情况', requirements: [manual] }),
      matter({ name: '没有条件' }),
    )
    expect(of({ 告知承诺: true }).eligible).toMatchObject([{ manual: 1 }])
    expect(skipped.map(({ name }) => name)).toEqual(['只看情况', '没有条件'])
  })

  test('a name that means different things is told, and read as each matter means it', () => {
    const { of, conflicts } = prepare(
      matter({ name: '按数', facts: [area], requirements: [requirement('够大', atLeast('经营面积', 150))] }),
      matter({
        name: '按档',
        facts: [fact('经营面积', 'option', ['大', '小'])],
        requirements: [requirement('大的', isOption('经营面积', '大'))],
      }),
    )
    expect(conflicts).toEqual([
      {
        name: '经营面积',
        uses: [
          { as: '数（平方米）', matters: ['按数'] },
          { as: '枚举', matters: ['按档'] },
        ],
      },
    ])
    expect(of({ 经营面积: '大' }).eligible.map((one) => one.matter.name)).toEqual(['按档'])
    expect(of({ 经营面积: 200 }).eligible.map((one) => one.matter.name)).toEqual(['按数'])
  })

  test.each([4, 12, 16])('matters that ask for %i things are judged by all of them', (count) => {
    const names = Array.from({ length: count }, (_, index) => `信息${index}`)
    const { of } = prepare(
      matter({
        facts: names.map((name) => fact(name)),
        requirements: names.map((name) => requirement(name, isTrue(name))),
      }),
    )
    const everything = Object.fromEntries(names.map((name) => [name, true]))
    for (const applicant of [everything, { ...everything, 信息3: false }, everything, { ...everything, 信息2: null }]) {
      const missing = Object.entries(applicant).flatMap(([name, value]) => (value === true ? [] : [name]))
      const { eligible, lacksOne } = of(applicant)
      expect(eligible).toHaveLength(missing.length === 0 ? 1 : 0)
      expect(lacksOne.flatMap((near) => near.missing.map((thing) => thing.fact))).toEqual(missing)
    }
  })

  test('what cannot be read is answered, and matches nothing', () => {
    const { of } = prepare(matter({ facts: [area], requirements: [requirement('够大', atLeast('经营面积', 150))] }))
    expect(of({ 经营面积: '很大', 姓名: '张三' })).toEqual({
      eligible: [],
      lacksOne: [],
      errors: ['“经营面积”不能是"很大"，应当写数'],
      unused: ['姓名'],
    })
    expect(of({ 经营面积: null }).lacksOne).toHaveLength(1)
  })

  test('facts that are compared with each other, and with the day of application, count with their values', () => {
    const { of } = prepare(
      matter({
        facts: [fact('实缴', 'number'), fact('认缴', 'number'), fact('设立日期', 'date')],
        requirements: [
          requirement('实缴够', {
            kind: 'compare',
            fact: '实缴',
            operator: 'ge',
            operand: { kind: 'fact', fact: '认缴' },
          }),
          requirement('满一年', {
            kind: 'compare',
            fact: '申请日期',
            operator: 'ge',
            operand: { kind: 'shifted', fact: '设立日期', direction: 'later', duration: { unit: 'year', amount: '1' } },
          }),
        ],
      }),
    )
    expect(of({ 实缴: 5, 认缴: 5, 设立日期: '2025-11-22' }).eligible).toHaveLength(1)
    expect(of({ 实缴: 4, 认缴: 5, 设立日期: '2025-11-22' }).lacksOne[0]?.missing).toEqual([
      { fact: '实缴', wanted: '5以上', open: false },
      { fact: '认缴', wanted: '4以下', open: false },
    ])
    expect(of({ 实缴: 5, 认缴: 5, 设立日期: '2025-11-23' }).lacksOne[0]?.missing).toEqual([
      { fact: '设立日期', wanted: '不晚于2025年11月22日', open: false },
    ])
  })
})
