import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runScenario } from '../../src/analysis/run-scenario.ts'
import { createCalendar } from '../../src/calendar/calendar.ts'
import { compile } from '../../src/compile/compile.ts'
import { readBack } from '../../src/compile/print/read-back.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Step } from '../../src/model/flow.ts'
import type { Assertion, Premise, Scenario } from '../../src/model/scenario.ts'
import {
  arbitraryCaseHistory,
  arbitraryFacts,
  arbitraryFlow,
  arbitraryMatter,
  type CaseHistory,
} from '../../src/testing/arbitraries/index.ts'
import { matterIn, mattersIn, type TestedMatter, zhengwuMatchers } from '../../src/testing/index.ts'
import { SHOP_PERMIT, workspaceOf } from './shop-permit.ts'

expect.extend(zhengwuMatchers)

const permit = matterIn(workspaceOf(SHOP_PERMIT), '小餐饮店许可')
const calendar = createCalendar()

/** The matters of the example city, as they were published. */
const city = (() => {
  const folder = fileURLToPath(new URL('../../examples/city', import.meta.url))
  const files = readdirSync(folder).filter((name) => name.endsWith('.zw'))
  return mattersIn(compile(files.map((uri) => ({ uri, text: readFileSync(`${folder}/${uri}`, 'utf8') }))))
})()

describe('arbitraryMatter', () => {
  test('is sound, and can be written and read back whole', () => {
    fc.assert(
      fc.property(arbitraryMatter, (measurable) => {
        expect(measurable).toBeSound()
        expect(readBack(measurable.matter, 'any.zw').lost).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('keeps its promise, which keeps the statute', () => {
    fc.assert(
      fc.property(arbitraryMatter, (measurable) => {
        const [promise] = measurable.matter.promisedLimits
        expect(promise?.limit).toMatchObject({ unit: 'workday' })
        const amount = promise !== undefined && 'amount' in promise.limit ? promise.limit.amount : ''
        expect(measurable).toFinishWithin(`${amount}个工作日`)
        expect(measurable).toCompressBy('0%')
      }),
    )
  })

  test('has facts of every type, choices and side-by-side steps among many', () => {
    const sample = fc.sample(arbitraryMatter, { numRuns: 300, seed: 1 })
    const types = new Set(sample.flatMap(({ matter }) => matter.facts.map(({ type }) => type)))
    const kinds = new Set(sample.flatMap(({ matter }) => matter.flow.map(({ kind }) => kind)))
    expect([...types].sort()).toEqual(['boolean', 'date', 'duration', 'money', 'number', 'option'])
    expect([...kinds].sort()).toEqual(['choice', 'parallel', 'step'])
  })
})

describe('arbitraryFlow', () => {
  test('comes to its result whatever holds', () => {
    const situations = ['甲', '乙']
    const values = fc.tuple(fc.boolean(), fc.boolean())
    fc.assert(
      fc.property(arbitraryFlow({ situations, output: '许可证' }), values, (flow, known) => {
        const facts = situations.map((name) => ({
          name,
          type: 'boolean' as const,
          options: [],
          sources: [],
          notes: [],
        }))
        const matter = {
          ...EMPTY_MATTER,
          facts,
          situations: facts.map(({ name }) => ({
            name,
            when: { kind: 'fact' as const, fact: name },
            sources: [],
            notes: [],
          })),
          flow,
        }
        const { graph, problems } = buildGraph(matter)
        expect(problems).toEqual([])
        const entries = situations.map(
          (name, index) => [name, { kind: 'boolean', value: known[index] === true }] as const,
        )
        const { outcomes } = runFlow(graph, new Map(entries))
        expect(outcomes.at(-1)).toBe('run')
        expect(graph.nodes.at(-1)?.outputs).toEqual(['许可证'])
      }),
    )
  })

  test('depends on no case where there are no situations', () => {
    fc.assert(
      fc.property(arbitraryFlow(), (flow) => {
        expect(JSON.stringify(flow)).not.toContain('"when"')
      }),
    )
  })
})

describe('arbitraryFacts', () => {
  test('gives every fact a value with which every condition is decided', () => {
    fc.assert(
      fc.property(
        arbitraryMatter.chain((measurable) => fc.tuple(fc.constant(measurable), arbitraryFacts(measurable))),
        ([{ matter, graph }, facts]) => {
          expect([...facts.keys()]).toEqual(matter.facts.map(({ name }) => name))
          const evaluator = createEvaluator(graph.situations, facts)
          for (const { when } of matter.situations) expect(evaluator.truthOf(when)).not.toBe('unknown')
          expect(runFlow(graph, facts).neededFacts).toEqual([])
        },
      ),
    )
  })

  test('meets the bounds of conditions soon', () => {
    const seen = new Set(
      fc
        .sample(arbitraryFacts(permit), { numRuns: 100, seed: 1 })
        .map((facts) => JSON.stringify(facts.get('经营面积'))),
    )
    for (const amount of ['8', '150']) expect(seen).toContain(JSON.stringify({ kind: 'number', amount }))
  })

  test('leaves facts out where it may', () => {
    const sizes = fc
      .sample(arbitraryFacts(permit, { partial: true }), { numRuns: 100, seed: 1 })
      .map(({ size }) => size)
    expect(Math.min(...sizes)).toBeLessThan(3)
    expect(Math.max(...sizes)).toBe(3)
  })
})

describe('arbitraryCaseHistory', () => {
  /** The engine that runs 用例 works the end of the same case out by itself. */
  function expectSameEnd(measurable: TestedMatter, history: CaseHistory): void {
    const premises = [...history.facts].flatMap(([fact, value]): readonly Premise[] =>
      measurable.matter.facts.some(({ name }) => name === fact) ? [{ kind: 'value', fact, value }] : [],
    )
    const ends: Assertion = { kind: 'closing', operator: 'eq', date: history.closedOn }
    const ran: Assertion = {
      kind: 'set',
      subject: 'steps',
      relation: 'equals',
      names: history.steps.map(({ name }) => name),
    }
    const scenario: Scenario = {
      name: '任意办件',
      premises,
      events: history.events,
      assertions: [ends, ran],
      examples: [],
      sources: [],
      notes: [],
    }
    const { checks } = runScenario(measurable, scenario, { calendar }).result
    expect(
      checks.map(({ truth, expected, actual }) => [truth, truth === 'yes' ? '' : `${expected}，实际${actual}`]),
    ).toEqual([
      ['yes', ''],
      ['yes', ''],
    ])
  }

  test('ends when the engine says that such a case ends', () => {
    const cases = arbitraryMatter.chain((measurable) =>
      fc.tuple(fc.constant(measurable), arbitraryCaseHistory(measurable, { overruns: true })),
    )
    fc.assert(
      fc.property(cases, ([measurable, history]) => expectSameEnd(measurable, history)),
      { numRuns: 300 },
    )
  })

  test.each(city.map((measurable) => [measurable.matter.name, measurable] as const))(
    'fits a published matter: %s',
    (_, measurable) => {
      fc.assert(
        fc.property(arbitraryCaseHistory(measurable), (history) => expectSameEnd(measurable, history)),
        { numRuns: 20 },
      )
    },
  )

  test('has its dates in order, within the year that was asked for', () => {
    fc.assert(
      fc.property(arbitraryCaseHistory(permit, { from: '2024-03-01', to: '2024-03-31' }), (history) => {
        const { submittedOn, acceptedOn, decidedOn = '', closedOn } = history
        expect(submittedOn).toMatch(/^2024-03-/)
        expect([submittedOn, acceptedOn, decidedOn, closedOn]).toEqual(
          [submittedOn, acceptedOn, decidedOn, closedOn].sort(),
        )
        for (const { from, to } of [...history.steps, ...history.supplements, ...history.procedures]) {
          expect(from <= to && submittedOn <= from && to <= closedOn).toBe(true)
        }
        expect(history.facts.get('受理日期')).toEqual({ kind: 'date', date: acceptedOn })
      }),
    )
  })

  test('is accepted when what was missing has been handed in', () => {
    const cases = arbitraryMatter.chain((measurable) => arbitraryCaseHistory(measurable))
    fc.assert(
      fc.property(cases, ({ supplements, acceptedOn, steps }) => {
        for (const { to } of supplements) {
          expect(to <= acceptedOn).toBe(true)
          expect(steps.find(({ name }) => name === '受理')?.from).toBe(to)
        }
      }),
    )
  })

  test('settles the day of acceptance where what comes before it asks for it', () => {
    const first = '2025-06-01'
    const [acceptance] = permit.matter.flow
    if (acceptance?.kind !== 'step') throw new TypeError('the permit begins with its acceptance')
    const when = { kind: 'compare', fact: '受理日期', operator: 'ge', operand: { kind: 'date', date: first } } as const
    const advice: Step = { ...acceptance, name: '预审', stages: ['review'], when }
    const matter = { ...permit.matter, flow: [advice, ...permit.matter.flow] }
    const measurable = { matter, graph: buildGraph(matter).graph }
    const histories = arbitraryCaseHistory(measurable, { from: '2025-05-26', to: '2025-06-06' })
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(histories, (history) => {
        const advised = history.steps.some(({ name }) => name === '预审')
        expect(advised).toBe(history.acceptedOn >= first)
        seen.add(advised)
      }),
    )
    expect(seen.size).toBe(2)
  })

  test('overruns only where it may', () => {
    const longest = (overruns: boolean) =>
      fc
        .sample(arbitraryCaseHistory(permit, { overruns }), { numRuns: 200, seed: 1 })
        .flatMap(({ steps }) => steps.filter(({ name }) => name === '材料审查').map(({ workdays }) => Number(workdays)))
        .reduce((most, each) => Math.max(most, each), 0)
    expect(longest(false)).toBe(2)
    expect(longest(true)).toBe(4)
  })
})
