import { describe, expect, test } from 'vitest'
import { type CountingProfile, findProfile, PROFILES, resolveBareDay } from '../../src/calendar/index.ts'

const profiles: readonly CountingProfile[] = Object.values(PROFILES)

function workdayLengths(name: string): readonly number[] {
  const profile = findProfile(name)
  if (profile === undefined) throw new Error(`no profile ${name}`)
  const lengths = Array.from({ length: 60 }, (_, i) => i + 1)
  return lengths.filter((length) => resolveBareDay(profile, String(length)) === 'workday')
}

describe('counting profiles', () => {
  test('every one names its source', () => {
    expect(profiles.length).toBeGreaterThanOrEqual(15)
    for (const { source } of profiles) expect(source).toMatch(/第.+条|工作日/)
  })

  test('names and aliases point to one profile each', () => {
    const names = profiles.flatMap(({ name, aliases }) => [name, ...aliases])
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
    expect(resolveBareDay(PROFILES.penalties, '-7')).toBe('workday')
    expect(resolveBareDay(PROFILES.penalties, '-8')).toBe('calendarDay')
    expect(resolveBareDay(PROFILES.coercion, '10.5')).toBe('calendarDay')
    expect(resolveBareDay(PROFILES.licensing, '二十')).toBe('calendarDay')
  })

  test.each(['行政许可法', '《行政许可法》', '中华人民共和国行政许可法', '《中华人民共和国行政许可法》', 'licensing'])(
    '%s is found',
    (name) => {
      expect(findProfile(name)).toBe(PROFILES.licensing)
    },
  )

  test('an alias is found, an unknown name is not', () => {
    expect(findProfile('税收征收管理法实施细则')).toBe(PROFILES.taxCollection)
    expect(findProfile('市场主体登记管理条例')).toBe(PROFILES.marketEntityRegistration)
    expect(findProfile('许可法')).toBeUndefined()
  })
})
