import { multiply, parseRational, printRational, rational } from '../../../../base/rational.ts'
import type { Duration } from '../../../../calendar/duration.ts'

const PLAIN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

const UNITS = ['year', 'month', 'week', 'calendarDay', 'hour', 'minute', 'second'] as const

/** A length of time as timers write it (ISO 8601 → 时长): P3D, PT4H. Undefined where it has several units, which we do not add up. */
export function readDuration(text: string): Duration | undefined {
  const parts = PLAIN.exec(text.trim())?.slice(1)
  const given = (parts ?? []).flatMap((amount, index) => {
    const unit = UNITS[index]
    return amount === undefined || unit === undefined || /^0+$/.test(amount) ? [] : [{ amount, unit }]
  })
  const [only, ...others] = given
  if (only === undefined || others.length > 0 || only.unit === 'second') return undefined
  const amount = parseRational(only.amount)
  if (amount === undefined) return undefined
  if (only.unit === 'week') return { unit: 'calendarDay', amount: printRational(multiply(amount, rational(7))) }
  return { unit: only.unit, amount: printRational(amount) }
}
