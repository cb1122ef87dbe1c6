import { multiply, parseRational, type Rational, rational } from '../../../base/rational.ts'
import type { Duration } from '../../../calendar/duration.ts'

/**
 * How long a timer of BPMN waits for a limit (ISO 8601). It knows no 工作日: these become calendar days by the usual 7/5, rounded up,
 * so that it never rings early in a week without holidays. The exact limit stands beside it. Undefined for 即办 and 无法定时限.
 */
export function isoDuration(duration: Duration): string | undefined {
  if (!('amount' in duration)) return undefined
  const amount = parseRational(duration.amount)
  if (amount === undefined) return undefined
  const up = (factor: Rational) => roundUp(multiply(amount, factor))
  switch (duration.unit) {
    case 'workday':
      return `P${up(rational(7, 5))}D`
    case 'calendarDay':
      return `P${up(rational(1))}D`
    case 'month':
      return `P${up(rational(1))}M`
    case 'year':
      return `P${up(rational(1))}Y`
    case 'hour':
      return `PT${up(rational(60))}M`
    case 'minute':
      return `PT${up(rational(1))}M`
    default:
      return undefined
  }
}

function roundUp({ num, den }: Rational): bigint {
  return (num + den - 1n) / den
}
