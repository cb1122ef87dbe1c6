import { type Result, success } from '../base/result.ts'
import { type CalendarError, fail } from './calendar-error.ts'
import { parseCivilDate } from './civil-date.ts'
import { parseDayRange } from './day-range.ts'

/**
 * Days off and days worked as one document orders them (放假调休安排). Where two documents speak of the same day, the
 * later in the list holds; within one, a day worked holds over a day off.
 */
export interface Arrangement {
  /** Days off (放假): one day (`2026-05-01`) or first and last day (`2026-05-01/2026-05-05`, in short `2026-05-01/05`). */
  readonly off: readonly string[]
  /** Weekend days that are worked (调休上班). */
  readonly worked: readonly string[]
}

/**
 * A yearly notice of the State Council General Office, or an amendment of one (国务院办公厅节假日安排通知).
 * A year without a notice is unknown: what touches it is provisional.
 */
export interface Notice extends Arrangement {
  /** The year it arranges; it may also name days of the December before. */
  readonly year: number
  /** The date of issue; null where it has not been established. */
  readonly issuedOn: string | null
}

/** A regional or own calendar over the notices (地方或单位的工作日历), such as 广西三月三. It makes no year known. */
export interface Overlay extends Arrangement {
  readonly name: string
}

/** What a calendar is made of: the notices in order of issue, and the overlays over them. */
export interface CalendarSources {
  readonly notices: readonly Notice[]
  readonly overlays: readonly Overlay[]
}

/**
 * Reads a calendar file (工作日历文件): `{ "notices": [{ "year": 2027, "issuedOn": "2026-11-05", "off":
 * ["2027-01-01/2027-01-03"], "worked": ["2027-01-04"] }], "overlays": [{ "name": "广西", "off": […], "worked": […] }] }`;
 * either list may be left out.
 */
export function readCalendarSources(json: unknown): Result<CalendarSources, CalendarError> {
  if (!isRecord(json) || (json['notices'] === undefined && json['overlays'] === undefined)) {
    return fail('bad-calendar', '工作日历应写明“notices”（放假通知）或“overlays”（地方或单位的安排）')
  }
  const notices = readList(json['notices'], 'notices', readNotice)
  if (!notices.ok) return notices
  const overlays = readList(json['overlays'], 'overlays', readOverlay)
  if (!overlays.ok) return overlays
  return success({ notices: notices.value, overlays: overlays.value })
}

function readNotice(json: Record<string, unknown>): Result<Notice, CalendarError> {
  const { year, issuedOn = null } = json
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1 || year > 9998) {
    return fail('bad-calendar', '放假通知应写明年份“year”，例如 2027')
  }
  if (issuedOn !== null && (typeof issuedOn !== 'string' || !parseCivilDate(issuedOn).ok)) {
    return fail('bad-calendar', `${year}年放假通知的印发日期“issuedOn”应为“2026-11-05”的样子`)
  }
  const days = readArrangement(json, `${year}年放假通知`)
  return days.ok ? success({ year, issuedOn, ...days.value }) : days
}

function readOverlay(json: Record<string, unknown>): Result<Overlay, CalendarError> {
  const { name } = json
  if (typeof name !== 'string' || name === '') return fail('bad-calendar', '地方或单位的安排应写明名称“name”')
  const days = readArrangement(json, `“${name}”`)
  return days.ok ? success({ name, ...days.value }) : days
}

function readArrangement(json: Record<string, unknown>, whose: string): Result<Arrangement, CalendarError> {
  const { off = [], worked = [] } = json
  if (!isTexts(off) || !isTexts(worked)) {
    return fail('bad-calendar', `${whose}的“off”（放假）和“worked”（上班）应为日期的列表`)
  }
  for (const text of [...off, ...worked]) {
    const range = parseDayRange(text)
    if (!range.ok) return fail('bad-calendar', `${whose}：${range.error.message}`)
  }
  return success({ off, worked })
}

function readList<T>(
  json: unknown,
  key: string,
  readItem: (item: Record<string, unknown>) => Result<T, CalendarError>,
): Result<readonly T[], CalendarError> {
  if (json === undefined) return success([])
  if (!Array.isArray(json)) return fail('bad-calendar', `工作日历的“${key}”应为列表`)
  const items: T[] = []
  for (const entry of json) {
    if (!isRecord(entry)) return fail('bad-calendar', `工作日历的“${key}”中有一项不是对象`)
    const item = readItem(entry)
    if (!item.ok) return item
    items.push(item.value)
  }
  return success(items)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
