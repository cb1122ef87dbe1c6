import { printPercent } from '../../base/print-percent.ts'
import { printFraction, printRational } from '../../base/rational.ts'
import { printSituationWords } from '../../graph/situation-words.ts'
import { limitToJson } from '../report-json.ts'
import type { MatterCertainty } from './assess-certainty.ts'
import { printShare } from './print-share.ts'
import type { Method, SituationCertainty } from './situation-certainty.ts'

/**
 * The certainty of one matter as stable JSON, one entry of the key `certainty` of `zw report --certainty --json`: exact
 * numbers as strings, null for what is not known, the least certain situation first.
 */
export function certaintyToJson(certainty: MatterCertainty, digits = 1) {
  const { matter, file, share, timed, assumed, cell, exactTimes, situations, sensitivity, complete } = certainty
  return {
    name: matter.name,
    code: matter.code ?? null,
    file: file ?? null,
    share: printFraction(share),
    timed,
    assumed,
    cell: printRational(cell),
    exactTimes,
    complete,
    situations: situations.map((each) => situationToJson(each, certainty, digits)),
    sensitivity: sensitivity.map(({ step, loss, gain }) => ({
      step,
      loss: { share: printFraction(loss), percent: printPercent(loss, digits) },
      gain: gain && { share: printFraction(gain), percent: printPercent(gain, digits) },
    })),
  }
}

function situationToJson(
  { situations, promised, kept, keptBy, mean, ladder, method }: SituationCertainty,
  { share }: MatterCertainty,
  digits: number,
) {
  return {
    situation: printSituationWords(situations),
    promised: limitToJson(promised),
    kept: kept && { share: printFraction(kept), percent: printShare(kept, digits, share) },
    keptBy: { workdays: printRational(keptBy) },
    mean: { workdays: printRational(mean) },
    ladder: ladder.map((each) => ({
      workdays: printRational(each.workdays),
      share: printFraction(each.share),
      percent: printShare(each.share, digits, share),
    })),
    method: methodToJson(method),
  }
}

function methodToJson(method: Method) {
  if (method.kind === 'exact') return { kind: 'exact' }
  const { runs, seed, standardError } = method
  return { kind: 'sampling', runs, seed, standardError: printRational(standardError) }
}
