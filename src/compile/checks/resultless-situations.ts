import { diagnose } from '../../diagnostics/diagnose.ts'
import { findResultless } from '../../graph/flow-checks.ts'
import { isUnconditional } from '../../graph/path-result.ts'
import { printSituation } from '../../graph/situation.ts'
import { type Check, placeOf } from './check-context.ts'

/**
 * ZW6004: a situation in which the flow runs out without 产出 or 终止 (件件有回音、事事出结果).
 * Where no step says what it yields, the step that runs last does, whichever it is.
 */
export const checkResultlessSituations: Check = (context) => {
  const { graph, matter, measuring, reachability } = context
  const steps = matter.flow.filter((item) => item.kind === 'step')
  const stated = steps.some(({ outputs, terminates }) => outputs.length > 0 || terminates)
  if (!stated || isUnconditional(graph)) return []
  const witness = findResultless(graph, measuring.space(), reachability())
  if (witness === undefined) return []
  const last = steps.at(-1)
  if (last === undefined) return []
  const label = `${printSituation(witness)}时到不了办结`
  return [diagnose('ZW6004', { step: last.name, problem: 'deadEnd' }, placeOf(last, context), { label })]
}
