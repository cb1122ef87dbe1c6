import fc from 'fast-check'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { FactValue } from '../../../src/graph/fact-value.ts'
import type { FlowGraph } from '../../../src/graph/flow-graph.ts'
import type { Requirement } from '../../../src/model/application.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { fact, isOption, isTrue, material, matter, step } from '../../graph/matters.ts'

/** Matters so small that everything about them can be tried (可以穷举的小事项), with what is known of an applicant. */
export interface SmallCase {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly facts: ReadonlyMap<string, FactValue>
  readonly judgements: ReadonlyMap<string, boolean>
}

/** Every value that the conditions below tell apart, by the name of the fact. */
export const VALUES: Readonly<Record<string, readonly FactValue[]>> = {
  甲: [true, false].map((value) => ({ kind: 'boolean', value })),
  乙: [true, false].map((value) => ({ kind: 'boolean', value })),
  丙: ['一类', '二类', '三类'].map((word) => ({ kind: 'option', option: word })),
  丁: ['49', '50', '100', '150', '151'].map((amount) => ({ kind: 'number', amount })),
}

const FACTS = [
  fact('甲'),
  fact('乙'),
  fact('丙', 'option', ['一类', '二类', '三类']),
  { ...fact('丁', 'number'), unit: '平方米' },
]

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('甲', '乙').map(isTrue),
  fc.constantFrom('一类', '二类', '三类').map((word) => isOption('丙', word)),
  fc.shuffledSubarray(['一类', '二类', '三类'], { minLength: 1, maxLength: 2 }).map(
    (words): Condition => ({
      kind: 'oneOf',
      fact: '丙',
      operands: words.map((word) => ({ kind: 'option', option: word })),
    }),
  ),
  fc.tuple(fc.constantFrom('ge', 'lt', 'gt', 'le', 'eq', 'ne'), fc.constantFrom('50', '150')).map(
    ([operator, amount]): Condition => ({
      kind: 'compare',
      fact: '丁',
      operator,
      operand: { kind: 'number', amount },
    }),
  ),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.constant<Condition>({ kind: 'situation', situation: '情形' }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
  ),
}))

const rest = { sources: [], notes: [] }

const requirement = fc
  .record(
    {
      rule: condition,
      manualCheck: fc.constant('看一看'),
      when: condition,
    },
    { requiredKeys: [] },
  )
  .chain((some) =>
    fc.array(condition, { maxLength: 1 }).map((except): Omit<Requirement, 'name'> => ({ ...some, except, ...rest })),
  )

function subset<T>(values: Readonly<Record<string, readonly T[]>>): fc.Arbitrary<ReadonlyMap<string, T>> {
  return fc
    .record(Object.fromEntries(Object.entries(values).map(([name, all]) => [name, fc.constantFrom(undefined, ...all)])))
    .map(
      (some) => new Map(Object.entries(some).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    )
}

/** Any small matter with conditions of acceptance, materials and steps that depend on four facts. */
export const smallCase: fc.Arbitrary<SmallCase> = fc
  .record({
    requirements: fc.array(requirement, { minLength: 1, maxLength: 3 }),
    situation: leaf,
    materials: fc.array(condition, { maxLength: 2 }),
    steps: fc.array(condition, { maxLength: 2 }),
    facts: subset(VALUES),
    judged: subset({ 条件1: [true, false], 条件2: [true, false] }),
  })
  .map(({ requirements, situation, materials, steps, facts, judged }) => {
    const definition = matter({
      facts: FACTS,
      situations: [{ name: '情形', when: situation, ...rest }],
      requirements: requirements.map((each, index) => ({ name: `条件${index + 1}`, ...each })),
      materials: materials.map((when, index) => material(`材料${index + 1}`, { when })),
      flow: [
        step('受理', 1, { stages: ['acceptance'] }),
        ...steps.map((when, index) => step(`环节${index + 1}`, index + 2, { when })),
        step('决定', 1, { stages: ['decision'] }),
      ],
    })
    return { matter: definition, graph: buildGraph(definition).graph, facts, judgements: judged }
  })
