import type { MeasurableMatter } from '../../analysis/matter-report.ts'
import { printRational, rational } from '../../base/rational.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { type CivilDay, printCivilDate } from '../../calendar/civil-date.ts'
import { addWorkdays } from '../../calendar/workdays.ts'
import type { Facts } from '../../graph/fact-value.ts'
import type { FlowNode } from '../../graph/flow-graph.ts'
import { runFlow } from '../../graph/run-flow.ts'
import type { ScenarioEvent } from '../../model/scenario.ts'
import type { CaseHistory, CaseSpan } from './case-history.ts'

/** How long things take in one case. Unit: half workdays. */
export interface CaseLengths {
  /** Of each node of the flow, by its id, whether it runs or not. */
  readonly nodes: readonly number[]
  /** Of the 补正 that happen, by name. */
  readonly supplements: ReadonlyMap<string, number>
  /** Of the 特别程序 without 位置 that happen, by name. */
  readonly floating: ReadonlyMap<string, number>
}

/**
 * Lays a case out in time (推演办件): each step begins when what it waits for has ended. Undefined where the day of acceptance
 * changes the course, so that no dates fit, or where they leave the calendar.
 */
export function layOutCase(
  measurable: Pick<MeasurableMatter, 'matter' | 'graph'>,
  known: Facts,
  submitted: CivilDay,
  lengths: CaseLengths,
  calendar: Calendar,
): CaseHistory | undefined {
  const day = (place: number) => dayAt(calendar, submitted, place)
  const dated = new Map(known).set('申请日期', dateValue(submitted))
  // The day of acceptance follows from the course, and conditions may ask for it: it is tried until it gives itself again.
  let accepted = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const acceptedOn = day(accepted)
    if (acceptedOn === undefined) return undefined
    const facts = new Map(dated).set('受理日期', dateValue(acceptedOn))
    const course = courseOf(measurable, facts, lengths)
    if (course.accepted === accepted) return historyOf(measurable.matter.name, facts, course, day)
    accepted = course.accepted
  }
  return undefined
}

/** A day of acceptance that has not settled by then never will: it decides whether what comes before it takes place. */
const MOST_ROUNDS = 4

function historyOf(
  matter: string,
  facts: Facts,
  course: Course,
  day: (place: number) => CivilDay | undefined,
): CaseHistory | undefined {
  const [submitted, accepted, closed] = [day(0), day(course.accepted), day(course.end)]
  if (submitted === undefined || accepted === undefined || closed === undefined) return undefined
  const spans = (stretches: readonly Stretch[]) => stretches.flatMap((stretch) => spanOf(stretch, day) ?? [])
  const decided = course.decided === undefined ? undefined : day(course.decided)
  return {
    matter,
    facts,
    submittedOn: printCivilDate(submitted),
    acceptedOn: printCivilDate(accepted),
    decidedOn: decided === undefined ? undefined : printCivilDate(decided),
    closedOn: printCivilDate(closed),
    steps: spans(course.steps),
    supplements: spans(course.supplements),
    procedures: spans(course.procedures),
    events: [
      { kind: 'dated', what: 'application', date: printCivilDate(submitted) },
      { kind: 'dated', what: 'acceptance', date: printCivilDate(accepted) },
      ...course.supplements.map((one) => happens('supplement', one)),
      ...course.procedures.map((one) => happens('procedure', one)),
      ...course.steps.map(
        ({ name, length }): ScenarioEvent => ({ kind: 'took', step: name, duration: inWorkdays(length) }),
      ),
    ],
  }
}

/** A piece of work on the line of half workdays from the application on. */
interface Stretch {
  readonly name: string
  readonly from: number
  readonly length: number
}

interface Course {
  readonly steps: readonly Stretch[]
  readonly supplements: readonly Stretch[]
  readonly procedures: readonly Stretch[]
  /** Where acceptance, decision and the whole case end. */
  readonly accepted: number
  readonly decided: number | undefined
  readonly end: number
}

function courseOf(
  { matter, graph }: Pick<MeasurableMatter, 'matter' | 'graph'>,
  facts: Facts,
  lengths: CaseLengths,
): Course {
  const { outcomes } = runFlow(graph, facts)
  const { inStart, inEdge, source } = graph.edges
  const ends: number[] = []
  const [steps, supplements, procedures]: [Stretch[], Stretch[], Stretch[]] = [[], [], []]
  let accepted = 0
  let decided: number | undefined
  let end = 0

  for (const [id, node] of graph.nodes.entries()) {
    let at = 0
    for (let i = inStart[id] ?? 0; i < (inStart[id + 1] ?? 0); i++) {
      const before = source[inEdge[i] ?? 0] ?? 0
      if (outcomes[before] !== 'dead') at = Math.max(at, ends[before] ?? 0)
    }
    ends[id] = at
    if (outcomes[id] !== 'run' || node.kind === 'choice') continue
    for (const { name, step } of matter.supplements) {
      const length = lengths.supplements.get(name)
      const belongs = step === undefined ? node.stages.includes('acceptance') : node.name === step
      if (length === undefined || !belongs) continue
      supplements.push({ name, from: at, length })
      at += length
    }
    if (isFirstDecision(node, decided)) {
      for (const [name, length] of lengths.floating) {
        procedures.push({ name, from: at, length })
        at += length
      }
    }
    const work = { name: node.name, from: at, length: lengths.nodes[id] ?? 0 }
    if (node.kind === 'procedure') procedures.push(work)
    else steps.push(work)
    ends[id] = at + work.length
    if (node.stages.includes('acceptance')) {
      // What follows acceptance counts from the next day on; a step that does more goes on the same day.
      if (node.stages.length === 1) ends[id] = wholeDays(ends[id])
      accepted = node.stages.length === 1 ? ends[id] : at
    }
    if (node.stages.includes('decision')) decided = ends[id]
    if (node.clock !== 'ownClock') end = Math.max(end, ends[id] ?? 0)
  }
  return { steps, supplements, procedures, accepted, decided, end }
}

function wholeDays(halves: number): number {
  return Math.ceil(halves / 2) * 2
}

function isFirstDecision({ stages }: FlowNode, decided: number | undefined): boolean {
  return stages.includes('decision') && decided === undefined
}

function spanOf({ name, from, length }: Stretch, day: (place: number) => CivilDay | undefined): CaseSpan | undefined {
  const [first, last] = [day(from), day(from + length)]
  if (first === undefined || last === undefined) return undefined
  return { name, from: printCivilDate(first), to: printCivilDate(last), workdays: printRational(rational(length, 2)) }
}

/** The day on which a place of the line lies: the day of the application itself is no working day of it. */
function dayAt(calendar: Calendar, submitted: CivilDay, place: number): CivilDay | undefined {
  return place <= 0 ? submitted : addWorkdays(calendar, submitted, Math.ceil(place / 2))
}

function happens(what: 'supplement' | 'procedure', { name, length }: Stretch): ScenarioEvent {
  return { kind: 'happens', what, name, duration: inWorkdays(length) }
}

function inWorkdays(halves: number) {
  return { unit: 'workday', amount: printRational(rational(halves, 2)) } as const
}

function dateValue(day: CivilDay) {
  return { kind: 'date', date: printCivilDate(day) } as const
}
