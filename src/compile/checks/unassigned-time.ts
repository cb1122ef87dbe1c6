import { compare, subtract } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { findUntimed } from '../../graph/counted-time.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted, printWorkdays } from './measures.ts'

/**
 * ZW6003: a promise with time that no step takes. Only where that is known for sure: all steps have a limit (or none
 * has), and the promise needs no conversion.
 */
export const checkUnassignedTime: Check = (context) => {
  const { graph, measuring } = context
  const untimed = findUntimed(graph).length
  if (graph.nodes.length === 0 || (untimed > 0 && untimed < graph.nodes.length)) return []
  return measuring.promised().flatMap(({ rule, workdays: promised, situations }) => {
    const path = rule.limit.unit === 'workday' ? measuring.pathIn(situations) : undefined
    if (promised === undefined || path?.exact !== true || compare(path.workdays, promised) >= 0) return []
    const params = {
      total: printWorkdays(path.workdays),
      promised: printConverted(rule.limit),
      slack: printWorkdays(subtract(promised, path.workdays)),
    }
    return diagnose('ZW6003', params, placeOf(rule, context))
  })
}
