import type { Matter } from '../model/matter.ts'
import { AUDIENCES, CASE_TYPES, LEVELS, MATTER_TYPES } from '../model/terms.ts'
import { CommandFailure } from './command-failure.ts'
import { nearest } from './nearest.ts'

/** What `--where` can ask of a matter: its words in the field, and the field's closed list of words if it has one. */
interface Field {
  readonly words: (matter: Matter) => readonly string[]
  readonly allowed?: readonly string[]
}

const FIELDS: Readonly<Record<string, Field>> = {
  事项: { words: ({ name }) => [name] },
  编码: { words: ({ code }) => listed(code) },
  事项类型: { words: ({ type }) => listed(type && MATTER_TYPES[type]), allowed: Object.values(MATTER_TYPES) },
  办件类型: { words: ({ caseType }) => listed(caseType && CASE_TYPES[caseType]), allowed: Object.values(CASE_TYPES) },
  行使层级: { words: ({ levels }) => levels.map((level) => LEVELS[level]), allowed: Object.values(LEVELS) },
  服务对象: { words: ({ audiences }) => audiences.map((each) => AUDIENCES[each]), allowed: Object.values(AUDIENCES) },
  实施主体: { words: ({ authority }) => listed(authority) },
  联办机构: { words: ({ coAuthorities }) => coAuthorities },
}

/** Tells whether a matter is chosen. */
export type MatterFilter = (matter: Matter) => boolean

/**
 * Reads `--where 事项类型=行政许可` (筛选条件): 、 or ， between values means any of them, ≠ or != means none of them;
 * several conditions must all hold.
 */
export function readMatterFilter(conditions: readonly string[]): MatterFilter {
  const filters = conditions.map(readCondition)
  return (matter) => filters.every((filter) => filter(matter))
}

function readCondition(written: string): MatterFilter {
  const [, name = '', operator = '', rest = ''] = /^([^=≠!为]*)(!=|≠|=|＝|为)(.*)$/.exec(written.normalize('NFC')) ?? []
  const values = rest.split(/[、，,]/).map((value) => value.trim())
  const field = Object.hasOwn(FIELDS, name.trim()) ? FIELDS[name.trim()] : undefined
  if (operator === '') throw new CommandFailure(`“${written}”不是筛选条件，请写成“事项类型=行政许可”的样子`)
  if (field === undefined) {
    throw new CommandFailure(`不能按“${name.trim()}”筛选；可以按：${Object.keys(FIELDS).join('、')}`)
  }
  for (const value of values) checkValue(name.trim(), value, field)
  const excludes = operator === '!=' || operator === '≠'
  return (matter) => field.words(matter).some((word) => values.includes(word)) !== excludes
}

function checkValue(name: string, value: string, { allowed }: Field): void {
  if (value === '') throw new CommandFailure(`“${name}”后面没有写值`)
  if (allowed === undefined || allowed.includes(value)) return
  const [suggestion] = nearest(value, allowed, 1)
  const guess = suggestion === undefined ? '' : `，是不是“${suggestion}”？`
  throw new CommandFailure(`${name}没有“${value}”${guess === '' ? '；' : guess}可以写：${allowed.join('、')}`)
}

function listed(word: string | undefined): readonly string[] {
  return word === undefined ? [] : [word]
}
