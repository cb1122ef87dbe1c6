import { printNumber } from '../../base/print-number.ts'
import type { Rational } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION, type Duration, printDuration } from '../../calendar/duration.ts'

/** A limit for people, with its length in working days where it is counted in another unit: 60个自然日（折合42.9个工作日）. */
export function printConverted(limit: Duration): string {
  const workdays = convertToWorkdays(limit, DEFAULT_CONVERSION)
  if (workdays === undefined || limit.unit === 'workday' || limit.unit === 'instant') return printDuration(limit)
  return `${printDuration(limit)}（折合${printWorkdays(workdays)}）`
}

/** 3个工作日 */
export function printWorkdays(workdays: Rational): string {
  return `${printNumber(workdays)}个工作日`
}
