import { printNumber } from '../../base/print-number.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { overrunPromises } from '../../graph/overrun-promises.ts'
import { printSituation } from '../../graph/situation.ts'
import { type Check, placeOf } from './check-context.ts'
import { printConverted, printWorkdays } from './measures.ts'

/** ZW6002: steps that take longer than the promise of the same situation, over all listed steps as guides count. */
export const checkPathOverPromise: Check = (context) => {
  const { graph, measuring } = context
  return overrunPromises(measuring).map(({ rule, path }) => {
    const params = {
      steps: path.steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`),
      total: printNumber(path.workdays),
      promised: printConverted(rule.limit),
    }
    const related = path.steps.flatMap(({ node, workdays }) => {
      const origin = graph.nodes[node]?.origin
      return origin === undefined || workdays.num === 0n ? [] : [{ origin, text: printWorkdays(workdays) }]
    })
    const label = path.situation === null ? {} : { label: `${printSituation(path.situation)}时办不到` }
    return diagnose('ZW6002', params, placeOf(rule, context), { ...label, related })
  })
}
