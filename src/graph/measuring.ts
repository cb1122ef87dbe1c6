import type { Rational } from '../base/rational.ts'
import { type Conversion, convertToWorkdays } from '../calendar/duration.ts'
import { requireDate } from '../calendar/require-date.ts'
import type { Matter } from '../model/matter.ts'
import type { TimeLimit } from '../model/time-limit.ts'
import type { CountFrom } from './counted-time.ts'
import type { Counts } from './counts.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { FlowGraph } from './flow-graph.ts'
import { formerLimits, limitsInForce } from './limits-in-force.ts'
import { matterSituations } from './matter-conditions.ts'
import type { Until } from './path-endings.ts'
import type { PathResult } from './path-result.ts'
import { criticalPath, serialSum } from './paths.ts'
import type { SituationWitness } from './situation.ts'
import type { SituationSpace } from './situation-space.ts'

/** How a matter is measured (核算口径). */
export interface MeasuringOptions {
  /** The date whose rules count; without it the latest rules. */
  readonly asOf?: string | undefined
  readonly conversion: Conversion
  /** Default: `application`. */
  readonly countFrom?: CountFrom | undefined
  /** The situations of the matter, where the caller has them. */
  readonly space?: SituationSpace | undefined
  /** Figures that do not come from the matter itself; null where there is none for it, absent where nobody asked. */
  readonly given?: Readonly<Partial<Record<'baseline' | 'actual' | 'formerPromise', GivenFigure | null>>> | undefined
  /** What the matter asked for before (原来的数): in the version before, or published as 基准; absent where there is none. */
  readonly formerCounts?: Counts | undefined
}

/** A time that comes from outside a matter (外来的数): the promise of the version it is compared with, what cases took. */
export interface GivenFigure {
  /** Unit: workdays. */
  readonly workdays: Rational
  readonly rule: TimeLimit | null
}

/** A rule in force with the situations in which it is the one that counts. */
export interface LimitClass {
  readonly rule: TimeLimit
  /** Undefined for 无法定时限. */
  readonly workdays: Rational | undefined
  readonly situations: Diagram
}

/** A matter being measured: its limits on a date and its paths, each worked out when first asked for. */
export interface Measuring {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly options: MeasuringOptions
  /** All situations of the matter. */
  readonly space: () => SituationSpace
  readonly statutory: () => readonly LimitClass[]
  readonly promised: () => readonly LimitClass[]
  readonly formerPromise: () => readonly LimitClass[]
  /** The critical path within a set of situations, by the options' 起点 unless told otherwise. */
  readonly pathIn: (within: Diagram, countFrom?: CountFrom, until?: Until) => PathResult | undefined
  readonly serialIn: (within: Diagram) => PathResult | undefined
  /** The situations that two classes share. */
  readonly intersect: (a: Diagram, b: Diagram) => Diagram
  /** A situation of the set in words; null where the set is every situation. */
  readonly witnessOf: (set: Diagram) => SituationWitness | null
}

/**
 * Prepares the measuring of a matter. The situation space is only built where a condition makes it necessary. Throws a
 * TypeError for an `asOf` that is no date.
 */
export function startMeasuring(matter: Matter, graph: FlowGraph, options: MeasuringOptions): Measuring {
  const { asOf, conversion } = options
  requireDate(asOf)
  const space = lazily(() => options.space ?? matterSituations(matter, graph))
  const paths = new Map<string, PathResult | undefined>()
  const classesOf = (rules: readonly TimeLimit[]) => limitClasses(rules, conversion, space)

  function pathIn(within: Diagram, countFrom = options.countFrom, until?: Until): PathResult | undefined {
    return remember(`${within} ${countFrom} ${until}`, () =>
      criticalPath(graph, { conversion, countFrom, until, situations: { space, within } }),
    )
  }

  function serialIn(within: Diagram): PathResult | undefined {
    const { countFrom } = options
    return remember(`${within}`, () => serialSum(graph, { conversion, countFrom, situations: { space, within } }))
  }

  function remember(key: string, measure: () => PathResult | undefined): PathResult | undefined {
    if (!paths.has(key)) paths.set(key, measure())
    return paths.get(key)
  }

  return {
    matter,
    graph,
    options,
    space,
    statutory: lazily(() => classesOf(limitsInForce(matter.statutoryLimits, asOf))),
    promised: lazily(() => classesOf(limitsInForce(matter.promisedLimits, asOf))),
    formerPromise: lazily(() => {
      const own = classesOf(formerLimits(matter.promisedLimits, asOf))
      const before = options.given?.formerPromise
      // Where no line of the matter itself was replaced, the promise of the version before it was.
      return own.length > 0 || !before?.rule ? own : [{ ...before, rule: before.rule, situations: ALWAYS }]
    }),
    pathIn,
    serialIn,
    intersect: (a, b) => (a === ALWAYS ? b : b === ALWAYS ? a : space().store.and(a, b)),
    witnessOf: (set) => (set === ALWAYS ? null : (space().witnessOf(set) ?? null)),
  }
}

/** The situations in which each rule counts; rules that never do are left out. */
function limitClasses(
  rules: readonly TimeLimit[],
  conversion: Conversion,
  space: () => SituationSpace,
): readonly LimitClass[] {
  const classes: LimitClass[] = []
  let open = ALWAYS
  for (const rule of rules) {
    const holds = rule.when === undefined ? ALWAYS : space().diagramOf(rule.when)
    const situations = open === ALWAYS ? holds : holds === ALWAYS ? open : space().store.and(open, holds)
    if (situations !== NEVER) classes.push({ rule, workdays: convertToWorkdays(rule.limit, conversion), situations })
    if (holds === ALWAYS) break
    open = space().store.and(open, space().store.not(holds))
  }
  return classes
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
