import { compare, type Rational } from '../../base/rational.ts'
import { judgeAdmission } from '../../graph/admission.ts'
import { prepareClassPaths } from '../../graph/class-paths.ts'
import { type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import { createEvaluator, type Truth } from '../../graph/evaluate-condition.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { type RequiredMaterial, requiredMaterials } from '../../graph/required-materials.ts'
import type { Aspect } from '../../graph/situation-classes.ts'
import type { Condition } from '../../model/condition.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { type OutcomePart, outcomeAspects } from '../cases/outcome-aspects.ts'
import type { MeasurableMatter } from '../matter-report.ts'
import { type CountRange, countRange } from './count-ranges.ts'
import { type Inquiry, type InquiryOptions, knownCells, openInquiry } from './inquiry.ts'

/** Something that is not known yet, with the facts that it depends on (还不确定，取决于…). */
export interface Pending<T> {
  readonly item: T
  readonly dependsOn: readonly string[]
}

/** What is sure and what is still open of one kind of thing. */
export interface Expected<T> {
  readonly sure: readonly T[]
  readonly open: readonly Pending<T>[]
  /** How many in all. Unit: 种 or 个. */
  readonly count: CountRange
}

/** The time that a case can take, by the situations that are left (用时的范围). Unit: workdays. */
export interface TimeRange {
  readonly min: Rational
  readonly max: Rational
}

/** What an applicant has to expect (办事预期): 带什么材料、走几步、几天办完、跑几次. */
export interface Outlook {
  /** Whether the conditions of acceptance are met; where it is 否, the rest tells what it would be for others. */
  readonly verdict: Truth
  /** What has to be handed in; a 任选 is one item that names what may be chosen. */
  readonly materials: Expected<RequiredMaterial>
  /** What is needed but need not be handed in (免提交). */
  readonly waived: readonly string[]
  /** Steps and special procedures by name, in the order of the flow. */
  readonly steps: Expected<string>
  /** By the limits of the steps, over the critical path; undefined where there is no flow, or it cannot be told. */
  readonly path: TimeRange | undefined
  /** The lines of 承诺时限 that may count, the first that holds first; one of them is sure. */
  readonly promised: readonly TimeLimit[]
  /** The facts on which times depend. */
  readonly timeDependsOn: readonly string[]
  /** 到现场次数; undefined where the matter does not say. */
  readonly trips: number | undefined
}

/** Outlooks of applicants of one matter, prepared once. */
export interface Outlooks {
  readonly of: (facts: Facts) => Outlook
}

/** Prepares outlooks for applicants of a matter (办事预期的准备). */
export function prepareOutlooks(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  options: InquiryOptions = {},
): Outlooks {
  const { matter, graph } = measurable
  const inquiry = openInquiry(measurable, options)
  const { measuring, space, admitted } = inquiry
  const { store } = space
  const aspects = outcomeAspects(measuring, [])
  const stepSets = aspects.filter(isOf('step')).flatMap(({ parts }) => parts.map(setOf))
  const paths = prepareClassPaths(graph, space, measuring.options.conversion)

  return {
    of: (facts) => {
      const { verdict } = judgeAdmission(
        matter.requirements,
        createEvaluator(graph.situations, facts),
        options.judgements ?? new Map(),
      )
      const cells = knownCells(inquiry, facts)
      const given = space.given(facts)
      const accepted = store.and(given, admitted)
      // Who is not admitted can still be told what it would take.
      const within = store.isSatisfiable(accepted) ? accepted : given
      const dependsOn = (sets: readonly Diagram[]) => factsBehind(inquiry, cells, sets)
      const path = pathIn(within)
      const promised = measuring.promised().filter(({ situations }) => store.and(within, situations) !== NEVER)
      return {
        verdict,
        materials: materialsIn(within, dependsOn),
        waived: matter.materials.flatMap(({ name, necessity, when }) =>
          necessity === 'waived' && truthIn(within, when) !== 'no' ? [name] : [],
        ),
        steps: stepsIn(within, dependsOn),
        path,
        promised: promised.map(({ rule }) => rule),
        timeDependsOn: dependsOn([
          ...(path !== undefined && compare(path.min, path.max) === 0 ? [] : stepSets),
          ...(promised.length > 1 ? promised.map(setOf) : []),
        ]),
        trips: matter.trips,
      }
    },
  }

  function truthIn(within: Diagram, condition: Condition | undefined): Truth {
    if (condition === undefined) return 'yes'
    const holds = space.diagramOf(condition)
    if (store.and(within, holds) === NEVER) return 'no'
    return store.and(within, store.not(holds)) === NEVER ? 'yes' : 'unknown'
  }

  function materialsIn(within: Diagram, dependsOn: DependsOn): Expected<RequiredMaterial> {
    const evaluator = { truthOf: (condition: Condition) => truthIn(within, condition), neededFor: () => [] }
    const required = requiredMaterials(matter, evaluator, new Map())
    return {
      sure: required.filter((material) => material.required === 'yes'),
      open: required
        .filter((material) => material.required === 'unknown')
        .map((item) => ({ item, dependsOn: item.when === undefined ? [] : dependsOn([space.diagramOf(item.when)]) })),
      count: countRange(store, within, aspects.filter(isOf('materials')), (value) =>
        value.kind === 'materials' ? value.materials.reduce((sum, { count }) => sum + count, 0) : 0,
      ),
    }
  }

  function stepsIn(within: Diagram, dependsOn: DependsOn): Expected<string> {
    const steps = aspects.filter(isOf('step')).flatMap(({ parts }) => {
      const running = parts.filter(({ value }) => value.kind === 'step' && value.runs).map(setOf)
      const [first] = parts
      const runs = running.reduce(store.or, NEVER)
      const truth =
        store.and(within, runs) === NEVER ? 'no' : store.and(within, store.not(runs)) === NEVER ? 'yes' : 'unknown'
      const node = first?.value.kind === 'step' ? graph.nodes[first.value.node] : undefined
      return node === undefined ? [] : [{ name: node.name, truth, runs }]
    })
    return {
      sure: steps.filter(({ truth }) => truth === 'yes').map(({ name }) => name),
      open: steps
        .filter(({ truth }) => truth === 'unknown')
        .map(({ name, runs }) => ({ item: name, dependsOn: dependsOn([runs]) })),
      count: countRange(store, within, aspects.filter(isOf('step')), (value) =>
        value.kind === 'step' && value.runs ? 1 : 0,
      ),
    }
  }

  function pathIn(within: Diagram): TimeRange | undefined {
    const longest = measuring.pathIn(within)
    const fastest = paths.fastest(within)
    const shortest = fastest === undefined ? undefined : paths.criticalPathIn(fastest)
    if (longest === undefined || shortest === undefined) return undefined
    const min = compare(shortest.workdays, longest.workdays) > 0 ? longest.workdays : shortest.workdays
    return { min, max: longest.workdays }
  }
}

/** What an applicant of a matter has to expect (办事预期); for many of them `prepareOutlooks` is faster. */
export function outlookFor(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  options: InquiryOptions = {},
): Outlook {
  return prepareOutlooks(measurable, options).of(facts)
}

type DependsOn = (sets: readonly Diagram[]) => readonly string[]

function factsBehind(
  { space, factsOf }: Inquiry,
  cells: ReadonlyMap<number, number>,
  sets: readonly Diagram[],
): readonly string[] {
  const { store } = space
  const names = new Set<string>()
  for (const set of sets) {
    const rest = [...cells].reduce((left, [variable, cell]) => store.restrict(left, { variable, cell }), set)
    for (const variable of store.support(rest)) for (const name of factsOf(variable)) names.add(name)
  }
  return [...names].sort((a, b) => space.declaredAt(a) - space.declaredAt(b))
}

function setOf({ situations }: { readonly situations: Diagram }): Diagram {
  return situations
}

function isOf(kind: OutcomePart['kind']): (aspect: Aspect<OutcomePart>) => boolean {
  return ({ parts }) => parts[0]?.value.kind === kind
}
