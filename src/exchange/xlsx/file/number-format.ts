import { isInRange, printCivilDate } from '../../../calendar/civil-date.ts'
import type { Cell } from './workbook.ts'

/** How a number of a cell is shown (数字格式), as far as it changes what is meant. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date' }
  | { readonly kind: 'percent' }
  /** Words behind every number of the column: `0"个工作日"`. */
  | { readonly kind: 'worded'; readonly before: string; readonly after: string }

const GENERAL: NumberFormat = { kind: 'general' }

/** The numbers of formats that every program knows without their being written down; 27–36 and 50–58 are those of Chinese Excel. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]
const BUILT_IN_PERCENTS = [9, 10]

/** The format with a number that is not written down. */
export function builtInFormat(id: number): NumberFormat {
  if (BUILT_IN_PERCENTS.includes(id)) return { kind: 'percent' }
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? { kind: 'date' } : GENERAL
}

/** Reads a format as it is written: `yyyy"年"m"月"d"日"`, `0.0%`, `0"份"`. */
export function parseNumberFormat(code: string): NumberFormat {
  const [positive = ''] = code.split(';')
  const worded = /^(?:"([^"]*)")?[#0,.?]+(?:"([^"]*)")?$/.exec(positive.replaceAll('\\', '').replaceAll('_ ', ''))
  if (worded !== null) {
    const [, before = '', after = ''] = worded
    return before === '' && after === '' ? GENERAL : { kind: 'worded', before, after }
  }
  const marks = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (marks.includes('%')) return { kind: 'percent' }
  return /[yd]/i.test(marks) ? { kind: 'date' } : GENERAL
}

/** Days from 1970-01-01 to the day 0 of workbooks, which count from 1900 or (old ones of the Mac) from 1904. */
const DAY_ZERO = { from1900: -25569, from1904: -24107 } as const

/** What a stored number shows (数字、日期). */
export function readNumber(stored: string, format: NumberFormat, epoch: keyof typeof DAY_ZERO): Cell {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return { text: stored, kind: 'text' }
  if (format.kind === 'date') {
    const whole = Math.floor(value)
    // The format of 1900 has a 29 February of that year, which never was.
    const day = whole + DAY_ZERO[epoch] + (epoch === 'from1900' && whole < 60 ? 1 : 0)
    if (isInRange(day) && whole > 0) return { text: printCivilDate(day), kind: 'date' }
  }
  if (format.kind === 'percent') return { text: `${decimal(value * 100)}%`, kind: 'number' }
  if (format.kind === 'worded') return { text: `${format.before}${decimal(value)}${format.after}`, kind: 'text' }
  return { text: decimal(value), kind: 'number' }
}

/** The number as people typed it: files hold the nearest binary one, as 0.30000000000000004. */
function decimal(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return /e/.test(text) ? rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}
