import type { Rational } from '../base/rational.ts'
import { DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { ALWAYS, NEVER } from '../graph/decision-diagram.ts'
import { type DiagramPoint, valueAt } from '../graph/diagram-point.ts'
import { type LimitClass, type Measuring, startMeasuring } from '../graph/measuring.ts'
import { type Schedule, scheduleAtWorst, scheduleWorstCase } from '../graph/schedule.ts'
import { describeSituations, printSituationWords } from '../graph/situation-words.ts'
import type { TimeLimit } from '../model/time-limit.ts'
import { type MeasurableMatter, measuringOptions, type ReportOptions } from './matter-report.ts'

/** A limit in force with the situations in which it counts, in words. */
export interface LimitInWords {
  readonly rule: TimeLimit
  /** Null for 无法定时限. Unit: workdays. */
  readonly workdays: Rational | null
  /** Null where it counts in every situation. */
  readonly situations: string | null
}

/** The limits of one situation. Null where there is none, or 无法定时限. Unit: workdays. */
export interface LimitsThen {
  readonly statutory: Rational | null
  readonly promised: Rational | null
}

/** What a report tells about one matter beside its figures (单项说明): its limits in words and its steps in time. */
export interface MatterDossier {
  readonly statutory: readonly LimitInWords[]
  readonly promised: readonly LimitInWords[]
  /** Null where the matter has no flow. */
  readonly schedule: Schedule | null
  /** The limits in the situation that the schedule shows; null where they differ by situation and it shows no single one. */
  readonly limitsThen: LimitsThen | null
  /** The steps of the version it is compared with; null without one. */
  readonly formerSchedule: Schedule | null
}

/** So many alternatives of a situation are told. */
const MOST = 3

/** Draws up what a report tells about one matter, by the same options as its figures. */
export function compileDossier(measurable: MeasurableMatter, options: ReportOptions = {}): MatterDossier {
  const { matter, graph, former } = measurable
  const { conversion = DEFAULT_CONVERSION, countFrom } = options
  const measuring = startMeasuring(matter, graph, measuringOptions(measurable, options))
  const situations = { space: measuring.space, within: ALWAYS }
  const drawn = scheduleAtWorst(graph, { conversion, countFrom, situations })
  return {
    statutory: measuring.statutory().map((each) => inWords(measuring, each)),
    promised: measuring.promised().map((each) => inWords(measuring, each)),
    schedule: drawn?.schedule ?? null,
    limitsThen: limitsAt(measuring, drawn?.point),
    formerSchedule: (former && scheduleWorstCase(former.graph, { conversion, countFrom })) ?? null,
  }
}

function inWords({ space }: Measuring, { rule, workdays, situations }: LimitClass): LimitInWords {
  return {
    rule,
    workdays: workdays ?? null,
    situations: situations === ALWAYS ? null : printSituationWords(describeSituations(space(), situations, MOST)),
  }
}

function limitsAt(measuring: Measuring, point: DiagramPoint | undefined): LimitsThen | null {
  const [statutory, promised] = [measuring.statutory(), measuring.promised()]
  const isOne = [...statutory, ...promised].every(({ situations }) => situations === ALWAYS)
  if (point === undefined && !isOne) return null
  const then = (classes: readonly LimitClass[]) =>
    classes.find(({ situations }) => isOne || holdsAt(measuring, situations, point))?.workdays ?? null
  return { statutory: then(statutory), promised: then(promised) }
}

function holdsAt({ space }: Measuring, situations: LimitClass['situations'], point: DiagramPoint | undefined): boolean {
  return point !== undefined && valueAt(space().store, situations, point) !== NEVER
}
