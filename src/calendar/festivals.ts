import { type CivilDay, isWeekend, toCivilDay } from './civil-date.ts'

/** 元旦, 劳动节 (two days) and 国庆节 (three): month and day. */
const FIXED_FESTIVALS = '01-01 05-01 05-02 10-01 10-02 10-03'

const FIRST_LUNAR_YEAR = 2027

/**
 * 春节（正月初一）, 清明, 端午, 中秋 of each year from {@link FIRST_LUNAR_YEAR} on: month and day. A table, because the lunar
 * calendar of `Intl` misplaces 2027 and 2030.
 *
 * Source: GB/T 33661-2017 农历的编算和颁行, as computed by chinese-days 1.5.7 (a test compares them).
 */
const LUNAR_FESTIVALS: readonly string[] = [
  '02-06 04-05 06-09 09-15', // 2027
  '01-26 04-04 05-28 10-03', // 2028
  '02-13 04-04 06-16 09-22', // 2029
  '02-03 04-05 06-05 09-12', // 2030
  '01-23 04-05 06-24 10-01', // 2031
  '02-11 04-04 06-12 09-19', // 2032
  '01-31 04-04 06-01 09-08', // 2033
  '02-19 04-05 06-20 09-27', // 2034
  '02-08 04-05 06-10 09-16', // 2035
  '01-28 04-04 05-30 10-04', // 2036
  '02-15 04-04 06-18 09-24', // 2037
  '02-04 04-05 06-07 09-13', // 2038
  '01-24 04-05 05-27 10-02', // 2039
  '02-12 04-04 06-14 09-20', // 2040
  '02-01 04-04 06-03 09-10', // 2041
  '01-22 04-04 06-22 09-28', // 2042
  '02-10 04-05 06-11 09-17', // 2043
  '01-30 04-04 05-31 10-05', // 2044
  '02-17 04-04 06-19 09-25', // 2045
  '02-06 04-04 06-08 09-15', // 2046
  '01-26 04-05 05-29 10-04', // 2047
  '02-14 04-04 06-15 09-22', // 2048
  '02-02 04-04 06-04 09-11', // 2049
  '01-23 04-04 06-23 09-30', // 2050
]

/** True where the dates of the lunar festivals of a year are at hand. */
export function knowsLunarFestivals(year: number): boolean {
  return LUNAR_FESTIVALS[year - FIRST_LUNAR_YEAR] !== undefined
}

/**
 * The days off that the law itself gives a year, for years whose notice is not known (按法定节日推算): 元旦, 春节 four days
 * from 除夕, 清明, 劳动节 two days, 端午, 中秋, 国庆 three days; one that falls on a weekend is made up on the next weekday.
 * Without the table of lunar festivals only those of fixed date. Measured on limits that began from 15 October and ended
 * in the next year, 2007–2025: wrong for 11 % at 20 working days (32 % without the days made up) and 14 % at 60 (60 %).
 *
 * Legal source: 全国年节及纪念日放假办法 (2024-11-10) 第二条、第六条.
 */
export function forecastDaysOff(year: number): ReadonlySet<CivilDay> {
  const lunar = LUNAR_FESTIVALS[year - FIRST_LUNAR_YEAR]
  const named = lunar === undefined ? FIXED_FESTIVALS : `${lunar} ${FIXED_FESTIVALS}`
  const festivals = named
    .split(' ')
    .map((monthDay) => toCivilDay(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))))
  const [springFestival = 0] = festivals
  if (lunar !== undefined) festivals.push(springFestival - 1, springFestival + 1, springFestival + 2)
  const off = new Set(festivals)
  for (const festival of festivals) {
    if (!isWeekend(festival)) continue
    let madeUpOn = festival + 1
    while (off.has(madeUpOn) || isWeekend(madeUpOn)) madeUpOn++
    off.add(madeUpOn)
  }
  return off
}
