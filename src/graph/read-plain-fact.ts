import { multiply, parseRational, printRational, rational } from '../base/rational.ts'
import { parseCivilDate } from '../calendar/civil-date.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Fact } from '../model/application.ts'
import type { FactType } from '../model/terms.ts'
import type { FactValue } from './fact-value.ts'

/** The value of a fact as programs write it (给定的值): 55, "0.5", true, "是", "2026-11-22", "3个月". */
export type PlainFact = boolean | number | string

/**
 * Reads a value as programs write it (读取给定的值): 是否 as true or false, 枚举 and 文本 as text, 数 as a number or text, 金额 as
 * so many 元, 日期 as `2026-11-22`, 时长 as `readDuration` has it. Undefined for what does not fit.
 */
export function readPlainFact(
  fact: Pick<Fact, 'type' | 'options'>,
  value: PlainFact,
  readDuration: (written: string) => Duration | undefined,
): FactValue | undefined {
  const written = typeof value === 'number' ? printPlainNumber(value) : String(value)
  return READERS[fact.type](written, fact.options, readDuration)
}

/** A number digit by digit: very large and very small ones too, which JavaScript writes as 1e21, 1e-7. */
function printPlainNumber(value: number): string {
  const written = String(value)
  const [, sign = '', whole = '', fraction = '', power = ''] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written) ?? []
  if (power === '') return written
  const digits = whole + fraction
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

const READERS: {
  readonly [T in FactType]: (
    written: string,
    options: readonly string[],
    readDuration: (written: string) => Duration | undefined,
  ) => FactValue | undefined
} = {
  boolean: (written) => (isYes(written) || isNo(written) ? { kind: 'boolean', value: isYes(written) } : undefined),
  option: (written, options) => (options.includes(written) ? { kind: 'option', option: written } : undefined),
  number: (written) => {
    const value = parseRational(written)
    return value && { kind: 'number', amount: printRational(value) }
  },
  text: (written) => ({ kind: 'text', text: written }),
  date: (written) => (parseCivilDate(written).ok ? { kind: 'date', date: written } : undefined),
  money: (written) => {
    const yuan = parseRational(written.replace(/元$/, ''))
    return yuan && { kind: 'money', amountFen: printRational(multiply(yuan, rational(100))) }
  },
  duration: (written, _options, readDuration) => {
    const duration = readDuration(written)
    return duration && { kind: 'duration', duration }
  },
}

function isYes(written: string): boolean {
  return written === 'true' || written === '是'
}

function isNo(written: string): boolean {
  return written === 'false' || written === '否'
}
