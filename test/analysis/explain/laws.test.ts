import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlookToJson } from '../../../src/analysis/explain/advice-json.ts'
import { type AdmissionExplanation, explainAdmission } from '../../../src/analysis/explain/explain-admission.ts'
import { outlookFor } from '../../../src/analysis/explain/outlook.ts'
import type { ConditionTrace } from '../../../src/analysis/explain/trace-condition.ts'
import type { Duration } from '../../../src/calendar/duration.ts'
import { judgeAdmission } from '../../../src/graph/admission.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { createEvaluator } from '../../../src/graph/evaluate-condition.ts'
import type { Facts } from '../../../src/graph/fact-value.ts'
import type { FlowGraph } from '../../../src/graph/flow-graph.ts'
import { requiredMaterials } from '../../../src/graph/required-materials.ts'
import { runFlow } from '../../../src/graph/run-flow.ts'
import type { Condition } from '../../../src/model/condition.ts'
import { arbitraryFacts } from '../../../src/testing/arbitraries/arbitrary-facts.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { type SmallCase, smallCase, VALUES } from './small-matter.ts'

/** Small matters that are tried to the end, and any matter at all with comparisons of every kind. */
const anyCase = fc.oneof(
  smallCase,
  anyMatter.chain((matter) =>
    fc.record({
      matter: fc.constant(matter),
      graph: fc.constant(buildGraph(matter).graph),
      facts: arbitraryFacts({ matter, graph: buildGraph(matter).graph }),
      judgements: fc.constant(new Map<string, boolean>()),
    }),
  ),
)

/** All leaves of a condition, those of the situations that it names among them. */
function leavesOf(root: Condition, { situations }: FlowGraph): ReadonlySet<Condition> {
  const leaves = new Set<Condition>()
  const entered = new Set<string>()
  const visit = (condition: Condition): void => {
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit)
    else if (condition.kind === 'not') visit(condition.of)
    else if (condition.kind !== 'situation') leaves.add(condition)
    else if (!entered.has(condition.situation)) {
      entered.add(condition.situation)
      const meaning = situations.findLast(({ name }) => name === condition.situation)
      if (meaning !== undefined) visit(meaning.when)
    }
  }
  visit(root)
  return leaves
}

function* nodesOf(trace: ConditionTrace): Generator<ConditionTrace> {
  yield trace
  for (const part of trace.parts) yield* nodesOf(part)
}

function tracesOf({ requirements }: AdmissionExplanation): readonly ConditionTrace[] {
  return requirements.flatMap(({ rule, when, except }) => [rule ?? [], when ?? [], except].flat())
}

describe('laws of explanations', () => {
  test('the verdict is that of the engine, and every part of every tree has the truth that the engine gives it', () => {
    fc.assert(
      fc.property(anyCase, ({ matter, graph, facts, judgements }) => {
        const evaluator = createEvaluator(graph.situations, facts)
        const judged = judgeAdmission(matter.requirements, evaluator, judgements)
        const explained = explainAdmission({ matter, graph }, facts, { judgements })
        expect(explained.verdict).toBe(judged.verdict)
        expect(explained.manual).toBe(judged.requirements.filter(({ leftToPerson }) => leftToPerson).length)
        for (const trace of tracesOf(explained)) {
          for (const { condition, truth } of nodesOf(trace)) expect(truth).toBe(evaluator.truthOf(condition))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('every leaf of a condition stands in its tree, with one sentence', () => {
    fc.assert(
      fc.property(anyCase, ({ matter, graph, facts, judgements }) => {
        const { requirements } = explainAdmission({ matter, graph }, facts, { judgements })
        for (const { requirement, rule, when, except } of requirements) {
          const pairs = [
            [requirement.rule, rule],
            [requirement.when, when],
            ...requirement.except.map((condition, index) => [condition, except[index]] as const),
          ] as const
          for (const [condition, trace] of pairs) {
            if (condition === undefined) continue
            const told = trace === undefined ? [] : [...nodesOf(trace)]
            const leaves = new Set(told.flatMap((node) => (node.facts.length > 0 ? [node.condition] : [])))
            expect(leaves).toEqual(leavesOf(condition, graph))
            for (const { sentence } of told) expect(sentence).not.toMatch(/undefined|\n|^$/u)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('another fact, or the answer of a person, never turns 是 or 否 into anything else unless the trace names it', () => {
    const added = fc.constantFrom(
      ...Object.entries(VALUES).flatMap(([name, all]) => all.map((value) => ({ name, value }))),
    )
    const answered = fc.record({ name: fc.constantFrom('条件1', '条件2', '条件3'), value: fc.boolean() })
    fc.assert(
      fc.property(smallCase, fc.oneof(added, answered), (small, { name, value }) => {
        const { facts, judgements } = small
        const asked = small.matter.requirements.find((each) => each.name === name)
        // Nobody is asked to judge what a rule judges alone.
        fc.pre(asked === undefined || asked.rule === undefined || asked.manualCheck !== undefined)
        fc.pre(!facts.has(name) && !judgements.has(name))
        const before = explainAdmission(small, facts, { judgements })
        const after =
          typeof value === 'boolean'
            ? explainAdmission(small, facts, { judgements: new Map([...judgements, [name, value]]) })
            : explainAdmission(small, new Map([...facts, [name, value]]), { judgements })
        if (before.verdict === 'unknown' || after.verdict === before.verdict) return
        // Only an answer can overturn a verdict: that of a condition which the explanation left to a person.
        expect(before.verdict).toBe('yes')
        const named = before.requirements.find(({ requirement }) => requirement.name === name)
        expect(named).toMatchObject({ manual: { answer: undefined } })
      }),
      { numRuns: 1000 },
    )
  })

  test('materials, steps and days are exactly those of all that may still turn out', () => {
    fc.assert(
      fc.property(smallCase, (small) => {
        const outlook = outlookFor(small, small.facts, small)
        const { materials, steps, path } = outlook
        const json = outlookToJson(outlook)
        expect(JSON.parse(JSON.stringify(json))).toEqual(json)
        const accepted = acceptedOf(small, small.facts)
        const possible = accepted.length > 0 ? accepted : completionsOf(small.facts)
        const turnouts = possible.map((facts) => {
          const evaluator = createEvaluator(small.graph.situations, facts)
          const required = requiredMaterials(small.matter, evaluator, new Map())
          const { outcomes } = runFlow(small.graph, facts)
          const run = small.graph.nodes.filter((_, node) => outcomes[node] === 'run')
          return {
            materials: required.flatMap((material) => (material.required === 'yes' ? [material.name] : [])),
            steps: run.map(({ name }) => name),
            days: run.reduce((sum, { limits: [first] }) => sum + amountOf(first?.limit), 0),
          }
        })
        const days = turnouts.map((each) => each.days)
        expect(path && [Number(path.min.num), Number(path.max.num)]).toEqual([Math.min(...days), Math.max(...days)])
        for (const [found, lists] of [
          [
            { ...materials, names: materials.open.map(({ item }) => item.name) },
            turnouts.map((each) => each.materials),
          ],
          [{ ...steps, names: steps.open.map(({ item }) => item) }, turnouts.map((each) => each.steps)],
        ] as const) {
          const counts = lists.map(({ length }) => length)
          expect(found.count).toEqual({ min: Math.min(...counts), max: Math.max(...counts) })
          const every = new Set(lists.flat())
          const always = [...every].filter((name) => lists.every((list) => list.includes(name)))
          expect(found.sure.map((each) => (typeof each === 'string' ? each : each.name)).sort()).toEqual(always.sort())
          expect([...found.names].sort()).toEqual([...every].filter((name) => !always.includes(name)).sort())
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the more is known, the narrower is what the applicant has to expect, and what is sure stays so', () => {
    const added = fc.constantFrom(
      ...Object.entries(VALUES).flatMap(([name, all]) => all.map((value) => ({ name, value }))),
    )
    fc.assert(
      fc.property(smallCase, added, (small, { name, value }) => {
        fc.pre(!small.facts.has(name))
        const before = outlookFor(small, small.facts, small)
        const after = outlookFor(small, new Map([...small.facts, [name, value]]), small)
        // Where the verdict turns to 否, the rest is about others than this applicant.
        fc.pre(after.verdict !== 'no' && acceptedOf(small, new Map([...small.facts, [name, value]])).length > 0)
        for (const kind of ['materials', 'steps'] as const) {
          expect(after[kind].count.min).toBeGreaterThanOrEqual(before[kind].count.min)
          expect(after[kind].count.max).toBeLessThanOrEqual(before[kind].count.max)
        }
        const names = ({ materials }: typeof before) => materials.sure.map((material) => material.name)
        expect(names(after)).toEqual(expect.arrayContaining(names(before)))
        expect(after.steps.sure).toEqual(expect.arrayContaining([...before.steps.sure]))
      }),
      { numRuns: 300 },
    )
  })
})

/** Everything that may still turn out, as the conditions tell it apart. */
function completionsOf(facts: Facts): readonly Facts[] {
  return Object.keys(VALUES)
    .filter((name) => !facts.has(name))
    .reduce<readonly Facts[]>(
      (all, name) => all.flatMap((one) => (VALUES[name] ?? []).map((value) => new Map([...one, [name, value]]))),
      [facts],
    )
}

/** Those of them with which the conditions would be met. */
function acceptedOf({ matter, graph, judgements }: SmallCase, facts: Facts): readonly Facts[] {
  return completionsOf(facts).filter(
    (one) => judgeAdmission(matter.requirements, createEvaluator(graph.situations, one), judgements).verdict !== 'no',
  )
}

/** Unit: workdays. */
function amountOf(limit: Duration | undefined): number {
  return limit !== undefined && 'amount' in limit ? Number(limit.amount) : 0
}
