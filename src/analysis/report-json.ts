import { keysOf } from '../base/keys-of.ts'
import { printPercent } from '../base/print-percent.ts'
import { printFraction, printRational, type Rational, ZERO } from '../base/rational.ts'
import { type Conversion, UNIT_WORDS } from '../calendar/duration.ts'
import { durationToJson } from '../calendar/duration-json.ts'
import type { Basis } from '../graph/compression.ts'
import type { PathResult } from '../graph/path-result.ts'
import { printSituation, type SituationWitness } from '../graph/situation.ts'
import type { TargetVerdict } from '../graph/target-verdict.ts'
import { CASE_TYPES, LEVELS, MATTER_TYPES, QUANTITIES, TARGET_SUBJECTS, type TargetSubject } from '../model/terms.ts'
import type { CatalogueReport } from './catalogue-report.ts'
import type { CatalogueTotal } from './catalogue-total.ts'
import { cutBound } from './cut-bound.ts'
import { TARGET_UNITS } from './describe-target.ts'
import { describeExclusion, exclusionOf } from './exclusion.ts'
import type { LimitFigure } from './longest-limit.ts'
import type { MatterReport } from './matter-report.ts'
import type { CountCut } from './streamlining.ts'

/**
 * The report as stable JSON (`zw/report/1`): exact numbers as strings, null for what is not known, keys that stay.
 * `digits` is the least number of decimals of a percentage.
 */
export function reportToJson(report: CatalogueReport, digits = 1) {
  return {
    schema: 'zw/report/1',
    asOf: report.asOf ?? null,
    basis: printBasis(report.basis),
    countFrom: report.countFrom,
    against: report.against ?? null,
    conversion: conversionToJson(report.conversion),
    matters: report.matters.map((matter) => matterToJson(matter, digits)),
    total: totalToJson(report.total, digits),
    groupedBy: report.grouped?.by ?? null,
    groups: (report.grouped?.groups ?? []).map(({ name, matters, total }) => ({
      name,
      /** Places in the list of matters: names may stand there more than once. */
      matters: matters.map((each) => report.matters.indexOf(each)),
      total: totalToJson(total, digits),
    })),
    selections: report.selections ?? null,
    errors: report.faults?.errors ?? 0,
    /** Not among the matters, since lines of them could not be used. */
    faulty: report.faults?.matters ?? [],
  }
}

/** The shape of the report as JSON. */
export type ReportJson = ReturnType<typeof reportToJson>

/** Writes a basis as the language does: 法定时限→承诺时限. */
export function printBasis({ before, after }: Basis): string {
  return `${QUANTITIES[before]}→${QUANTITIES[after]}`
}

function matterToJson(report: MatterReport, digits: number) {
  const { matter, measured } = report
  const exclusion = exclusionOf(report)
  const target = report.targets.find((verdict) => verdict.target.subject === 'time')
  return {
    name: matter.name,
    code: matter.code ?? null,
    file: report.file ?? null,
    type: matter.type === undefined ? null : MATTER_TYPES[matter.type],
    caseType: matter.caseType === undefined ? null : CASE_TYPES[matter.caseType],
    level: matter.levels.length === 0 ? null : matter.levels.map((level) => LEVELS[level]).join('、'),
    authority: matter.authority ?? null,
    trips: matter.trips ?? null,
    statutory: limitToJson(report.statutory),
    promised: limitToJson(report.promised),
    formerPromise: limitToJson(report.formerPromise),
    criticalPath: pathToJson(report.criticalPath),
    fromAcceptance: pathToJson(report.fromAcceptance),
    toDecision: pathToJson(report.toDecision),
    serial: pathToJson(report.serial),
    untimed: report.untimed,
    cut:
      measured.kind === 'measured'
        ? cutToJson(
            measured.compression.before.workdays,
            measured.compression.after.workdays,
            measured.compression.ratio,
            {
              digits,
              bound: cutBound(report.targets, measured.compression),
              situation: measured.compression.situation,
            },
          )
        : null,
    target: target === undefined ? null : targetToJson(target),
    targets: report.targets.map(targetToJson),
    excluded: exclusion === undefined ? null : describeExclusion(exclusion),
    cuts: report.streamlining && cutsToJson(report.streamlining, (cut) => cut && countCutToJson(cut, digits)),
  }
}

/** By the words of ruling 24: 时限, 材料, 环节, 跑动. */
function cutsToJson<Cut, Json>(cuts: Readonly<Record<TargetSubject, Cut>>, write: (cut: Cut) => Json) {
  return {
    [TARGET_SUBJECTS.time]: write(cuts.time),
    [TARGET_SUBJECTS.materials]: write(cuts.materials),
    [TARGET_SUBJECTS.steps]: write(cuts.steps),
    [TARGET_SUBJECTS.trips]: write(cuts.trips),
  }
}

/** A count before and after as JSON, with the exact cut; null ratio where there was nothing before. */
export function countCutToJson({ before, after, ratio }: CountCut, digits: number) {
  return {
    before: printRational(before),
    after: printRational(after),
    ratio: ratio && printFraction(ratio),
    percent: ratio && printPercent(ratio, digits),
  }
}

function totalToJson(total: CatalogueTotal, digits: number) {
  const { ratioOfSums } = total
  return {
    count: total.count,
    included: total.included,
    excluded: total.excluded.map(({ report, exclusion }) => ({
      name: report.matter.name,
      reason: describeExclusion(exclusion),
    })),
    ratioOfSums: ratioOfSums && cutToJson(ratioOfSums.before, ratioOfSums.after, ratioOfSums.ratio, { digits }),
    meanOfRatios: total.meanOfRatios && printPercent(total.meanOfRatios, digits),
    instantShare: total.instant.ratio && printPercent(total.instant.ratio, digits),
    zeroTripShare: total.zeroTrips.ratio && printPercent(total.zeroTrips.ratio, digits),
    meanTrips: total.meanTrips && printRational(total.meanTrips),
    tripsKnown: total.zeroTrips.of,
    cuts:
      total.streamlining &&
      cutsToJson(total.streamlining, (cut) => ({ ...countCutToJson(cut, digits), count: cut.count })),
  }
}

/** A limit as JSON: as written, and in working days. */
export function limitToJson(figure: LimitFigure | null) {
  if (figure === null) return null
  return {
    ...durationToJson(figure.rule.limit),
    workdays: figure.workdays && printRational(figure.workdays),
    situation: situationToJson(figure.situation),
  }
}

/** The longest chain as JSON. */
export function pathToJson(path: PathResult | null) {
  if (path === null) return null
  return {
    workdays: printRational(path.workdays),
    steps: path.steps.map(({ name }) => name),
    situation: situationToJson(path.situation),
    exact: path.exact,
  }
}

/** How a cut is written: least number of decimals, the bound it is judged by, the situation it is measured in. */
interface CutPrinting {
  readonly digits: number
  readonly bound?: Rational | undefined
  readonly situation?: SituationWitness | null
}

/** A cut as JSON: before, after and the exact ratio with its percentage. */
export function cutToJson(
  before: Rational,
  after: Rational,
  ratio: Rational,
  { digits, bound, situation }: CutPrinting,
) {
  return {
    before: printRational(before),
    after: printRational(after),
    ratio: printFraction(ratio),
    percent: printPercent(ratio, digits, bound),
    ...(situation === undefined ? {} : { situation: situationToJson(situation) }),
  }
}

/** A verdict on a target as JSON. */
export function targetToJson(verdict: TargetVerdict) {
  const { target, basis } = verdict
  const shortfall = verdict.kind === 'decided' ? shortfallToJson(verdict.shortfall, target.subject) : null
  return {
    kind: TARGET_SUBJECTS[target.subject],
    sense: target.sense,
    operator: target.operator,
    percent: target.percent,
    basis: basis && printBasis(basis),
    met: verdict.kind === 'decided' ? verdict.met : null,
    shortfallWorkdays: target.subject === 'time' ? (shortfall?.value ?? null) : null,
    shortfall,
    undecided: verdict.kind === 'decided' ? null : describeExclusion(verdict.because),
  }
}

/** What is lacking as JSON, with its unit. */
export function shortfallToJson(shortfall: Rational, subject: TargetSubject) {
  return { value: printRational(shortfall), unit: TARGET_UNITS[subject] }
}

function situationToJson(situation: SituationWitness | null): string | null {
  return situation === null ? null : printSituation(situation)
}

function conversionToJson(conversion: Conversion): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keysOf(conversion).map((unit) => [UNIT_WORDS[unit], printFraction(conversion[unit] ?? ZERO)]),
  )
}
