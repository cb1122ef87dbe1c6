import { printDuration } from '../../calendar/duration.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import type { Matter } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import type { Draft } from '../lower/draft.ts'
import { originOf } from '../lower/read-node.ts'
import { findLongerInTime, inheritLimits } from './longer.ts'
import { isAllowed, lineAt, type Refining } from './refining.ts'
import { isSame } from './restated.ts'

/** 承诺时限: a shorter promise needs 只减不增, a longer one 可以调整. */
export function applyPromisedLimits(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  const [first] = local.promisedLimits
  if (first === undefined || isSame(local.promisedLimits, base.promisedLimits)) return
  const longer = findLongerInTime(local.promisedLimits, base.promisedLimits, draft.effectiveFrom)
  const limit = longer?.local ?? first
  const above =
    longer?.above ?? base.promisedLimits.findLast(({ when }) => when === undefined) ?? base.promisedLimits[0]
  const deviation = {
    element: 'promisedLimits',
    direction: longer === undefined ? 'down' : 'free',
    from: above === undefined ? '没有规定' : printDuration(above.limit),
    to: printDuration(limit.limit),
    place: limit.origin ?? originOf(refining.lowering.source, refining.block),
    against: above?.origin,
    fixes: longer === undefined ? [] : takeOver(longer.local, longer.above, refining),
  } as const
  if (base.promisedLimits.length > 0 || refining.isUnified('promisedLimits')) {
    if (!isAllowed(deviation, refining)) return
  }
  draft.promisedLimits = inheritLimits(local.promisedLimits, base.promisedLimits)
}

function takeOver(limit: TimeLimit, above: TimeLimit, { block, lowering }: Refining): readonly Fix[] {
  const line = limit.origin && lineAt(limit.origin, block)
  if (line === undefined) return []
  const written = lowering.source.text.slice(line.valueSpan.start, line.valueSpan.end)
  const dated = /[（(].*$/s.exec(written)?.[0] ?? ''
  const text = printDuration(above.limit)
  const span = { start: line.valueSpan.start, end: line.valueSpan.end - dated.length }
  return [
    {
      title: `改为“${text}”`,
      applicability: 'ask',
      edits: [{ origin: { file: lowering.source.uri, span }, text }],
    },
  ]
}
