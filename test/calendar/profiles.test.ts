import { describe, expect, test } from 'vitest'
import { findProfile, LICENSING_LAW, PROFILES, resolveBareDay } from '../../src/calendar/index.ts'

function bareUnit(name: string, amount: string): string {
  const profile = findProfile(name)
  if (profile === undefined) throw new Error(`no profile ${name}`)
  return resolveBareDay(profile, amount)
}

function workdayLengths(name: string): readonly number[] {
  const lengths = Array.from({ length: 60 }, (_, i) => i + 1)
  return lengths.filter((length) => bareUnit(name, String(length)) === 'workday')
}

describe('counting profiles', () => {
  test('every one names its source', () => {
    expect(PROFILES.length).toBeGreaterThanOrEqual(15)
    for (const { source } of PROFILES) expect(source).toMatch(/第.+条|审批期限/)
  })

  test('names and aliases point to one profile each', () => {
    const names = PROFILES.flatMap(({ name, alias = name }) => [...new Set([name, alias])])
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    ['行政处罚法', [2, 3, 5, 7]],
    ['行政强制法', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['行政复议法', [3, 5, 7, 10]],
    ['机动车登记规定', [1, 2, 3, 5, 7, 10, 15]],
    ['驾驶证规定', [1, 3, 5]],
    ['道交违法记分办法', []],
    ['民法典', []],
    ['不动产登记暂行条例', []],
  ])('%s: the bare 日 is a working day for %o', (name, lengths) => {
    expect(workdayLengths(name)).toEqual(lengths)
  })

  test.each(['行政许可法', '审计法实施条例', '外国人入境出境管理条例'])('%s counts working days throughout', (name) => {
    expect(workdayLengths(name)).toHaveLength(60)
  })

  test('a limit backward takes the unit of its length', () => {
    expect(bareUnit('行政处罚法', '-7')).toBe('workday')
    expect(bareUnit('行政处罚法', '-8')).toBe('calendarDay')
    expect(bareUnit('行政强制法', '10.5')).toBe('calendarDay')
    expect(bareUnit('行政许可法', '二十')).toBe('calendarDay')
  })

  test.each(['行政许可法', '《行政许可法》', '中华人民共和国行政许可法', '《中华人民共和国行政许可法》'])(
    '%s is found',
    (name) => {
      expect(findProfile(name)).toBe(LICENSING_LAW)
    },
  )

  test('an alias is found, an unknown name is not', () => {
    expect(findProfile('税收征收管理法实施细则')?.name).toBe('税收征管法实施细则')
    expect(findProfile('市场主体登记管理条例')?.name).toBe('市场主体登记条例')
    for (const unknown of ['许可法', '', '《》', '中华人民共和国']) expect(findProfile(unknown)).toBeUndefined()
  })
})
