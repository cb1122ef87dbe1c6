import { add, compare, max, type Rational, subtract, ZERO } from '../base/rational.ts'
import { type Conversion, convertToWorkdays, DEFAULT_CONVERSION, type Duration } from '../calendar/duration.ts'
import { createEvaluator } from '../graph/evaluate-condition.ts'
import type { Facts, FactValue } from '../graph/fact-value.ts'
import type { FlowGraph, FlowNode } from '../graph/flow-graph.ts'
import { limitsInForce } from '../graph/limits-in-force.ts'
import { matterSituations } from '../graph/matter-conditions.ts'
import { type Schedule, type ScheduledStep, scheduleWorstCase } from '../graph/schedule.ts'
import type { SituationWitness } from '../graph/situation.ts'
import type { Matter } from '../model/matter.ts'
import type { TimeLimit } from '../model/time-limit.ts'

/** A stretch of time (一段时间). Unit: workdays since the application, with what does not count. */
export interface GanttStretch {
  readonly start: Rational
  readonly end: Rational
}

/** A step on the time axis (横道). */
export interface GanttSpan extends GanttStretch {
  readonly step: ScheduledStep
  /** The main clock runs meanwhile. */
  readonly counted: boolean
  /** A day later here is a day later at the end. */
  readonly decisive: boolean
}

/** A limit on the time axis: from when it runs to when it is used up, pauses left out. */
export interface GanttLimit extends GanttStretch {
  readonly kind: 'statutory' | 'promised'
  readonly rule: TimeLimit
}

/** The steps of one situation laid out in time (排期), as they are drawn. */
export interface GanttPlan {
  /** In the order of the flow; those that do not run are left out. */
  readonly spans: readonly GanttSpan[]
  /** When the main clock stands still. */
  readonly pauses: readonly GanttStretch[]
  readonly limits: readonly GanttLimit[]
  /** The situation that is drawn; null where all are alike, or none is known to take so long. */
  readonly situation: SituationWitness | null
  /** When the last step ends. */
  readonly end: Rational
  /** 特别程序 that the applicant may come to all the same: in another situation, or started by hand. */
  readonly besides: readonly FlowNode[]
}

/** What the plan is made with. */
export interface GanttPlanOptions {
  readonly graph: FlowGraph
  /** What is known of an applicant; the longest case of what is left open. */
  readonly given?: Facts | undefined
  /** The day whose limits hold, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined
  readonly conversion?: Conversion | undefined
}

/**
 * Lays the steps of the longest situation out in time: each begins as soon as what it waits for has ended and takes its whole
 * 时限. What does not count takes its time here too, while the clock of the limits stands still.
 *
 * Undefined where nothing runs.
 */
export function planGantt(matter: Matter, options: GanttPlanOptions): GanttPlan | undefined {
  const { graph, given, asOf, conversion = DEFAULT_CONVERSION } = options
  const schedule = scheduleOf(matter, graph, conversion, given)
  if (schedule === undefined || schedule.steps.length === 0) return undefined
  const spans = layOut(graph, schedule, conversion)
  const pauses = unite(spans.filter(({ step: { clock } }) => clock === 'excluded' || clock === 'paused'))
  const { truthOf } = createEvaluator(graph.situations, knownFacts(given, schedule.path.situation))
  const holds = ({ when }: TimeLimit) => when === undefined || truthOf(when) === 'yes'
  const limits = (['statutory', 'promised'] as const).flatMap((kind): readonly GanttLimit[] => {
    const rules = kind === 'statutory' ? matter.statutoryLimits : matter.promisedLimits
    const rule = limitsInForce(rules, asOf).find(holds)
    const length = rule && convertToWorkdays(rule.limit, conversion)
    if (rule === undefined || length === undefined) return []
    const start = startOf(rule, graph, spans)
    return [{ kind, rule, start, end: addOutside(pauses, start, length) }]
  })
  return {
    spans,
    pauses,
    limits,
    situation: schedule.path.situation,
    end: spans.reduce((last, { end }) => max(last, end), ZERO),
    besides: proceduresBeside(graph, spans, given),
  }
}

function proceduresBeside(
  graph: FlowGraph,
  spans: readonly GanttSpan[],
  given: Facts = new Map(),
): readonly FlowNode[] {
  const drawn = new Set(spans.map(({ step }) => step.node))
  const { truthOf } = createEvaluator(graph.situations, given)
  return [...graph.nodes.filter(({ kind }, id) => kind === 'procedure' && !drawn.has(id)), ...graph.floating].filter(
    ({ when }) => when === undefined || truthOf(when) !== 'no',
  )
}

function scheduleOf(
  matter: Matter,
  graph: FlowGraph,
  conversion: Conversion,
  given: Facts | undefined,
): Schedule | undefined {
  if (given === undefined) return scheduleWorstCase(graph, { conversion })
  const space = matterSituations(matter, graph)
  return scheduleWorstCase(graph, { conversion, situations: { space: () => space, within: space.given(given) } })
}

function layOut(graph: FlowGraph, schedule: Schedule, conversion: Conversion): readonly GanttSpan[] {
  const { inStart, inEdge, outStart, source, target } = graph.edges
  const scheduled = new Map(schedule.steps.map((step) => [step.node, step]))
  const lengths = graph.nodes.map((_, id) => lengthOf(scheduled.get(id)?.limit ?? null, conversion))
  const ends: Rational[] = []
  graph.nodes.forEach((_, id) => {
    const before = inEdge.slice(inStart[id], inStart[id + 1]).map((edge) => ends[source[edge] ?? 0] ?? ZERO)
    ends.push(add(before.reduce(max, ZERO), lengths[id] ?? ZERO))
  })
  const whole = ends.reduce(max, ZERO)
  /** When each must have ended for the whole not to end later. */
  const latest: Rational[] = []
  for (let id = graph.nodes.length - 1; id >= 0; id--) {
    let last = whole
    for (let edge = outStart[id] ?? 0; edge < (outStart[id + 1] ?? 0); edge++) {
      const next = target[edge] ?? 0
      const begins = subtract(latest[next] ?? whole, lengths[next] ?? ZERO)
      if (compare(begins, last) < 0) last = begins
    }
    latest[id] = last
  }
  return schedule.steps.map((step) => {
    const end = ends[step.node] ?? ZERO
    const counted = step.clock === 'counted' || step.clock === 'restarted'
    const decisive = compare(end, latest[step.node] ?? whole) === 0
    return { step, start: subtract(end, lengths[step.node] ?? ZERO), end, counted, decisive }
  })
}

function lengthOf(limit: Duration | null, conversion: Conversion): Rational {
  return (limit === null ? undefined : convertToWorkdays(limit, conversion)) ?? ZERO
}

/** What is known, and what makes the situation that is drawn. */
function knownFacts(given: Facts | undefined, situation: SituationWitness | null): Facts {
  const parts = (situation?.parts ?? []).flatMap((part): readonly (readonly [string, FactValue])[] =>
    part.kind === 'value' && part.value !== undefined ? [[part.fact, part.value]] : [],
  )
  return new Map([...parts, ...(given ?? [])])
}

/** From when a limit runs: the day after acceptance, unless 起算 says otherwise. */
function startOf({ startsAt }: TimeLimit, graph: FlowGraph, spans: readonly GanttSpan[]): Rational {
  if (startsAt === 'dayAfterApplication') return ZERO
  const stage = startsAt === 'dayAfterDecision' ? 'decision' : 'acceptance'
  const found = spans.find(({ step }) => graph.nodes[step.node]?.stages.includes(stage) === true)
  if (found === undefined) return ZERO
  // A step that accepts and does more counts in full, since its parts are not timed apart.
  const isOnly = graph.nodes[found.step.node]?.stages.length === 1
  return stage === 'decision' || isOnly ? found.end : found.start
}

/** Stretches joined where they touch. */
function unite(stretches: readonly GanttStretch[]): readonly GanttStretch[] {
  const united: GanttStretch[] = []
  for (const { start, end } of stretches.toSorted((a, b) => compare(a.start, b.start))) {
    const last = united.at(-1)
    if (last === undefined || compare(start, last.end) > 0) united.push({ start, end })
    else united[united.length - 1] = { start: last.start, end: max(last.end, end) }
  }
  return united.filter(({ start, end }) => compare(start, end) < 0)
}

/** Where so much time has gone by that does count. */
function addOutside(pauses: readonly GanttStretch[], from: Rational, length: Rational): Rational {
  let at = from
  let left = length
  for (const { start, end } of pauses) {
    if (compare(end, at) <= 0) continue
    const free = max(subtract(start, at), ZERO)
    if (compare(left, free) <= 0) break
    left = subtract(left, free)
    at = end
  }
  return add(at, left)
}
