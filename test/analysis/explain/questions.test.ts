import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareQuestions } from '../../../src/analysis/explain/next-question.ts'
import { add, compare, divide, ONE, printRational, type Rational, rational, ZERO } from '../../../src/base/rational.ts'
import { judgeAdmission } from '../../../src/graph/admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../../../src/graph/fact-value.ts'
import { matterSituations } from '../../../src/graph/matter-conditions.ts'
import { requiredMaterials } from '../../../src/graph/required-materials.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { atLeast, fact, foodLicence, isOption, isTrue, material, matter, not } from '../../graph/matters.ts'
import { type SmallCase, smallCase } from './small-matter.ts'

/** What an applicant wants to know, from all facts. */
function outcomeOf({ matter: definition, graph, judgements }: SmallCase, facts: Facts): string {
  const evaluator = createEvaluator(graph.situations, facts)
  if (judgeAdmission(definition.requirements, evaluator, judgements).verdict === 'no') return '不予受理'
  const materials = requiredMaterials(definition, evaluator, new Map()).filter(({ required }) => required === 'yes')
  const steps = runFlow(graph, facts).outcomes.flatMap((outcome, node) => (outcome === 'run' ? [node] : []))
  return JSON.stringify([materials.map(({ name }) => name), steps])
}

/** One value of every range that the matter tells apart. */
function rangesOf({ matter: definition, graph }: SmallCase): ReadonlyMap<string, readonly FactValue[]> {
  return new Map(
    matterSituations(definition, graph).variables.flatMap((variable) =>
      variable.kind === 'domain'
        ? [[variable.fact, variable.domain.cells.flatMap(({ example }) => example ?? [])] as const]
        : [],
    ),
  )
}

/** The fewest questions on average by trying every order of questions after every answer. */
function fewestOf(small: SmallCase, facts: Facts): Rational {
  const ranges = rangesOf(small)
  const outcomesOf = (known: Facts, left: readonly string[]): ReadonlySet<string> => {
    const [next, ...others] = left
    if (next === undefined) return new Set([outcomeOf(small, known)])
    return new Set(
      (ranges.get(next) ?? []).flatMap((value) => [...outcomesOf(new Map([...known, [next, value]]), others)]),
    )
  }
  const left = [...ranges.keys()].filter((name) => !facts.has(name))
  if (outcomesOf(facts, left).size === 1) return ZERO
  return left
    .map((name) => {
      const values = ranges.get(name) ?? []
      const after = values.map((value) => fewestOf(small, new Map([...facts, [name, value]])))
      return add(ONE, divide(after.reduce(add, ZERO), rational(values.length)))
    })
    .reduce((a, b) => (compare(a, b) <= 0 ? a : b))
}

describe('the next question', () => {
  test('takes as few questions on average as any way of asking', () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        const options = { judgements: small.judgements, shareOf: () => 1 }
        const next = prepareQuestions(small, options).next(small.facts)
        expect(printRational(next?.mean ?? ZERO)).toBe(printRational(fewestOf(small, small.facts)))
      }),
      { numRuns: 100 },
    )
  })

  test('nothing is asked once no answer would change anything, and answers to all it asks settle everything', () => {
    fc.assert(
      fc.property(smallCase, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (small, picks) => {
        const { next } = prepareQuestions(small, small)
        const ranges = rangesOf(small)
        const facts = new Map(small.facts)
        for (const pick of picks) {
          const question = next(facts)
          if (question === undefined) break
          expect(facts.has(question.fact.name)).toBe(false)
          expect(question.decides).not.toEqual([])
          const values = ranges.get(question.fact.name) ?? []
          const value = values[pick % values.length]
          if (value !== undefined) facts.set(question.fact.name, value)
        }
        expect(next(facts)).toBeUndefined()
        const left = [...ranges.keys()].filter((name) => !facts.has(name))
        const completed = left.reduce<readonly Facts[]>(
          (all, name) =>
            all.flatMap((one) => (ranges.get(name) ?? []).map((value) => new Map([...one, [name, value]]))),
          [facts],
        )
        expect(new Set(completed.map((one) => outcomeOf(small, one))).size).toBe(1)
      }),
      { numRuns: 200 },
    )
  })

  const prepare = (definition: Matter, options = {}) =>
    prepareQuestions({ matter: definition, graph: buildGraph(definition).graph }, options)
  const option = (word: string): FactValue => ({ kind: 'option', option: word })

  test('asks nobody for what others fill in, and says what hangs on the answer', () => {
    const { next } = prepare(foodLicence())
    const first = next(new Map())
    expect(first).toMatchObject({ fact: { name: '自制高风险食品' }, question: '自制高风险食品，是还是否？', open: 3 })
    expect(first?.reason).toBe('要看它才知道：走不走“专家评审”、“现场核查”')
    const risky = new Map<string, FactValue>([['自制高风险食品', { kind: 'boolean', value: true }]])
    expect(next(risky)).toBeUndefined()
  })

  test('who is likely to be refused is asked for that first', () => {
    const definition = matter({
      facts: [fact('甲'), fact('乙')],
      requirements: [
        { name: '要甲', rule: isTrue('甲'), except: [], sources: [], notes: [] },
        { name: '要乙', rule: isTrue('乙'), except: [], sources: [], notes: [] },
      ],
    })
    const likely = (often: string) => (name: string, value: FactValue | undefined) =>
      value?.kind === 'boolean' && !value.value && name === often ? 9 : 1
    expect(prepare(definition, { shareOf: likely('甲') }).next(new Map())?.fact.name).toBe('甲')
    expect(prepare(definition, { shareOf: likely('乙') }).next(new Map())?.fact.name).toBe('乙')
    expect(prepare(definition).next(new Map())?.mean).toEqual(rational(3, 2))
  })

  test('thirty facts that have nothing to do with each other are asked one by one, exactly', () => {
    const names = Array.from({ length: 30 }, (_, index) => `信息${index}`)
    const definition = matter({
      facts: names.map((name) => fact(name)),
      materials: names.map((name) => material(`${name}证明`, { when: isTrue(name) })),
    })
    expect(prepare(definition).next(new Map())).toMatchObject({ fact: { name: '信息0' }, mean: rational(30), open: 30 })
  })

  test('many facts that hang together are asked for what tells most', () => {
    const names = Array.from({ length: 14 }, (_, index) => `信息${index}`)
    const definition = matter({
      facts: [fact('业态', 'option', ['甲类', '乙类']), ...names.map((name) => ({ ...fact(name, 'number') }))],
      requirements: names.map((name, index) => ({
        name: `条件${index}`,
        rule: atLeast(name, 10),
        when: isOption('业态', index % 2 === 0 ? '甲类' : '乙类'),
        except: [],
        sources: [],
        notes: [],
      })),
      materials: [material('证明', { when: not(isOption('业态', '甲类')) })],
    })
    const { next } = prepare(definition)
    expect(next(new Map())).toMatchObject({ fact: { name: '业态' } })
    expect(next(new Map([['业态', option('甲类')]]))?.open).toBe(7)
  })
})
