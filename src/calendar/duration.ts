import { multiply, ONE, parseRational, printRational, type Rational, rational, ZERO } from '../base/rational.ts'

/** The units that a time limit is counted in (计时单位). */
export type CountedUnit = 'workday' | 'calendarDay' | 'month' | 'year' | 'hour' | 'minute'

/**
 * A length of time as the law or a promise states it (时长): so many of a unit, done at once (即办), or without a
 * statutory limit (无法定时限). A limit that is not known is no Duration at all.
 *
 * Unit: as named; `amount` is an exact number (`"20"`, `"0.5"`). Units never mix without a {@link Conversion} or a date.
 */
export type Duration =
  | { readonly unit: CountedUnit; readonly amount: string }
  | { readonly unit: 'instant' }
  | { readonly unit: 'unlimited' }

/** Everything a {@link Duration} can say in its `unit`. */
export type DurationUnit = Duration['unit']

/** The Chinese word of each unit, as guides and the JSON output write it. */
export const UNIT_WORDS: Readonly<Record<DurationUnit, string>> = {
  workday: '工作日',
  calendarDay: '自然日',
  month: '月',
  year: '年',
  hour: '小时',
  minute: '分钟',
  instant: '即办',
  unlimited: '无法定时限',
}

/** How many working days one of each unit stands for where no date is given (折算口径); 即办 has a value of its own. */
export type Conversion = Readonly<Record<CountedUnit | 'instant', Rational>>

/**
 * The usual conversion: 1 月 = 22 工作日, 1 年 = 250 工作日, 1 自然日 = 5/7 工作日 exactly, 8 小时 = 1 工作日, 即办 = 0.
 *
 * Unit: workdays. Source: the catalogue programs of Zhejiang (Wenzhou); no statute fixes one. Marked pure, so that who
 * only computes dates does not load rational numbers.
 */
export const DEFAULT_CONVERSION: Conversion = {
  workday: ONE,
  calendarDay: /* @__PURE__ */ rational(5, 7),
  month: /* @__PURE__ */ rational(22),
  year: /* @__PURE__ */ rational(250),
  hour: /* @__PURE__ */ rational(1, 8),
  minute: /* @__PURE__ */ rational(1, 480),
  instant: ZERO,
}

/** Other conversions found in practice, each as its difference from {@link DEFAULT_CONVERSION}. */
export const CONVERSION_ALTERNATIVES = {
  天计为工作日: { calendarDay: ONE },
  一年计253个工作日: { year: /* @__PURE__ */ rational(253) },
  即办计1个工作日: { instant: ONE },
} as const satisfies Readonly<Record<string, Partial<Conversion>>>

/**
 * The length of a limit in working days, without a date (折算).
 *
 * Unit: workdays. Returns undefined for 无法定时限 and for an amount that is no exact number.
 */
export function convertToWorkdays(duration: Duration, conversion: Conversion): Rational | undefined {
  if (duration.unit === 'unlimited') return undefined
  if (duration.unit === 'instant') return conversion.instant
  const amount = parseRational(duration.amount)
  return amount && multiply(amount, conversion[duration.unit])
}

/** Writes a length of time as guides do: 12个工作日, 60个自然日, 3个月, 1年, 4小时, 即办. */
export function printDuration(duration: Duration): string {
  if (!('amount' in duration)) return UNIT_WORDS[duration.unit]
  const counter =
    duration.unit === 'workday' || duration.unit === 'calendarDay' || duration.unit === 'month' ? '个' : ''
  return `${duration.amount}${counter}${UNIT_WORDS[duration.unit]}`
}

/** Reads a length of time as {@link printDuration} writes it; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const fixed = ([{ unit: 'instant' }, { unit: 'unlimited' }] as const).find(({ unit }) => UNIT_WORDS[unit] === text)
  if (fixed !== undefined) return fixed
  const [, amount = '', word] = /^(\d+(?:\.\d+)?)个?(\D+)$/.exec(text) ?? []
  const unit = COUNTED_UNITS.find((each) => UNIT_WORDS[each] === word)
  const value = parseRational(amount)
  return unit && value && { unit, amount: printRational(value) }
}

const COUNTED_UNITS = ['workday', 'calendarDay', 'month', 'year', 'hour', 'minute'] as const
