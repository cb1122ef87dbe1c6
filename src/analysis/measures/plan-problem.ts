import {
  compare,
  max,
  multiply,
  ONE,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../base/rational.ts'
import { type Conversion, convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import type { CountFrom } from '../../graph/counted-time.ts'
import { ALWAYS, type Diagram } from '../../graph/decision-diagram.ts'
import { type Obstacle, obstacleTo } from '../../graph/measure-obstacle.ts'
import { type Measuring, startMeasuring } from '../../graph/measuring.ts'
import type { PathResult } from '../../graph/path-result.ts'
import { haveRivalEnds } from '../../graph/rival-ends.ts'
import type { Matter } from '../../model/matter.ts'
import type { Measure } from '../../model/measure.ts'
import { takeMeasure } from './take-measures.ts'

/** What the plan is to reach (压减目标): a cut of the statutory limit in force, or a number of days in every situation. */
export type PlanTarget =
  /** The share that must be cut: 60% is 3/5. */
  | { readonly kind: 'cut'; readonly ratio: Rational }
  /** Unit: workdays. */
  | { readonly kind: 'workdays'; readonly workdays: Rational }

/** How a plan counts. */
export interface PlanOptions {
  /** The date whose rules count, `YYYY-MM-DD`; without it the latest rules. */
  readonly asOf?: string | undefined
  readonly conversion?: Conversion | undefined
  /** Default: over all listed steps, as guides count. */
  readonly countFrom?: CountFrom | undefined
  /**
   * Nodes of the search (工作量上限), after which the best plan so far is answered with its bound. When left out, as many as
   * some seconds allow; counted, not timed: the answer is the same on every machine.
   */
  readonly nodes?: number | undefined
}

/** Nodes of the search unless the caller says how many. */
const USUAL_NODES = 20_000

/** A measure that cannot be taken, and why. */
export interface RefusedMeasure {
  readonly measure: Measure
  readonly obstacle: Obstacle
}

/** A matter with those of its measures that can be taken, ready to be tried out. */
export interface PlanProblem {
  readonly matter: Matter
  readonly options: {
    readonly asOf: string | undefined
    readonly conversion: Conversion
    readonly countFrom: CountFrom
    readonly nodes: number
  }
  readonly usable: readonly Measure[]
  readonly refused: readonly RefusedMeasure[]
  /** Several steps with 终止 can run in one case. */
  readonly rivalEnds: boolean
}

/** The set of situations in which one limit counts, with the longest time allowed there. */
export interface Allowance {
  readonly situations: Diagram
  /** Unit: workdays, in whole and half days. */
  readonly allowed: Rational
}

/** Sorts the measures of a matter into those that can be taken and those that cannot. */
export function preparePlan(matter: Matter, options: PlanOptions = {}): PlanProblem {
  const { asOf, conversion = DEFAULT_CONVERSION, countFrom = 'application', nodes = USUAL_NODES } = options
  const problem = { matter, options: { asOf, conversion, countFrom, nodes }, usable: [], refused: [], rivalEnds: false }
  const before = measure(problem, matter)
  const taken = matter.measures.filter((one) => one.taken === true)
  const usable: Measure[] = []
  const refused: RefusedMeasure[] = []
  for (const one of matter.measures) {
    if (one.taken === true) continue
    const obstacle = obstacleTo(one, matter) ?? excludedBy(taken, one) ?? obstacleInEffect(problem, one, before)
    if (obstacle === undefined) usable.push(one)
    else refused.push({ measure: one, obstacle })
  }
  dropUnsupported(usable, refused, new Set(taken.map(({ name }) => name)))
  return { ...problem, usable, refused, rivalEnds: haveRivalEnds(before.graph, before.space) }
}

function excludedBy(taken: readonly Measure[], one: Measure): Obstacle | undefined {
  const what = taken.filter(({ name, excludes }) => excludes.includes(one.name) || one.excludes.includes(name))
  return what.length > 0 ? { because: 'excluded', what: what.map(({ name }) => name) } : undefined
}

/** A measure that rests on one that cannot be taken cannot be taken either, nor can what rests on it. */
function dropUnsupported(usable: Measure[], refused: RefusedMeasure[], taken: ReadonlySet<string>): void {
  for (;;) {
    const names = new Set([...taken, ...usable.map(({ name }) => name)])
    const at = usable.findIndex(({ requires }) => requires.some((name) => !names.has(name)))
    const [measure] = at < 0 ? [] : usable.splice(at, 1)
    if (measure === undefined) return
    refused.push({ measure, obstacle: { because: 'names', what: measure.requires.filter((name) => !names.has(name)) } })
  }
}

function obstacleInEffect(problem: PlanProblem, one: Measure, before: Measuring): Obstacle | undefined {
  const after = takeMeasure(problem.matter, one, problem.options.conversion)
  if (after === undefined) return { because: 'order', what: one.steps }
  const longer = compare(lengthOf(longestPath(measure(problem, after))), lengthOf(longestPath(before))) > 0
  return longer ? { because: 'lengthens', what: one.steps } : undefined
}

/** Measures a version of the matter as the plan counts. */
export function measure({ options }: PlanProblem, matter: Matter): Measuring {
  return startMeasuring(matter, buildGraph(matter).graph, options)
}

/** The critical path over all situations. */
export function longestPath(measuring: Measuring): PathResult | undefined {
  return measuring.pathIn(ALWAYS)
}

/** What a measure costs. */
export function costOf({ cost }: Measure): Rational {
  return parseRational(cost.amount) ?? ZERO
}

/** The length of a path; an empty flow takes no time. Unit: workdays. */
export function lengthOf(path: PathResult | undefined): Rational {
  return path?.workdays ?? ZERO
}

/**
 * How long the matter may take in each set of situations, rounded down to half days; undefined where the target is a
 * share and some situation has no statutory limit to take it of.
 */
export function allowances(measuring: Measuring, target: PlanTarget): readonly Allowance[] | undefined {
  if (target.kind === 'workdays') return [{ situations: ALWAYS, allowed: target.workdays }]
  const classes = measuring.statutory()
  const allowed = classes.flatMap(({ workdays, situations }) =>
    workdays === undefined ? [] : [{ situations, allowed: halfDays(multiply(subtract(ONE, target.ratio), workdays)) }],
  )
  return allowed.length === 0 || allowed.length < classes.length ? undefined : allowed
}

function halfDays({ num, den }: Rational): Rational {
  return rational((num * 2n) / den, 2n)
}

/** The longest length that a step can have before any measure, in any situation. Unit: workdays. */
export function lengthBeforeMeasures(matter: Matter, name: string, conversion: Conversion): Rational {
  const step = matter.flow.find((item) => item.kind === 'step' && item.name === name)
  const lengths = step?.kind === 'step' ? step.limits.map(({ limit }) => convertToWorkdays(limit, conversion)) : []
  return lengths.reduce<Rational>((longest, length) => max(longest, length ?? ZERO), ZERO)
}
