import { compare } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { NEVER } from '../../graph/decision-diagram.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted } from './measures.ts'

/** ZW6001: a promise that is longer than the statutory limit of the same situation. */
export const checkPromiseOverStatutory: Check = (context) => {
  const { measuring } = context
  return measuring.promised().flatMap((promised) => {
    const exceeded = measuring
      .statutory()
      .find(
        (statutory) =>
          promised.workdays !== undefined &&
          statutory.workdays !== undefined &&
          compare(promised.workdays, statutory.workdays) > 0 &&
          measuring.intersect(promised.situations, statutory.situations) !== NEVER,
      )
    if (exceeded === undefined) return []
    const params = {
      promised: printConverted(promised.rule.limit),
      statutory: printConverted(exceeded.rule.limit),
    }
    const related = [{ origin: placeOf(exceeded.rule, context), text: '法定时限在这里' }]
    return diagnose('ZW6001', params, placeOf(promised.rule, context), { related })
  })
}
