import { compare, divide, max, parseRational, type Rational, rational, sumOf, ZERO } from '../../base/rational.ts'
import { type Conversion, convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { collectedFacts, isToldByApplicant } from '../../graph/applicants-fact.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { compressionRatio } from '../../graph/compression.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { Facts } from '../../graph/fact-value.ts'
import { type LimitClass, type Measuring, startMeasuring } from '../../graph/measuring.ts'
import type { PathResult } from '../../graph/path-result.ts'
import type { SituationWitness } from '../../graph/situation.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Condition } from '../../model/condition.ts'
import type { Matter } from '../../model/matter.ts'
import type { BundledMatter, BundledPart } from './bundle-parts.ts'
import { pathName } from './component.ts'
import { mergeFacts } from './merge-facts.ts'
import { renameCondition } from './rename-condition.ts'
import { listSelections, type Selection } from './selections.ts'

/** How a bundle is measured (核算口径). */
export interface BundleMeasuring {
  /** How much a month or a day is in workdays; the usual rate by default. */
  readonly conversion?: Conversion | undefined
  /** The date whose limits count; the latest ones where it is left out. */
  readonly asOf?: string | undefined
  /** What is known of the applicant, in the names of the bundle. */
  readonly facts?: Facts | undefined
}

/** A number before and after (四减的一项); null where a side is not known. `ratio` is exact, null where there was nothing before. */
export interface BundleCut {
  readonly before: Rational
  readonly after: Rational
  readonly ratio: Rational | null
}

/** What the bundle is compared with (基准), each for the selected components. Null where a component has no such limit. Unit: workdays. */
export interface BundleBaselines {
  readonly statutorySum: Rational | null
  readonly promisedSum: Rational | null
  /** The steps of all selected components one after the other. */
  readonly serial: Rational | null
  /** 基准, a published figure for the whole set; null for any other selection. */
  readonly stated: Rational | null
}

/** A bundle for one combination of components (一种组合的核算). */
export interface SelectionMeasure {
  readonly components: readonly string[]
  /** What must hold for just these; null where they always go together. */
  readonly situation: SituationWitness | null
  readonly baselines: BundleBaselines
  /** Which of them the limit is compared with: the published figure, else the first sum that is known; null for none. */
  readonly comparedWith: 'stated' | 'statutorySum' | 'promisedSum' | null
  /** The critical path of the one flow; undefined where it has no step. */
  readonly path: PathResult | undefined
  /** The limit by 时限口径, as it is worked out (测算); null where a component that it asks for has none. Unit: workdays. */
  readonly limit: Rational | null
  /** The stated 承诺时限 for this selection; null where there is none. Unit: workdays. */
  readonly promised: Rational | null
  /** What the time after is (以后): the promise, else, or where that is too short to be kept, the limit; null for neither. */
  readonly after: 'promised' | 'limit' | null
  /** What the critical path would cut, where the time after is longer than it (测算可达); null where it is not. */
  readonly reachable: BundleCut | null
  readonly cuts: {
    /** 时限: what `after` names against the baseline that `comparedWith` names. */
    readonly time: BundleCut | null
    readonly materials: BundleCut | null
    /** 办事环节: the steps in which the applicant acts. */
    readonly steps: BundleCut | null
    /** All listed steps. */
    readonly allSteps: BundleCut | null
    readonly trips: BundleCut | null
    /** 表单: what is asked of the applicant. */
    readonly fields: BundleCut | null
    /** 费用: what is charged; null where some amount depends on more than the matter. Unit: 元. */
    readonly fees: BundleCut | null
  }
}

/** What stands for the time before, the first that is known. Many public services have no statutory limit at all. */
const BEFORE = ['stated', 'statutorySum', 'promisedSum'] as const

/** Measures a bundle for every combination of its components, the whole set first (一件事核算). */
export function measureBundle(
  bundle: Bundle,
  bundled: BundledMatter,
  matters: ReadonlyMap<string, Matter>,
  { conversion = DEFAULT_CONVERSION, asOf, facts }: BundleMeasuring = {},
): readonly SelectionMeasure[] {
  const { graph } = buildGraph(bundled.matter)
  const whole = startMeasuring(bundled.matter, graph, { conversion, asOf })
  const parts = new Map([...matters].map(([name, matter]) => [name, measurePart(matter)]))
  const asked = fieldsOf(bundled.matter)
  const present = bundle.components.flatMap((declared) => {
    const matter = matters.get(declared.name)
    return matter === undefined ? [] : { declared, matter }
  })
  const { renamings } = mergeFacts(bundle, present)
  const issuing = new Set(bundled.steps.filter(isOnlyIssuing).map(({ name }) => name))
  const within = facts === undefined ? ALWAYS : whole.space().given(facts)
  return listSelections(bundle, whole.space, within).map(measureSelection)

  function measurePart(matter: Matter): Measuring {
    return startMeasuring(matter, buildGraph(matter).graph, { conversion, asOf })
  }

  /** Whether a condition of the bundle, or of one of its components, holds for some of the people that are measured. */
  function occursIn(situations: Diagram, component?: string): Occurs {
    const renaming = component === undefined ? undefined : renamings.get(component)
    return (when) =>
      when === undefined
        ? situations !== NEVER
        : meets(whole.space().diagramOf(renaming === undefined ? when : renameCondition(when, renaming)), situations)
  }

  function measureSelection({ components, situations }: Selection): SelectionMeasure {
    const selected = components.flatMap((name) => parts.get(name) ?? [])
    const eachOf = (count: (part: Measuring, occurs: Occurs) => Rational) =>
      sumOf(
        components.flatMap((name) => {
          const part = parts.get(name)
          return part === undefined ? [] : [count(part, occursIn(situations, name))]
        }),
      )
    const occurs = occursIn(situations)
    const isWhole = components.length === bundle.components.length
    const path = whole.pathIn(situations)
    const stated =
      isWhole && bundle.baseline?.time ? (convertToWorkdays(bundle.baseline.time, conversion) ?? null) : null
    const baselines: BundleBaselines = {
      statutorySum: sumIfKnown(selected.map((part) => longestOf(part.statutory()))),
      promisedSum: sumIfKnown(selected.map((part) => longestOf(part.promised()))),
      serial: sumIfKnown(selected.map((part) => part.serialIn(ALWAYS)?.workdays ?? null)),
      stated,
    }
    const promised = longestOf(whole.promised().filter((rule) => meets(rule.situations, situations)))
    const limit = limitBy(bundle.limitPolicy ?? 'criticalPath', selected, path, promised)
    const comparedWith = BEFORE.find((name) => baselines[name] !== null) ?? null
    const before = comparedWith && baselines[comparedWith]
    const fees = sumIfKnown(selected.map(({ matter }) => feesOf(matter)))
    const after = timeAfter(promised, limit)
    const time = cutOf(before, after === 'promised' ? promised : limit)
    const hasRoom = time !== null && path !== undefined && compare(path.workdays, time.after) < 0
    const published = isWhole ? bundle.baseline : undefined
    const given = (text: string | undefined, computed: Rational | null) =>
      text === undefined ? computed : rational(BigInt(text))
    return {
      components,
      situation: situations === ALWAYS ? null : (whole.witnessOf(situations) ?? null),
      baselines,
      comparedWith,
      path,
      limit,
      promised,
      after,
      reachable: hasRoom ? cutOf(before, path.workdays) : null,
      cuts: {
        time,
        materials: cutOf(given(published?.materials, eachOf(countMaterials)), countMaterials(whole, occurs)),
        steps: cutOf(
          given(
            published?.steps,
            eachOf((part, of) => countSteps(part, of, true)),
          ),
          countSteps(whole, occurs, true),
        ),
        allSteps: cutOf(
          eachOf((part, of) => countSteps(part, of, false)),
          countSteps(whole, occurs, false, issuing),
        ),
        trips: cutOf(
          given(published?.trips, sumIfKnown(selected.map(({ matter }) => tripsOf(matter)))),
          tripsOf(whole.matter),
        ),
        fields: cutOf(
          sumIfKnown(selected.map(({ matter }) => rational(fieldsOf(matter).size))),
          rational(
            bundled.fields.filter(
              ({ name, from }) =>
                asked.has(name) && (from.length === 0 || from.some(({ component }) => components.includes(component))),
            ).length,
          ),
        ),
        // Putting matters together spares nobody a fee: who is charged less says so in the matter.
        fees: cutOf(fees, fees),
      },
    }
  }

  function meets(a: Diagram, b: Diagram): boolean {
    return whole.intersect(a, b) !== NEVER
  }
}

/** A promise that cannot be kept counts for nothing. */
function timeAfter(promised: Rational | null, limit: Rational | null): SelectionMeasure['after'] {
  if (promised !== null && (limit === null || compare(promised, limit) >= 0)) return 'promised'
  return limit === null ? null : 'limit'
}

/** 时限口径: how the limit of the bundle follows from its components. */
function limitBy(
  policy: NonNullable<Bundle['limitPolicy']>,
  selected: readonly Measuring[],
  path: PathResult | undefined,
  promised: Rational | null,
): Rational | null {
  if (policy === 'criticalPath') return path?.workdays ?? null
  if (policy === 'fixed') return promised
  const limits = selected.map((part) => longestOf(part.promised()) ?? longestOf(part.statutory()))
  const known = limits.filter((limit) => limit !== null)
  const [first] = known
  if (first === undefined || known.length < limits.length) return null
  return policy === 'longest' ? known.reduce(max, first) : known.reduce((a, b) => (compare(a, b) <= 0 ? a : b), first)
}

/** The longest of the limits in force; null where there is none, or 无法定时限. */
export function longestOf(classes: readonly LimitClass[]): Rational | null {
  const known = classes.flatMap(({ workdays }) => workdays ?? [])
  const [first] = known
  return first === undefined || known.length < classes.length ? null : known.reduce(max, first)
}

/** Whether something with this condition occurs. */
type Occurs = (when: Condition | undefined) => boolean

/** The materials that some situation asks for; of a 任选 as many as must be chosen. */
function countMaterials({ matter }: Measuring, occurs: Occurs): Rational {
  const byName = new Map(matter.materials.map((material) => [material.name, material]))
  const inChoice = new Set(matter.materialChoices.flatMap(({ materials }) => materials))
  const singles = matter.materials.filter(
    ({ name, necessity, when }) =>
      !inChoice.has(name) && necessity !== 'waived' && necessity !== 'optional' && occurs(when),
  )
  // A choice that stands there several times, for different numbers of options that are fulfilled, counts once.
  const chosen = new Map<string, number>()
  for (const { materials, atLeast, when } of matter.materialChoices) {
    if (!occurs(when)) continue
    const members = materials.flatMap((name) => byName.get(name) ?? [])
    const free = members.filter(({ necessity }) => necessity === 'waived').length
    const key = materials.join('\0')
    chosen.set(key, Math.max(chosen.get(key) ?? 0, Math.min(members.length - free, atLeast - free), 0))
  }
  return rational([...chosen.values()].reduce((sum, count) => sum + count, singles.length))
}

/**
 * The steps that some situation takes; with `forPeople` only 受理 and 送达, in which the applicant acts. Those that only
 * issue are no work of their own.
 */
function countSteps(
  { graph }: Measuring,
  occurs: Occurs,
  forPeople: boolean,
  issuing: ReadonlySet<string> = new Set(),
): Rational {
  const counted = graph.nodes.filter(
    ({ kind, name, stages, when }) =>
      kind === 'step' &&
      !issuing.has(name) &&
      (!forPeople || stages.includes('acceptance') || stages.includes('delivery')) &&
      occurs(when),
  )
  return rational(counted.length)
}

/** Whether a step stands in for one of its component that 统一出件 or another took over, only to issue its result. */
function isOnlyIssuing({ name, from }: BundledPart): boolean {
  const [first, ...others] = from
  if (first === undefined || others.length > 0) return false
  return name.startsWith(pathName(first.component, '')) && name !== pathName(first.component, first.name)
}

/** The facts that the applicant fills in; what an office finds out is no field of his form. */
function fieldsOf({ facts, flow }: Matter): ReadonlySet<string> {
  const collected = collectedFacts(flow)
  return new Set(facts.filter((fact) => isToldByApplicant(fact, collected)).map(({ name }) => name))
}

/** What a matter charges; null where it does not say, or says an amount for each of something. Unit: 元. */
function feesOf({ fees }: Matter): Rational | null {
  if (fees.length === 0) return null
  const amounts = fees.map(({ charged, amountFen, per }) => {
    if (!charged) return ZERO
    const fen = amountFen === undefined || per !== undefined ? undefined : parseRational(amountFen)
    return fen === undefined ? null : divide(fen, rational(100))
  })
  return sumIfKnown(amounts)
}

function tripsOf({ trips }: Matter): Rational | null {
  return trips === undefined ? null : rational(trips)
}

/** The sum; null where a part is not known. */
function sumIfKnown(parts: readonly (Rational | null)[]): Rational | null {
  const known = parts.filter((part) => part !== null)
  return known.length < parts.length ? null : sumOf(known)
}

function cutOf(before: Rational | null, after: Rational | null): BundleCut | null {
  if (before === null || after === null) return null
  return { before, after, ratio: before.num === 0n ? null : compressionRatio(before, after) }
}
