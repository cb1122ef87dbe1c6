import { parseCivilDate } from '../../calendar/civil-date.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf, originOf } from '../lower/read-node.ts'
import { printDate } from '../text/words.ts'
import type { Check } from './check-context.ts'

/** How long a comparison with the published guide stays good. Unit: months. */
const GOOD_FOR_MONTHS = 12

/** ZW8003: a matter that was last compared with the published guide long before the day of the report. */
export const checkStaleCheck: Check = ({ matter, measuring, block, source }) => {
  const { asOf } = measuring.options
  const line = childOf(block, 'matter.checkedOn')
  const { checkedOn } = matter
  if (line === undefined || checkedOn === undefined || asOf === undefined || !parseCivilDate(asOf).ok) return []
  const [year = 0, ...rest] = checkedOn.split('-')
  // Dates in this shape compare as text, whether the day exists or not.
  const due = [String(Number(year) + GOOD_FOR_MONTHS / 12).padStart(4, '0'), ...rest].join('-')
  if (asOf <= due) return []
  return [diagnose('ZW8003', { checkedOn: printDate(checkedOn), months: GOOD_FOR_MONTHS }, originOf(source, line))]
}
