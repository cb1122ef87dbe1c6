import { printRational } from '../../base/rational.ts'
import { printSituationWords } from '../../graph/situation-words.ts'
import { cutBound } from '../cut-bound.ts'
import { describeExclusion } from '../exclusion.ts'
import { cutToJson, limitToJson, targetToJson } from '../report-json.ts'
import { isMet } from './is-met.ts'
import type { MatterCase, MatterCases } from './matter-cases.ts'

/**
 * The check lists of matters as stable JSON, the key `cases` of `zw report --cases --json`. Numbers of cases are strings:
 * there may be more than a number can hold.
 */
export function casesToJson(lists: readonly MatterCases[], digits = 1) {
  return lists.map(({ matter, file, count, cases }) => ({
    name: matter.name,
    code: matter.code ?? null,
    file: file ?? null,
    count: String(count.count),
    exact: count.exact,
    listed: cases.length,
    rows: cases.map((each) => caseToJson(each, digits)),
  }))
}

function caseToJson(each: MatterCase, digits: number) {
  const { situations, criticalPath, measured, targets } = each
  return {
    situation: printSituationWords(situations),
    alternatives: situations.alternatives,
    allAlternatives: situations.complete,
    steps: each.steps,
    materials: each.materials.map(({ name, count, choices }) => ({ name, count, choices })),
    criticalPath: criticalPath && {
      workdays: printRational(criticalPath.workdays),
      steps: criticalPath.steps.map(({ name }) => name),
      exact: criticalPath.exact,
    },
    serial: { workdays: printRational(each.serial) },
    statutory: limitToJson(each.statutory),
    promised: limitToJson(each.promised),
    cut:
      measured.kind === 'excluded'
        ? null
        : cutToJson(
            measured.compression.before.workdays,
            measured.compression.after.workdays,
            measured.compression.ratio,
            { digits, bound: cutBound(targets, measured.compression) },
          ),
    excluded: measured.kind === 'excluded' ? describeExclusion(measured.exclusion) : null,
    met: isMet(targets),
    targets: targets.map(targetToJson),
  }
}
