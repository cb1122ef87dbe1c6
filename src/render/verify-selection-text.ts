import { describeTarget } from '../analysis/describe-target.ts'
import { describeExclusion } from '../analysis/exclusion.ts'
import type { SelectionCheck } from '../analysis/verify-selection.ts'
import { type TargetCheck, tally } from '../analysis/verify-targets.ts'
import { groupBy } from '../base/group-by.ts'
import type { Paint } from '../diagnostics/paint.ts'
import { printable } from '../diagnostics/printable.ts'
import type { SourceIndex } from '../diagnostics/source-index.ts'
import { mark } from './verify-mark.ts'
import { renderSum } from './verify-sum-text.ts'
import { countOutcomes, describeCheck, renderLines } from './verify-target-text.ts'

/**
 * A 目标 over several matters as lines (一批事项的目标): for what each must reach how many do, and those that do not with
 * their lines; then the sums.
 */
export function renderSelection(
  check: SelectionCheck,
  paint: Paint,
  index: SourceIndex | undefined,
): readonly string[] {
  const { target, isFaulty, selected, leftOut, each, total } = check
  const place = target.origin && index?.locate(target.origin)
  const where = place === undefined ? '' : `（${printable(place.file)}:${place.start.line}）`
  const head = `${paint(`目标“${target.name}”`, 'bold')}${where}`
  if (selected === 0) return [head, `  ${paint('？', 'red')} 范围里没有事项${describeLeftOut(check)}`]
  return [
    `${head}：${selected}项${leftOut.length === 0 ? '' : describeLeftOut(check)}`,
    ...[...groupBy(each, ({ verdict }) => verdict.target).values()].flatMap((checks) =>
      renderEach(checks, paint, index),
    ),
    ...total.flatMap((sum) => renderSum(sum, '合计', paint, index)),
    ...(isFaulty || each.length + total.length === 0 ? [`  ${paint('？', 'red')} ${UNREAD}`] : []),
  ]
}

/** Said of a 目标 of which not all can be read. */
export const UNREAD = '有的行有错或者没有写，没有核对'

function renderEach(checks: readonly TargetCheck[], paint: Paint, index: SourceIndex | undefined): readonly string[] {
  const [first] = checks
  if (first === undefined) return []
  const { met, missed, undecided } = tally(checks)
  const outcome = missed + undecided === 0 ? `${met}项都达到` : countOutcomes({ met, missed, undecided })
  return [
    `  ${mark(missed + undecided === 0, paint)} 每项${describeTarget(first.verdict.target)}：${outcome}`,
    ...checks.flatMap((check) => {
      if (check.verdict.kind === 'decided' && check.verdict.met) return []
      const sign = check.verdict.kind === 'decided' ? mark(false, paint) : paint('？', 'red')
      // The line of the target is told once, above.
      const because = check.because.filter((origin) => origin !== check.verdict.target.origin)
      const lines = renderLines({ ...check, because }, index, '          ')
      return [`      ${sign} ${check.matter}：${describeCheck(check)}`, ...lines]
    }),
  ]
}

/** 另有2项尚未施行或者已经失效 */
function describeLeftOut({ leftOut }: SelectionCheck): string {
  if (leftOut.length === 0) return ''
  const reasons = [...new Set(leftOut.map(({ because }) => describeExclusion(because)))]
  return `，另有${leftOut.length}项${reasons.join('或者')}，不算`
}
