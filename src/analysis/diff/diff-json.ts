import { printRational } from '../../base/rational.ts'
import { printDuration } from '../../calendar/duration.ts'
import { feeAmount } from '../../graph/fee-amount.ts'
import type { OverrunPromise } from '../../graph/overrun-promises.ts'
import { printSituationWords } from '../../graph/situation-words.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import type { MatterReport } from '../matter-report.ts'
import { cutToJson, limitToJson } from '../report-json.ts'
import type { CatalogueDiff } from './catalogue-diff.ts'
import type { OutcomeChange } from './compare-outcomes.ts'
import type { MaterialDemand } from './material-demand.ts'
import type { MatterDiff } from './matter-diff.ts'
import { effectOf } from './outcome-effect.ts'

/** The comparison as stable JSON (`zw/diff/1`): exact numbers as strings, null for what is not known, keys that stay. */
export function diffToJson({ matters, before, after }: CatalogueDiff, digits = 1) {
  const sumOf = (total: CatalogueDiff['before']) =>
    total.ratioOfSums &&
    cutToJson(total.ratioOfSums.before, total.ratioOfSums.after, total.ratioOfSums.ratio, { digits })
  return {
    schema: 'zw/diff/1',
    matters: matters.map((each) => matterToJson(each, digits)),
    total: {
      before: { count: before.count, ratioOfSums: sumOf(before) },
      after: { count: after.count, ratioOfSums: sumOf(after) },
    },
  }
}

/** The shape of the comparison as JSON. */
export type DiffJson = ReturnType<typeof diffToJson>

function matterToJson(diff: MatterDiff, digits: number) {
  const { name, kind, before, after, lines, outcomes, implementations, overruns } = diff
  const side = (report: MatterReport | undefined) =>
    report === undefined
      ? null
      : {
          name: report.matter.name,
          code: report.matter.code ?? null,
          file: report.file ?? null,
          statutory: limitToJson(report.statutory),
          promised: limitToJson(report.promised),
          cut:
            report.measured.kind === 'measured'
              ? cutToJson(
                  report.measured.compression.before.workdays,
                  report.measured.compression.after.workdays,
                  report.measured.compression.ratio,
                  { digits },
                )
              : null,
        }
  const counts = after?.streamlining
  const change = (cut: NonNullable<typeof counts>['time']) =>
    cut && { before: printRational(cut.before), after: printRational(cut.after) }
  return {
    name,
    kind,
    before: side(before),
    after: side(after),
    figures: counts
      ? {
          时限: change(counts.time),
          关键路径: pathChange(before, after),
          材料: change(counts.materials),
          环节: change(counts.steps),
          跑动: change(counts.trips),
        }
      : null,
    outcomes: outcomes.map(outcomeToJson),
    lines: lines.map(({ places, ...line }) => ({
      ...line,
      places: { before: places.before?.file ?? null, after: places.after?.file ?? null },
    })),
    implementations,
    /** Figures that rest on these promises cannot be kept. */
    overruns: { before: overruns.before.map(overrunToJson), after: overruns.after.map(overrunToJson) },
  }
}

function pathChange(before: MatterReport | undefined, after: MatterReport | undefined) {
  const [was, now] = [before?.criticalPath, after?.criticalPath]
  return was && now ? { before: printRational(was.workdays), after: printRational(now.workdays) } : null
}

function overrunToJson({ promised, path }: OverrunPromise) {
  return { promised: printRational(promised), steps: printRational(path.workdays) }
}

function outcomeToJson(change: OutcomeChange) {
  return {
    kind: change.kind,
    effect: effectOf(change),
    ...('name' in change && { name: change.name }),
    ...sidesOf(change),
    /** Null where the conditions of the two cannot be held against each other. */
    whom: change.whom && printSituationWords(change.whom),
  }
}

/** What stood there before and stands there now, where the kind alone does not say it. */
function sidesOf(change: OutcomeChange) {
  const limit = (rule: TimeLimit | undefined) => (rule === undefined ? null : printDuration(rule.limit))
  switch (change.kind) {
    case 'statutory':
    case 'promised':
      return { before: limit(change.before), after: limit(change.after) }
    case 'materialChanged':
      return { before: demandToJson(change.before), after: demandToJson(change.after) }
    case 'trips':
      return { before: `${change.before}`, after: `${change.after}` }
    case 'feeAdded':
      return { before: change.otherwise === 'unsaid' ? null : FREE, after: feeAmount(change.fee) ?? null }
    case 'feeRemoved':
      return { before: feeAmount(change.fee) ?? null, after: change.otherwise === 'unsaid' ? null : FREE }
    case 'feeChanged':
      return { before: feeAmount(change.before) ?? null, after: feeAmount(change.after) ?? null }
    default:
      return {}
  }
}

const FREE = '不收费'

function demandToJson({ choices, count, deferrable, deferral, copies }: MaterialDemand) {
  return {
    choices,
    count,
    deferrable,
    deferral: deferral === undefined ? null : printDuration(deferral),
    copies,
  }
}
