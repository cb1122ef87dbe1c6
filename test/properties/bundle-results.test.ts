import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { plainBundle } from '../../src/analysis/bundle/plain-bundle.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { Bundle, SharedStep } from '../../src/model/bundle.ts'
import type { Condition } from '../../src/model/condition.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Choice, FlowItem, Step } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'

const RUNS = { numRuns: 2000 }
const NAMES = ['甲项', '乙项', '丙项']
const nothing = { sources: [], notes: [] }

/** How one component comes to its results. */
interface Course {
  readonly optional: boolean
  /** Two reviews side by side, one of them perhaps left out, before the results part. */
  readonly reviews: boolean
  readonly reviewMayBeLeftOut: boolean
  /** 准予 and 不予 part behind a 分流; else there is one delivery. */
  readonly branches: boolean
  /** The 证照 is made before it is delivered, perhaps only on request. */
  readonly made: 'no' | 'always' | 'onRequest'
  readonly refusalEnds: boolean
  readonly deliveryOnRequest: boolean
  readonly acceptanceIssues: boolean
  readonly archives: boolean
  readonly usesResultOfPrevious: boolean
}

const course: fc.Arbitrary<Course> = fc.record({
  optional: fc.boolean(),
  reviews: fc.boolean(),
  reviewMayBeLeftOut: fc.boolean(),
  branches: fc.boolean(),
  made: fc.constantFrom('no', 'always', 'onRequest'),
  refusalEnds: fc.boolean(),
  deliveryOnRequest: fc.boolean(),
  acceptanceIssues: fc.boolean(),
  archives: fc.boolean(),
  usesResultOfPrevious: fc.boolean(),
})

const fact = (name: string): Condition => ({ kind: 'fact', fact: name })

function step(name: string, stage: Step['stages'][number], more: Partial<Step> = {}): Step {
  const limits = [{ limit: { unit: 'workday', amount: '1' } }] as const
  return {
    kind: 'step',
    name,
    stages: [stage],
    limits,
    modes: [],
    outputs: [],
    collects: [],
    terminates: false,
    ...nothing,
    ...more,
  }
}

function matterOf(name: string, each: Course): Matter {
  const asked = [`${name}准予`, `${name}要证`, `${name}复核`]
  const choice: Choice = {
    kind: 'choice',
    name: '结论',
    branches: [{ when: fact(`${name}准予`), target: each.made === 'no' ? '送达准予' : '制证' }],
    otherwise: '送达不予',
    ...nothing,
  }
  const making = step('制证', 'certificate', each.made === 'onRequest' ? { when: fact(`${name}要证`) } : {})
  const delivery = step('送达准予', 'delivery', {
    outputs: [`${name}证`],
    ...(each.made === 'no' ? {} : { after: ['制证'] }),
    ...(each.deliveryOnRequest && { when: fact(`${name}要证`) }),
  })
  const refusal = step('送达不予', 'delivery', {
    outputs: [`${name}不予决定书`],
    terminates: each.refusalEnds,
    after: ['结论'],
  })
  const flow: FlowItem[] = [step('受理', 'acceptance', each.acceptanceIssues ? { outputs: [`${name}受理通知书`] } : {})]
  if (each.reviews) {
    flow.push(step('初审', 'review', each.reviewMayBeLeftOut ? { when: fact(`${name}复核`) } : {}))
    flow.push(step('复审', 'review'), { kind: 'parallel', steps: ['初审', '复审'], ...nothing })
  }
  if (each.branches) flow.push(step('决定', 'decision'), choice)
  if (each.made !== 'no') flow.push(making)
  flow.push(delivery)
  if (each.branches) flow.push(refusal)
  if (each.archives) flow.push(step('归档', 'certificate', { outputs: [`${name}档案`], after: ['送达准予'] }))
  const outputs = ['证', '不予决定书', '受理通知书', '档案'].map((word) => ({
    name: `${name}${word}`,
    forms: [],
    ...nothing,
  }))
  const materials = [{ name: '前项证明', forms: [], necessity: 'required' as const, ...nothing }]
  return {
    ...EMPTY_MATTER,
    name,
    facts: asked.map((name) => ({ name, type: 'boolean', options: [], ...nothing })),
    flow,
    outputs,
    materials,
  }
}

const shared = (kind: SharedStep['kind'], steps: SharedStep['steps'] = []): SharedStep => ({
  kind,
  name: kind === 'inspection' ? '联合复审' : '综合窗口',
  steps,
  ...nothing,
})

const bundles = fc
  .record({
    courses: fc.array(course, { minLength: 1, maxLength: NAMES.length }),
    acceptance: fc.boolean(),
    inspection: fc.boolean(),
    delivery: fc.boolean(),
  })
  .map(({ courses, acceptance, inspection, delivery }) => {
    const found = courses.map((each, index) => matterOf(NAMES[index] ?? '', each))
    const matters = new Map(found.map((matter) => [matter.name, matter]))
    const plain = plainBundle('一件事', matters)
    const reviews = courses.flatMap((each, index) =>
      each.reviews ? [{ component: NAMES[index] ?? '', name: '初审' }] : [],
    )
    const bundle: Bundle = {
      ...plain,
      facts: courses.map((_, index) => ({ name: `办${NAMES[index]}`, type: 'boolean', options: [], ...nothing })),
      components: plain.components.map((component, index) =>
        courses[index]?.optional === true ? { ...component, when: fact(`办${component.name}`) } : component,
      ),
      // Who uses a result cannot be visited together with who issues it.
      outputReuses: (inspection ? [] : courses).flatMap((each, index) => {
        const [from, to] = [NAMES[index - 1], NAMES[index] ?? '']
        if (from === undefined || !each.usesResultOfPrevious) return []
        const output = { component: from, name: `${from}证` }
        return [{ output, materials: [{ component: to, name: '前项证明' }], ...nothing }]
      }),
      sharedSteps: [
        ...(acceptance ? [shared('acceptance')] : []),
        ...(inspection && reviews.length > 0 ? [shared('inspection', reviews)] : []),
        ...(delivery ? [shared('delivery')] : []),
      ],
    }
    return { bundle, matters }
  })
  .chain((set) => {
    const { matter, problems } = bundleMatters(set.bundle, set.matters)
    const names = matter.facts.map(({ name }) => name)
    return fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }).map((values) => {
      const facts: Facts = new Map(
        names.map((name, index) => [name, { kind: 'boolean', value: values[index] === true }]),
      )
      return { ...set, matter, problems, facts }
    })
  })

/** The results of the steps that are done. */
function resultsOf(matter: Matter, facts: Facts): readonly string[] {
  const { graph } = buildGraph(matter)
  const { outcomes } = runFlow(graph, facts)
  return [...new Set(graph.nodes.flatMap(({ outputs }, id) => (outcomes[id] === 'run' ? outputs : [])))].sort()
}

describe('the results of a bundle', () => {
  test('are those that its components would give by themselves: none of another branch, none of one that is not done', () => {
    fc.assert(
      fc.property(bundles, ({ bundle, matters, matter, facts, problems }) => {
        expect(problems.filter(({ kind }) => kind !== 'noLimit')).toEqual([])
        // A component that waits for a result which is not issued is not done.
        const done = new Map<string, readonly string[]>()
        for (const { name, when } of bundle.components) {
          const isSelected = when === undefined || (when.kind === 'fact' && isTrue(facts, when.fact))
          const isSupplied = bundle.outputReuses
            .filter(({ materials }) => materials.some(({ component }) => component === name))
            .every(
              ({ output }) => isLeftOut(output.component) || done.get(output.component)?.includes(output.name) === true,
            )
          const component = matters.get(name)
          if (!isSelected || component === undefined) continue
          const results = resultsOf(component, facts)
          const accepted = bundle.sharedSteps.some(({ kind }) => kind === 'acceptance')
          // What the window issues when it accepts does not wait.
          done.set(
            name,
            isSupplied ? results : accepted ? results.filter((result) => result.endsWith('受理通知书')) : [],
          )
        }
        expect(resultsOf(matter, facts)).toEqual([...done.values()].flat().sort())

        function isLeftOut(name: string): boolean {
          const when = bundle.components.find((each) => each.name === name)?.when
          return when?.kind === 'fact' && !isTrue(facts, when.fact)
        }
      }),
      RUNS,
    )
  })

  test('are not issued twice, but for what 统一出件 hands over; what only issues takes no time', () => {
    fc.assert(
      fc.property(bundles, ({ matter, facts }) => {
        const { graph, problems } = buildGraph(matter)
        expect(problems.filter(({ kind }) => kind !== 'deadEnd')).toEqual([])
        const { outcomes } = runFlow(graph, facts)
        const issued = graph.nodes.flatMap(({ name, outputs }, id) =>
          outcomes[id] === 'run' && name !== '统一出件' ? outputs : [],
        )
        expect(issued.length).toBe(new Set(issued).size)
        for (const { name, limits } of graph.nodes) {
          if (name.includes('·出具')) expect(limits).toEqual([{ limit: { unit: 'instant' } }])
        }
      }),
      RUNS,
    )
  })
})

function isTrue(facts: Facts, name: string): boolean {
  const value = facts.get(name)
  return value?.kind === 'boolean' && value.value
}
