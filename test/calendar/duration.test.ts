import { describe, expect, test } from 'vitest'
import { printRational } from '../../src/base/rational.ts'
import {
  CONVERSION_ALTERNATIVES,
  type Conversion,
  convertToWorkdays,
  DEFAULT_CONVERSION,
  type Duration,
} from '../../src/calendar/duration.ts'

function workdays(duration: Duration, conversion: Conversion = DEFAULT_CONVERSION): string | undefined {
  const converted = convertToWorkdays(duration, conversion)
  return converted && printRational(converted)
}

describe('limits as working days, without a date', () => {
  test.each<[Duration, string]>([
    [{ unit: 'workday', amount: '20' }, '20'],
    [{ unit: 'workday', amount: '0.5' }, '0.5'],
    [{ unit: 'calendarDay', amount: '60' }, '300/7'],
    [{ unit: 'calendarDay', amount: '7' }, '5'],
    [{ unit: 'month', amount: '3' }, '66'],
    [{ unit: 'year', amount: '1' }, '250'],
    [{ unit: 'hour', amount: '4' }, '0.5'],
    [{ unit: 'minute', amount: '240' }, '0.5'],
    [{ unit: 'instant' }, '0'],
  ])('%o is %s', (duration, expected) => {
    expect(workdays(duration)).toBe(expected)
  })

  test('无法定时限 and a malformed amount have no length', () => {
    expect(workdays({ unit: 'unlimited' })).toBeUndefined()
    expect(workdays({ unit: 'workday', amount: '二十' })).toBeUndefined()
  })

  test('the alternatives found in practice change one rate each', () => {
    const by = (name: keyof typeof CONVERSION_ALTERNATIVES) => ({
      ...DEFAULT_CONVERSION,
      ...CONVERSION_ALTERNATIVES[name],
    })
    expect(workdays({ unit: 'calendarDay', amount: '60' }, by('天计为工作日'))).toBe('60')
    expect(workdays({ unit: 'year', amount: '2' }, by('一年计253个工作日'))).toBe('506')
    expect(workdays({ unit: 'instant' }, by('即办计1个工作日'))).toBe('1')
  })
})
