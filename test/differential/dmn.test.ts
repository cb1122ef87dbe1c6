import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { nameDecisions } from '../../src/exchange/dmn/decision-names.ts'
import { writeDmn } from '../../src/exchange/dmn/write-dmn.ts'
import { judgeAdmission } from '../../src/graph/admission.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { ruleCondition } from '../../src/graph/decision-table.ts'
import { createEvaluator, type Truth } from '../../src/graph/evaluate-condition.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import type { Condition } from '../../src/model/condition.ts'
import type { DecisionTable } from '../../src/model/decision-table.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { ALL_SITUATIONS, anyCondition, FACTS, toFacts } from '../graph/arbitraries.ts'
import { matter } from '../graph/matters.ts'
import { factsToFeel, runDmn } from '../support/run-dmn.ts'
import { exampleSources } from '../support/syntax-examples.ts'

const note = { sources: [], notes: [] }
const TRUTHS: Readonly<Record<Truth, boolean | null>> = { yes: true, no: false, unknown: null }

const optional = fc.option(anyCondition, { nil: undefined })
const anyRequirement = fc.record({
  rule: optional,
  when: optional,
  except: fc.array(anyCondition, { maxLength: 2 }),
  manualCheck: fc.option(fc.constant('看一看'), { nil: undefined }),
})

/** A matter whose situations rest on each other, with conditions of acceptance of every shape. */
const anyDeciding: fc.Arbitrary<Matter> = fc
  .record({
    situations: fc.array(anyCondition, { minLength: 1, maxLength: 3 }),
    requirements: fc.array(anyRequirement, { maxLength: 4 }),
  })
  .map(({ situations, requirements }) => {
    const named = situations.map((when, index) => ({
      name: `情形（${index}）`,
      when: index === 0 ? when : mixed(when, { kind: 'situation', situation: `情形（${index - 1}）` }),
      ...note,
    }))
    return matter({
      facts: FACTS,
      situations: named,
      requirements: requirements.map(({ rule, when, except, manualCheck }, index) => ({
        name: `条件，第“${index}”条`,
        except,
        ...(rule !== undefined && { rule: mixed(rule, { kind: 'situation', situation: '情形（0）' }) }),
        ...(when !== undefined && { when }),
        ...(manualCheck !== undefined && { manualCheck }),
        ...note,
      })),
    })
  })

function mixed(a: Condition, b: Condition): Condition {
  return { kind: 'any', of: [a, { kind: 'not', of: b }] }
}

/** Some facts may not be known, some answers may not be given. */
const anyCase = fc.record({
  facts: fc
    .tuple(fc.constantFrom(...ALL_SITUATIONS), fc.subarray(FACTS.map(({ name }) => name)))
    .map(([plain, known]) => new Map([...toFacts(plain)].filter(([name]) => known.includes(name)))),
  answers: fc.array(fc.constantFrom(true, false, undefined), { minLength: 4, maxLength: 4 }),
})

async function expectSame(made: Matter, facts: Facts, answers: readonly (boolean | undefined)[]): Promise<void> {
  const names = nameDecisions(made)
  const judgements = new Map(
    made.requirements.flatMap(({ name, rule, manualCheck }, index) => {
      const answer = answers[index]
      return answer === undefined || (rule !== undefined && manualCheck === undefined) ? [] : [[name, answer] as const]
    }),
  )
  const inputs = factsToFeel(facts, names.facts)
  made.requirements.forEach(({ name }, index) => {
    inputs.set(names.requirements[index]?.answer ?? '', judgements.get(name))
  })
  const { results, warnings } = await runDmn(await writeDmn(made), inputs)
  expect(warnings).toEqual([])
  const evaluator = createEvaluator(made.situations, facts)
  made.situations.forEach(({ when }, index) => {
    expect(results.get(`situation_${index + 1}`)).toBe(TRUTHS[evaluator.truthOf(when)])
  })
  const admission = judgeAdmission(made.requirements, evaluator, judgements)
  if (made.requirements.length > 0) expect(results.get('admission')).toBe(TRUTHS[admission.verdict])
  admission.requirements.forEach(({ failing, leftToPerson }, index) => {
    const met = results.get(`requirement_${index + 1}`)
    expect(met).toBe(leftToPerson ? null : failing === 'yes' ? false : failing === 'no' ? true : null)
  })
}

describe('what a matter decides, run by feelin', () => {
  test('is what we decide of it, with facts and answers missing too', async () => {
    await fc.assert(
      fc.asyncProperty(anyDeciding, anyCase, (made, { facts, answers }) => expectSame(made, facts, answers)),
      { numRuns: 500 },
    )
  })

  test('holds for every example', async () => {
    const { matters } = compile(exampleSources(), { asOf: '2026-11-22' })
    for (const { matter: made, graph } of matters.values()) {
      for (const facts of fc.sample(arbitraryFacts({ matter: made, graph }, { partial: true }), {
        numRuns: 5,
        seed: 7,
      })) {
        await expectSame(made, facts, [])
      }
    }
  })
})

const COLUMNS = ['甲', '业务', '面积', '日期']
/** What a cell may say: nothing, or a condition about its own column. */
const cellOf = (fact: string) =>
  fc.option(
    anyCondition.filter((condition) => isAbout(condition, fact)),
    { nil: null },
  )
const anyTable: fc.Arbitrary<DecisionTable> = fc
  .record({
    hits: fc.constantFrom('unique' as const, 'first' as const, 'all' as const),
    rules: fc.array(fc.tuple(...COLUMNS.map(cellOf)), { minLength: 1, maxLength: 5 }),
  })
  .map(({ hits, rules }) => ({
    name: '核查方式',
    hits,
    inputs: COLUMNS,
    outputs: [{ name: '天数', type: 'number' as const, options: [] }],
    rules: rules.map((inputs, index) => ({ inputs, outputs: [{ kind: 'number' as const, amount: String(index) }] })),
    ...note,
  }))

/** Compiled tables have no condition that speaks of nothing. */
function isAbout(condition: Condition, fact: string): boolean {
  const facts = factsIn(condition)
  return facts.length > 0 && facts.every((name) => name === fact)
}

function factsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.length === 0 ? ['?'] : condition.of.flatMap(factsIn)
    case 'not':
      return factsIn(condition.of)
    case 'situation':
      return ['?']
    case 'compare':
      return 'fact' in condition.operand ? [condition.fact, '?'] : [condition.fact]
    case 'oneOf':
      return condition.operands.length === 0 ? ['?'] : [condition.fact]
    default:
      return [condition.fact]
  }
}

describe('a 判定表, run by feelin', () => {
  test('gives the rows that we find', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, fc.constantFrom(...ALL_SITUATIONS), async (table, plain) => {
        const made = matter({ facts: FACTS, decisionTables: [table] })
        const facts = toFacts(plain)
        const { results, warnings } = await runDmn(await writeDmn(made), factsToFeel(facts, nameDecisions(made).facts))
        const evaluator = createEvaluator([], facts)
        const matching = table.rules.flatMap((rule, row) => {
          const condition = ruleCondition(rule)
          return condition === undefined || evaluator.truthOf(condition) === 'yes' ? [row] : []
        })
        const rows = table.hits === 'first' ? matching.slice(0, 1) : matching
        expect(warnings).toEqual([])
        expect(results.get('table_1')).toEqual({ rows, outputs: rows.map((row) => [row]) })
      }),
      { numRuns: 500 },
    )
  })
})

test('nothing is decided of a matter that decides nothing', async () => {
  const { elements, warnings } = await runDmn(await writeDmn(matter()), new Map())
  expect([elements, warnings]).toEqual([[], []])
  expect(buildGraph(matter()).graph.situations).toEqual([])
})
