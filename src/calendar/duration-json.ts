import { printRational } from '../base/rational.ts'
import { type Conversion, convertToWorkdays, DEFAULT_CONVERSION, type Duration, UNIT_WORDS } from './duration.ts'

/** A length of time as every command writes it (时长，JSON): as written, and in working days; 无法定时限 is none. */
export function durationToJson(duration: Duration, conversion: Conversion = DEFAULT_CONVERSION) {
  const workdays = convertToWorkdays(duration, conversion)
  return {
    value: 'amount' in duration ? duration.amount : null,
    unit: UNIT_WORDS[duration.unit],
    workdays: workdays === undefined ? null : printRational(workdays),
  }
}
