import type { Origin } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Condition } from '../../model/condition.ts'
import type { Check, CheckContext } from './check-context.ts'

interface LimitLine {
  readonly when?: Condition | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly origin?: Origin | undefined
}

/** ZW6018: a line of 时限 below one without 当, which already covers every situation. Dated lines are another matter. */
export const checkUnreachableLimits: Check = (context) => {
  const { matter } = context
  const steps = matter.flow.flatMap((item) => (item.kind === 'step' ? [item] : []))
  return [
    ...below('法定时限', matter.statutoryLimits, context),
    ...below('承诺时限', matter.promisedLimits, context),
    ...[...steps, ...matter.specialProcedures].flatMap(({ limits }) => below('时限', limits, context)),
  ]
}

function below(keyword: string, limits: readonly LimitLine[], { lineOf }: CheckContext): readonly Diagnostic[] {
  const undated = limits.filter(({ from, to }) => from === undefined && to === undefined)
  const rest = undated.findIndex(({ when }) => when === undefined)
  const covering = undated[rest]?.origin
  if (covering === undefined) return []
  return undated.slice(rest + 1).flatMap(({ origin }) => {
    if (origin === undefined) return []
    const related = [{ origin: covering, text: '这一行已经包括所有情形' }]
    return diagnose('ZW6018', { keyword, line: lineOf(covering.span.start) }, origin, { related })
  })
}
