import { parseCivilDate } from './civil-date.ts'

/** Makes sure that the date whose rules count is one (核对日期): throws a TypeError for anything but `YYYY-MM-DD`. */
export function requireDate(asOf: unknown): void {
  if (asOf === undefined || (typeof asOf === 'string' && parseCivilDate(asOf).ok)) return
  throw new TypeError(`按哪一天的规定（asOf）写成存在的日期，如“2026-11-22”；这里是“${String(asOf)}”`)
}
