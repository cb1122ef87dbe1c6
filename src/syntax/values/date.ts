import { BLANK, foldCode, kindOf } from '../fold.ts'
import { isDigitAt, readNumerals } from './number.ts'

/** A date found in a text, as `YYYY-MM-DD`, and where it ends. */
export interface ScannedDate {
  readonly date: string
  readonly end: number
}

/**
 * Reads a date at a place of a prepared text: 2025年1月1日, 2025-01-01, 2025/1/1, 2025.1.1, 二〇二五年一月一日; undefined
 * when none stands there. Whether the day exists is for the compiler to say.
 */
export function scanDate(text: string, start: number, end: number): ScannedDate | undefined {
  const year = scanPart(text, start, end, 4)
  if (year === undefined || year.digits !== 4) return undefined
  const first = markAt(text, year.end, end)
  if (first === undefined) return undefined
  const month = scanPart(text, first.end, end, 2)
  if (month === undefined) return undefined
  const second = markAt(text, month.end, end)
  if (second === undefined || second.mark !== (first.mark === '年' ? '月' : first.mark)) return undefined
  const day = scanPart(text, second.end, end, 2)
  if (day === undefined) return undefined
  const date = `${pad(year.value, 4)}-${pad(month.value, 2)}-${pad(day.value, 2)}`
  if (first.mark !== '年') return isDigitAt(text, day.end, end) ? undefined : { date, end: day.end }
  const last = markAt(text, day.end, end)
  return last?.mark === '日' || last?.mark === '号' ? { date, end: last.end } : undefined
}

/** Reads 2月4日 or 4日, whose year and month are those of a date before it. */
export function scanShortDate(text: string, start: number, end: number, before: string): ScannedDate | undefined {
  const first = scanPart(text, start, end, 2)
  const mark = first && markAt(text, first.end, end)
  if (first === undefined || mark === undefined) return undefined
  const head = before.slice(0, '2025-'.length)
  if (mark.mark === '日' || mark.mark === '号') {
    return { date: `${before.slice(0, '2025-01-'.length)}${pad(first.value, 2)}`, end: mark.end }
  }
  const second = mark.mark === '月' ? scanPart(text, mark.end, end, 2) : undefined
  const last = second && markAt(text, second.end, end)
  if (second === undefined || (last?.mark !== '日' && last?.mark !== '号')) return undefined
  return { date: `${head}${pad(first.value, 2)}-${pad(second.value, 2)}`, end: last.end }
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

interface DatePart {
  readonly value: number
  /** How many digits were written. */
  readonly digits: number
  readonly end: number
}

function scanPart(text: string, start: number, end: number, most: number): DatePart | undefined {
  let at = skipSpaces(text, start, end)
  const from = at
  while (at - from < most && isDigitAt(text, at, end)) at++
  if (at > from) {
    let value = 0
    for (let i = from; i < at; i++) value = value * 10 + foldCode(text.charCodeAt(i)) - 0x30
    return { value, digits: at - from, end: at }
  }
  while (at < end && at - from < Math.max(most, 3) && '零〇一二三四五六七八九十'.includes(text.charAt(at))) at++
  const value = at === from ? undefined : readNumerals(text.slice(from, at))
  return value === undefined ? undefined : { value, digits: at - from, end: at }
}

interface DateMark {
  readonly mark: string
  readonly end: number
}

function markAt(text: string, start: number, end: number): DateMark | undefined {
  const at = skipSpaces(text, start, end)
  if (at >= end) return undefined
  const mark = String.fromCharCode(foldCode(text.charCodeAt(at)))
  return '年月日号-/.'.includes(mark) ? { mark, end: at + 1 } : undefined
}

function skipSpaces(text: string, start: number, end: number): number {
  let at = start
  while (at < end && kindOf(text.charCodeAt(at)) === BLANK) at++
  return at
}
