import { compare, max, type Rational, ZERO } from '../base/rational.ts'
import type { Origin } from '../base/source-file.ts'
import type { Calendar } from '../calendar/calendar.ts'
import { printCivilDate } from '../calendar/civil-date.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Evaluator } from '../graph/evaluate-condition.ts'
import type { FlowGraph, FlowNode } from '../graph/flow-graph.ts'
import type { FlowRun } from '../graph/run-flow.ts'
import type { StepLimit } from '../model/flow.ts'
import type { Matter } from '../model/matter.ts'
import type { ScenarioEvent } from '../model/scenario.ts'
import type { TimeLimit } from '../model/time-limit.ts'
import { calendarDaysOutside, lengthOutside, type Stretch, startClock } from './case-clock.ts'

/** The course of a case in time (办件的时间经过). Unit: workdays, where none is named. */
export type CaseTimeline =
  | {
      readonly kind: 'known'
      /** From when the limit runs (起算) to the end, without what does not count. */
      readonly counted: Rational
      /** The same in natural days; undefined where no date is given. */
      readonly countedCalendarDays: Rational | undefined
      /** From the application, over all steps, without what does not count. */
      readonly fromApplication: Rational
      /** The day on which the case ends, `YYYY-MM-DD`; undefined where no date is given. */
      readonly closedOn: string | undefined
      /** The lines that the time rests on. */
      readonly because: readonly Origin[]
    }
  /** Facts that the course waits for, or a step whose time nobody knows. */
  | { readonly kind: 'open'; readonly neededFacts: readonly string[]; readonly endless: string | undefined }

/** What a timeline is worked out from. */
export interface TimelineInput {
  readonly matter: Matter
  readonly graph: FlowGraph
  readonly run: FlowRun
  readonly evaluator: Evaluator
  readonly events: readonly ScenarioEvent[]
  /** Where the limit that counts begins: that of the promise, else of the statute. */
  readonly startsAt: TimeLimit['startsAt']
  readonly calendar: Calendar
}

type Happening = Extract<ScenarioEvent, { readonly kind: 'happens' }>

/**
 * Lays the steps of a case out in time: each begins when what it waits for has ended and takes as long as an event says,
 * else its 时限. What is 不计入, and a 补正 that is 暂停, stops the clock; a day counts as stopped once, whatever stops it
 * besides. 重新计算 begins the count anew; 另计 has its own clock and is no part of this one.
 *
 * Counted from: the day after acceptance, unless 起算 says otherwise.
 */
export function computeTimeline(input: TimelineInput): CaseTimeline {
  const { matter, graph, run, evaluator, events, startsAt, calendar } = input
  if (run.neededFacts.length > 0) return open(run.neededFacts)
  const dates = datesOf(events)
  const clock = startClock(dates.application ?? dates.acceptance, matter.profile, calendar)
  const acceptedOn = dates.acceptance === undefined ? undefined : clock.placeOf(dates.acceptance)
  const happened = events.filter((event): event is Happening => event.kind === 'happens')
  const finish: Rational[] = []
  const pauses: Stretch[] = []
  const because: Origin[] = []
  let accepted: Rational | undefined
  let decided: Rational | undefined
  let restarted: Rational | undefined
  let end = ZERO
  let endless: string | undefined
  const needed = new Set<string>()

  for (const [id, node] of graph.nodes.entries()) {
    const outcome = run.outcomes[id]
    const start = startOf(id)
    finish[id] = start
    if ((outcome !== 'run' && !hasHappened(node)) || node.kind === 'choice') continue
    const begun = beforeStep(node, start)
    const length = lengthOf(node)
    const stop = length === undefined ? begun : clock.after(begun, length)
    if (stop === undefined) endless ??= node.name
    finish[id] = stop ?? begun
    if (node.origin !== undefined && compare(finish[id], start) > 0) because.push(node.origin)
    accept(node, begun, id)
    if (node.stages.includes('decision')) decided = finish[id]
    if (node.clock === 'excluded' || node.clock === 'paused') pauses.push({ from: begun, to: finish[id] })
    if (node.clock !== 'ownClock') end = max(end, finish[id])
  }
  if (needed.size > 0 || endless !== undefined) return open([...needed], endless)
  const closing = dates.closing === undefined ? undefined : clock.placeOf(dates.closing)
  const stretch = { from: max(clockStart(), restarted ?? ZERO), to: closing ?? end }
  const closed = clock.dayAt(stretch.to)
  return {
    kind: 'known',
    counted: lengthOutside(stretch, pauses),
    countedCalendarDays: calendarDaysOutside(clock, stretch, pauses),
    fromApplication: lengthOutside({ ...stretch, from: ZERO }, pauses),
    closedOn: dates.closing ?? (closed === undefined ? undefined : printCivilDate(closed)),
    because,
  }

  function startOf(id: number): Rational {
    const { inStart, inEdge, source } = graph.edges
    let start = ZERO
    for (let i = inStart[id] ?? 0; i < (inStart[id + 1] ?? 0); i++) {
      const from = source[inEdge[i] ?? 0] ?? 0
      if (run.outcomes[from] !== 'dead') start = max(start, finish[from] ?? ZERO)
    }
    return start
  }

  /** What comes before the work of a step: a 补正, or before the decision a 特别程序 that has no 位置. */
  function beforeStep(node: FlowNode, start: Rational): Rational {
    let at = start
    for (const event of happened) {
      if (event.what === 'supplement') at = supplement(event, node, at)
      const floating =
        event.what === 'procedure' && node.stages.includes('decision') && decided === undefined
          ? graph.floating.find(({ name }) => name === event.name)
          : undefined
      if (floating === undefined) continue
      const to = clock.after(at, event.duration ?? lengthOf(floating) ?? { unit: 'instant' }) ?? at
      if (floating.clock !== 'counted') pauses.push({ from: at, to })
      at = to
    }
    return at
  }

  function supplement(event: Happening, node: FlowNode, at: Rational): Rational {
    const { step, clock: effect = 'paused', supplementLimit, origin } = supplementNamed(event.name) ?? {}
    const belongs = step === undefined ? node.stages.includes('acceptance') : node.name === step
    if (!belongs) return at
    const to = clock.after(at, event.duration ?? supplementLimit ?? { unit: 'instant' }) ?? at
    if (effect === 'restarted') restarted = to
    else if (effect !== 'counted') pauses.push({ from: at, to })
    if (origin !== undefined) because.push(origin)
    return to
  }

  function supplementNamed(name: string) {
    return matter.supplements.find((one) => one.name === name)
  }

  function hasHappened(node: FlowNode): boolean {
    return node.kind === 'procedure' && happened.some(({ what, name }) => what === 'procedure' && name === node.name)
  }

  function lengthOf(node: FlowNode): Duration | undefined {
    for (const event of events) {
      if (event.kind === 'took' && event.step === node.name) return event.duration
      if (event.kind === 'happens' && event.name === node.name && event.duration !== undefined) return event.duration
    }
    return limitOf(node.limits)
  }

  function limitOf(limits: readonly StepLimit[]): Duration | undefined {
    for (const { limit, when } of limits) {
      const truth = when === undefined ? 'yes' : evaluator.truthOf(when)
      if (truth === 'yes') return limit
      if (truth === 'unknown' && when !== undefined) for (const fact of evaluator.neededFor(when)) needed.add(fact)
    }
    return undefined
  }

  /** A step that only accepts ends with the acceptance; one that does more begins with it. */
  function accept(node: FlowNode, begun: Rational, id: number): void {
    if (!node.stages.includes('acceptance')) return
    if (acceptedOn !== undefined && node.stages.length === 1) finish[id] = acceptedOn
    accepted = node.stages.length === 1 ? finish[id] : (acceptedOn ?? begun)
  }

  function clockStart(): Rational {
    if (startsAt === 'dayAfterApplication') return ZERO
    if (startsAt === 'dayAfterDecision') return decided ?? ZERO
    return accepted ?? acceptedOn ?? ZERO
  }
}

function open(neededFacts: readonly string[], endless?: string): CaseTimeline {
  return { kind: 'open', neededFacts, endless }
}

/** The dates that events name, by what happened on them. */
function datesOf(events: readonly ScenarioEvent[]): Partial<Record<'application' | 'acceptance' | 'closing', string>> {
  const dates: Partial<Record<'application' | 'acceptance' | 'closing', string>> = {}
  for (const event of events) if (event.kind === 'dated') dates[event.what] = event.date
  return dates
}
