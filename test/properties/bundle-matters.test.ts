import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleMatters } from '../../src/analysis/bundle/bundle-matters.ts'
import { measureBundle } from '../../src/analysis/bundle/measure-bundle.ts'
import { plainBundle } from '../../src/analysis/bundle/plain-bundle.ts'
import { add, compare, printRational, type Rational, ZERO } from '../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../src/calendar/duration.ts'
import { buildGraph } from '../../src/graph/build-graph.ts'
import { createEvaluator } from '../../src/graph/evaluate-condition.ts'
import type { Facts } from '../../src/graph/fact-value.ts'
import type { FlowGraph } from '../../src/graph/flow-graph.ts'
import { criticalPath, serialSum } from '../../src/graph/paths.ts'
import { requiredMaterials } from '../../src/graph/required-materials.ts'
import { runFlow } from '../../src/graph/run-flow.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Matter } from '../../src/model/matter.ts'
import { arbitraryFacts } from '../../src/testing/arbitraries/arbitrary-facts.ts'
import { arbitraryMatter } from '../../src/testing/arbitraries/arbitrary-matter.ts'
import { arbitraryBundle, type BundledSet } from '../support/arbitrary-bundle.ts'

const conversion = DEFAULT_CONVERSION
const RUNS = { numRuns: 2000 }

/** A bundle made one matter, its flow drawn, and all that is known of one applicant. */
const made = arbitraryBundle().chain((set) => {
  const bundled = bundleMatters(set.bundle, set.matters)
  const { graph, problems } = buildGraph(bundled.matter)
  return arbitraryFacts({ matter: bundled.matter, graph }).map((facts) => ({ ...set, bundled, graph, problems, facts }))
})

const selectedOf = ({ bundle }: BundledSet, facts: Facts) => {
  const { truthOf } = createEvaluator(bundle.situations, facts)
  return bundle.components.filter(({ when }) => when === undefined || truthOf(when) === 'yes').map(({ name }) => name)
}

function ran(graph: FlowGraph, facts: Facts): ReadonlySet<string> {
  const { outcomes } = runFlow(graph, facts)
  return new Set(graph.nodes.filter((_, id) => outcomes[id] === 'run').map(({ name }) => name))
}

const asked = (matter: Matter, facts: Facts) =>
  requiredMaterials(matter, createEvaluator(matter.situations, facts), new Map()).filter(
    ({ required }) => required === 'yes',
  )

const workdays = (graph: FlowGraph, facts: Facts): Rational =>
  criticalPath(graph, { conversion, facts })?.workdays ?? ZERO

describe('a bundle of any matters', () => {
  test('is a sound matter: its flow can be drawn without a problem, and nothing is wrong with the bundle', () => {
    fc.assert(
      fc.property(made, ({ problems, bundled }) => {
        // Where no result is issued in every case, 统一出件 can name none.
        const unclear = problems.filter((each) => each.kind !== 'deadEnd' || each.step !== '统一出件')
        expect(unclear).toEqual([])
        expect(bundled.problems).toEqual([])
      }),
      RUNS,
    )
  })

  test('does just the steps that its selected components do, whatever the case', () => {
    fc.assert(
      fc.property(made, ({ bundle, matters, bundled, graph, facts }) => {
        const selected = selectedOf({ bundle, matters }, facts)
        const done = ran(graph, facts)
        for (const { name, from } of bundled.steps) {
          const isDone = from.some(({ component, name: step }) => {
            const matter = matters.get(component)
            return (
              matter !== undefined && selected.includes(component) && ran(buildGraph(matter).graph, facts).has(step)
            )
          })
          const isShared = bundle.sharedSteps.length > 0 && !name.includes('·')
          if (!isShared) expect([name, done.has(name)]).toEqual([name, isDone])
        }
      }),
      RUNS,
    )
  })

  test('asks for each document once, and for all that its components ask for but what they issue', () => {
    fc.assert(
      fc.property(made, ({ bundle, matters, bundled, facts }) => {
        const selected = selectedOf({ bundle, matters }, facts)
        const places = bundled.materials.flatMap(({ from }) =>
          from.map(({ component, name }) => `${component}·${name}`),
        )
        expect(new Set(places).size).toBe(places.length)
        const wanted = asked(bundled.matter, facts)
        // A shared document that is handed in for one component, or that the authority has, is there for the others.
        const isThere = (component: string, material: string) =>
          bundle.sharedMaterials
            .filter(({ materials }) => materials.some((path) => path.component === component && path.name === material))
            .flatMap(({ name, materials }) => materials.map((path) => ({ shared: name, path })))
            .some(({ shared, path }) => {
              const matter = matters.get(path.component)
              const found = matter?.materials.find((each) => each.name === path.name)
              const holds = matter && createEvaluator(matter.situations, facts).truthOf
              return (
                selected.includes(path.component) &&
                found !== undefined &&
                (found.necessity === 'waived' || names.has(shared)) &&
                (found.when === undefined || holds?.(found.when) === 'yes')
              )
            })
        const names = new Set(wanted.flatMap(({ name, choices }) => [name, ...choices]))
        const called = new Map(
          bundled.materials.flatMap((part) => part.from.map(({ component, name }) => [`${component}·${name}`, part])),
        )
        for (const component of selected) {
          const matter = matters.get(component)
          for (const { name, choices } of matter === undefined ? [] : asked(matter, facts)) {
            const parts = (choices.length > 0 ? choices : [name]).flatMap(
              (each) => called.get(`${component}·${each}`) ?? [],
            )
            const isCovered =
              parts.some(
                (part) => names.has(part.name) || part.providedBy.some(({ component }) => selected.includes(component)),
              ) || (choices.length > 0 ? choices : [name]).some((each) => isThere(component, each))
            expect([component, name, isCovered]).toEqual([component, name, true])
          }
        }
      }),
      RUNS,
    )
  })

  test('keeps the order of every component, of 前序 and of what one issues for another', () => {
    fc.assert(
      fc.property(made, ({ bundle, matters, bundled, graph }) => {
        const called = new Map(
          bundled.steps.flatMap(({ name, from }) =>
            from.map((part) => [`${part.component}·${part.name}`, name] as const),
          ),
        )
        const later = reachable(graph)
        for (const [component, matter] of matters) {
          const own = buildGraph(matter).graph
          own.edges.source.forEach((source, edge) => {
            const [a, b] = [own.nodes[source], own.nodes[own.edges.target[edge] ?? 0]]
            if (a?.kind !== 'step' || b?.kind !== 'step') return
            const [first, second] = [called.get(`${component}·${a.name}`), called.get(`${component}·${b.name}`)]
            if (first !== undefined && second !== undefined && first !== second) {
              expect([first, second, later(first).has(second)]).toEqual([first, second, true])
            }
          })
        }
        const decides = (component: string) => called.get(`${component}·决定`) ?? ''
        for (const { name, after } of bundle.components) {
          for (const before of after) expect(later(decides(before)).has(decides(name))).toBe(true)
        }
        for (const { from, to } of bundled.feeds) expect(later(decides(from)).has(decides(to))).toBe(true)
      }),
      RUNS,
    )
  })

  test('takes no longer than its components one after the other, and no shorter than any of them', () => {
    fc.assert(
      fc.property(made, ({ bundle, matters, graph, facts }) => {
        const whole = workdays(graph, facts)
        const selected = selectedOf({ bundle, matters }, facts)
        let sum = ZERO
        for (const component of selected) {
          const own = buildGraph(matters.get(component) ?? fail()).graph
          sum = add(sum, serialSum(own, { conversion, facts })?.workdays ?? ZERO)
          if (bundle.sharedSteps.length === 0) expect(compare(whole, workdays(own, facts))).toBeGreaterThanOrEqual(0)
        }
        // Shared steps take as long as the longest that they replace, of any component.
        const shared = bundle.sharedSteps.length > 0 ? [...matters.values()] : []
        for (const matter of shared) {
          for (const item of matter.flow) if (item.kind === 'step') sum = add(sum, longest(item.limits))
        }
        expect(compare(whole, sum)).toBeLessThanOrEqual(0)
      }),
      RUNS,
    )
  })

  test('measures the same whatever the order in which its components are listed', () => {
    fc.assert(
      fc.property(arbitraryBundle(), fc.infiniteStream(fc.nat()), (set, random) => {
        const shuffled = [...set.bundle.components].map((component) => ({ component, at: random.next().value }))
        shuffled.sort((a, b) => a.at - b.at)
        const other: Bundle = { ...set.bundle, components: shuffled.map(({ component }) => component) }
        expect(figures({ ...set, bundle: other })).toEqual(figures(set))
      }),
      RUNS,
    )
  })
})

describe('a bundle of one matter', () => {
  test('measures as the matter', () => {
    fc.assert(
      fc.property(arbitraryMatter, ({ matter, graph }) => {
        const bundle = wrap([matter])
        const bundled = bundleMatters(bundle, new Map([[matter.name, matter]]))
        const own = criticalPath(graph, { conversion })
        const path = criticalPath(buildGraph(bundled.matter).graph, { conversion })
        expect(path && printRational(path.workdays)).toBe(own && printRational(own.workdays))
      }),
      RUNS,
    )
  })
})

describe('bundles of bundles', () => {
  test('come to the same whichever are put together first, where no step is shared', () => {
    fc.assert(
      fc.property(fc.tuple(arbitraryMatter, arbitraryMatter, arbitraryMatter), (found) => {
        const [a, b, c] = found.map(({ matter }, index) => ({ ...matter, name: `事项${index}` }))
        if (a === undefined || b === undefined || c === undefined) throw new RangeError('three matters')
        const first = put(put(a, b), c)
        const last = put(a, put(b, c))
        expect(summary(first)).toEqual(summary(last))
        expect(summary(first)).toEqual(summary(putAll([a, b, c])))
      }),
      RUNS,
    )
  })
})

function put(a: Matter, b: Matter): Matter {
  return putAll([a, b])
}

function putAll(matters: readonly Matter[]): Matter {
  return bundleMatters(wrap(matters), new Map(matters.map((matter) => [matter.name, matter]))).matter
}

/** What does not depend on how parts are called. */
function summary(matter: Matter) {
  const { graph } = buildGraph(matter)
  return {
    workdays: printRational(criticalPath(graph, { conversion })?.workdays ?? ZERO),
    serial: printRational(serialSum(graph, { conversion })?.workdays ?? ZERO),
    steps: graph.nodes.length,
    materials: matter.materials.length,
    choices: matter.materialChoices.length,
  }
}

function wrap(matters: readonly Matter[]): Bundle {
  const name = matters.map((matter) => matter.name).join('和')
  return plainBundle(name, new Map(matters.map((matter) => [matter.name, matter])))
}

/** Every figure of every selection, by its components in one order. */
function figures({ bundle, matters }: BundledSet): readonly string[] {
  const print = (value: Rational | null | undefined) => (value ? printRational(value) : '–')
  return measureBundle(bundle, bundleMatters(bundle, matters), matters, { conversion })
    .map(({ components, path, limit, cuts, baselines }) =>
      JSON.stringify([
        [...components].sort(),
        print(path?.workdays),
        print(limit),
        Object.values(baselines).map(print),
        Object.values(cuts).map((cut) => [print(cut?.before), print(cut?.after), print(cut?.ratio)]),
      ]),
    )
    .sort()
}

/** For each step the names of all that come after it. */
function reachable({ nodes, edges }: FlowGraph): (name: string) => ReadonlySet<string> {
  const after = nodes.map(() => new Set<string>())
  for (let id = nodes.length - 1; id >= 0; id--) {
    for (let edge = edges.outStart[id] ?? 0; edge < (edges.outStart[id + 1] ?? 0); edge++) {
      const target = edges.target[edge] ?? 0
      after[id]?.add(nodes[target]?.name ?? '')
      for (const name of after[target] ?? []) after[id]?.add(name)
    }
  }
  return (name) => after[nodes.findIndex((node) => node.name === name)] ?? new Set()
}

function longest(limits: readonly { readonly limit: { readonly unit: string } }[]): Rational {
  let found = ZERO
  for (const { limit } of limits) {
    const amount = 'amount' in limit ? Number(limit.amount) * 2 : 0
    const length = { num: BigInt(amount), den: 2n }
    if (compare(length, found) > 0) found = length
  }
  return found
}

function fail(): never {
  throw new RangeError('a selected component has a matter')
}
