import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../src/analysis/bundle/measure-bundle.ts'
import { plainBundle } from '../../src/analysis/bundle/plain-bundle.ts'
import { compare, printRational, type Rational, rational, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION as conversion } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { criticalPath } from '../../src/graph/paths.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import type { Step } from '../../src/model/flow.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryBundle } from '../support/arbitrary-bundle.ts'

const OFFICES = ['甲局', '乙局'] as const
const nothing = { sources: [], notes: [] }

interface Work {
  /** Unit: half workdays. */
  readonly length: number
  readonly office: 0 | 1 | null
}

const work: fc.Arbitrary<Work> = fc.record({
  length: fc.integer({ min: 0, max: 8 }),
  office: fc.constantFrom(0, 1, null),
})

/** Matters of a few steps one after the other, each done by some office, and how much each office can do at a time. */
const sets = fc.record({
  courses: fc.array(fc.array(work, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  capacity: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
  orders: fc.subarray([
    [0, 1],
    [1, 2],
    [0, 3],
  ] as const),
})

function matterOf(name: string, course: readonly Work[]): Matter {
  const flow = course.map(
    ({ length, office }, place): Step => ({
      kind: 'step',
      name: `第${place + 1}步`,
      stages: ['review'],
      limits: [{ limit: { unit: 'workday', amount: String(length / 2) } }],
      modes: [],
      outputs: place === course.length - 1 ? ['结果'] : [],
      collects: [],
      terminates: false,
      ...(office !== null && { department: OFFICES[office] }),
      ...nothing,
    }),
  )
  return { ...EMPTY_MATTER, name, flow, outputs: [{ name: '结果', forms: [], ...nothing }] }
}

function bundleOf({
  courses,
  orders,
}: {
  courses: readonly (readonly Work[])[]
  orders: readonly (readonly [number, number])[]
}) {
  const names = courses.map((_, index) => `事项${index}`)
  const matters = new Map(courses.map((course, index) => [names[index] ?? '', matterOf(names[index] ?? '', course)]))
  const plain = plainBundle('一件事', matters)
  const bundle: Bundle = {
    ...plain,
    components: plain.components.map((component, index) => ({
      ...component,
      after: orders.flatMap(([first, later]) => (later === index ? (names[first] ?? []) : [])),
    })),
  }
  return { bundle, matters }
}

const capacityOf = (atOnce: readonly number[]) => new Map(OFFICES.map((office, index) => [office, atOnce[index] ?? 1]))

const pathOf = (matter: Matter): Rational => criticalPath(buildGraph(matter).graph, { conversion })?.workdays ?? ZERO

/** The shortest that the steps can take with what the offices can do: every list of priorities is tried. */
function tryEverything(
  { nodes, edges }: FlowGraph,
  officeOf: (name: string) => string | undefined,
  capacity: ReadonlyMap<string, number>,
): Rational {
  const lengths = nodes.map(({ limits }) => {
    const limit = limits[0]?.limit
    return limit !== undefined && 'amount' in limit ? Number(limit.amount) * 2 : 0
  })
  const before = nodes.map((_, id) =>
    edges.inEdge.slice(edges.inStart[id], edges.inStart[id + 1]).map((edge) => edges.source[edge] ?? 0),
  )
  let best = Number.POSITIVE_INFINITY
  place(new Map())
  return rational(best, 2)

  /** Appends each step that can come next, as early as those before it and the offices allow. */
  function place(starts: ReadonlyMap<number, number>): void {
    if (starts.size === nodes.length) {
      best = Math.min(best, Math.max(...[...starts].map(([id, start]) => start + (lengths[id] ?? 0))))
      return
    }
    for (const [id, sources] of before.entries()) {
      if (starts.has(id) || sources.some((source) => !starts.has(source))) continue
      const ready = Math.max(0, ...sources.map((source) => (starts.get(source) ?? 0) + (lengths[source] ?? 0)))
      let start = ready
      while (!fits(id, start, starts)) start++
      place(new Map([...starts, [id, start]]))
      // What no office counts need not be tried in every order.
      if ((lengths[id] ?? 0) === 0 || !capacity.has(officeOf(nodes[id]?.name ?? '') ?? '')) return
    }
  }

  function fits(id: number, start: number, starts: ReadonlyMap<number, number>): boolean {
    const office = officeOf(nodes[id]?.name ?? '')
    const atOnce = office === undefined ? undefined : capacity.get(office)
    if (atOnce === undefined) return true
    for (let moment = start; moment < start + (lengths[id] ?? 0); moment++) {
      const others = [...starts].filter(
        ([other, from]) =>
          officeOf(nodes[other]?.name ?? '') === office && from <= moment && moment < from + (lengths[other] ?? 0),
      )
      if (others.length >= atOnce) return false
    }
    return true
  }
}

/** The most steps of an office that go on at one time, each begun as soon as it can. */
function busiest(
  graph: FlowGraph,
  facts: Facts,
  officesOf: (name: string) => readonly string[],
  office: string,
): number {
  const { outcomes } = runFlow(graph, facts)
  const ends: number[] = []
  const spans: (readonly [number, number])[] = []
  graph.nodes.forEach(({ name, limits }, id) => {
    const sources = graph.edges.inEdge.slice(graph.edges.inStart[id], graph.edges.inStart[id + 1])
    const start = Math.max(0, ...sources.map((edge) => ends[graph.edges.source[edge] ?? 0] ?? 0))
    // However long it really takes: a number that depends on the step alone.
    const length = outcomes[id] === 'run' ? [...name].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 7 : 0
    ends.push(start + length)
    const takesTime = limits.some(({ limit }) => 'amount' in limit && limit.amount !== '0')
    if (length > 0 && takesTime && officesOf(name).includes(office)) spans.push([start, start + length])
  })
  return Math.max(0, ...spans.map(([moment]) => spans.filter(([from, to]) => from <= moment && moment < to).length))
}

describe('what offices can do at a time', () => {
  test('is kept with the shortest order that there is', () => {
    fc.assert(
      fc.property(sets, ({ courses, capacity, orders }) => {
        const { bundle, matters } = bundleOf({ courses, orders })
        const limits = capacityOf(capacity)
        const free = bundleMatters(bundle, matters)
        const { matter, queueing } = bundleMatters(bundle, matters, { capacity: limits })
        const departments = new Map(
          matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item.department] as const] : [])),
        )
        const known = new Map([...limits].filter(([office]) => [...departments.values()].includes(office)))
        const shortest = tryEverything(buildGraph(free.matter).graph, (name) => departments.get(name), known)
        expect(printRational(pathOf(matter))).toBe(printRational(shortest))
        expect(queueing?.isShortest).toBe(true)
        expect(queueing?.lowerBound && printRational(queueing.lowerBound)).toBe(printRational(shortest))
      }),
      { numRuns: 2000 },
    )
  })

  test('is kept in every case, however long the steps really take; only order is added, and no order falls away', () => {
    const bundles = arbitraryBundle().chain((set) => {
      const matters = new Map(
        [...set.matters].map(([name, matter], index) => [name, { ...matter, authority: OFFICES[index % 2] ?? '' }]),
      )
      const { matter } = bundleMatters(set.bundle, matters)
      return fc.record({
        set: fc.constant({ bundle: set.bundle, matters }),
        atOnce: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
        facts: arbitraryFacts({ matter, graph: buildGraph(matter).graph }),
      })
    })
    fc.assert(
      fc.property(bundles, ({ set: { bundle, matters }, atOnce, facts }) => {
        const free = bundleMatters(bundle, matters)
        const { matter, queueing, steps } = bundleMatters(bundle, matters, { capacity: capacityOf(atOnce) })
        const { graph, problems } = buildGraph(matter)
        expect(problems.filter(({ kind }) => kind !== 'deadEnd')).toEqual([])
        const departments = new Map(
          matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item.department] as const] : [])),
        )
        for (const { office, atOnce: most } of queueing?.queues ?? []) {
          expect(busiest(graph, facts, (name) => [departments.get(name) ?? ''], office)).toBeLessThanOrEqual(most)
        }
        expect(steps.map(({ name }) => name).sort()).toEqual(free.steps.map(({ name }) => name).sort())
        expect(compare(pathOf(matter), pathOf(free.matter))).toBeGreaterThanOrEqual(0)
        const waits = new Map(
          matter.flow.flatMap((item) => (item.kind === 'step' ? [[item.name, item.after ?? []] as const] : [])),
        )
        for (const item of free.matter.flow) {
          if (item.kind !== 'step') continue
          for (const before of item.after ?? []) expect(waits.get(item.name)).toContain(before)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('does not depend on the order in which the components are listed', () => {
    fc.assert(
      fc.property(sets, fc.infiniteStream(fc.nat()), ({ courses, capacity, orders }, random) => {
        const { bundle, matters } = bundleOf({ courses, orders })
        const shuffled = bundle.components
          .map((component) => ({ component, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ component }) => component)
        const queueOf = (components: Bundle['components']) => {
          const bundled = bundleMatters({ ...bundle, components }, matters, { capacity: capacityOf(capacity) })
          const [measure] = measureBundle({ ...bundle, components }, bundled, matters)
          const path = measure?.path && printRational(measure.path.workdays)
          return {
            queues: bundled.queueing?.queues.map(({ waits, ...queue }) => ({
              ...queue,
              waits: waits.map((wait) => JSON.stringify(wait)).sort(),
            })),
            path,
          }
        }
        expect(queueOf(shuffled)).toEqual(queueOf(bundle.components))
      }),
      { numRuns: 500 },
    )
  })
})
