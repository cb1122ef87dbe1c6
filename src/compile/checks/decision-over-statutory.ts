import { printNumber } from '../../base/print-number.ts'
import { compare } from '../../base/rational.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { printSituation } from '../../graph/situation.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted, printWorkdays } from './measures.ts'

/**
 * ZW6023: steps that reach the decision later than the statute allows. The statute counts from the day after acceptance
 * (or application, where 起算 says so) to the decision; what comes after has limits of its own.
 */
export const checkDecisionOverStatutory: Check = (context) => {
  const { graph, measuring } = context
  return measuring.statutory().flatMap(({ rule, workdays: allowed, situations }) => {
    if (allowed === undefined || rule.startsAt === 'dayAfterDecision') return []
    const from = rule.startsAt === 'dayAfterApplication' ? 'application' : 'acceptance'
    const path = measuring.pathIn(situations, from, 'decision')
    if (path?.exact !== true || compare(path.workdays, allowed) <= 0) return []
    const params = {
      steps: path.steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`),
      total: printNumber(path.workdays),
      statutory: printConverted(rule.limit),
    }
    const related = path.steps.flatMap(({ node, workdays }) => {
      const origin = graph.nodes[node]?.origin
      return origin === undefined || workdays.num === 0n ? [] : [{ origin, text: printWorkdays(workdays) }]
    })
    const label = path.situation === null ? {} : { label: `${printSituation(path.situation)}时超过` }
    return diagnose('ZW6023', params, placeOf(rule, context), { ...label, related })
  })
}
