import { describe, expect, test } from 'vitest'
import { deadline } from '../support/calendar-text.ts'

/**
 * Last days of the monthly tax term as the State Taxation Administration published them each December
 * (国家税务总局办公厅关于明确各年度申报纳税期限的通知: 税总办函〔2019〕449号, 〔2020〕242号, 税总办征科函〔2021〕201号,
 * 〔2022〕245号, for 2024 the notice's reprint, 〔2024〕71号, 〔2025〕64号). Month by month; days of the month.
 */
const PUBLISHED: Readonly<Record<number, readonly number[]>> = {
  2020: [15, 17, 16, 20, 22, 15, 15, 17, 15, 23, 16, 15],
  2021: [20, 23, 15, 20, 21, 18, 15, 16, 15, 26, 15, 15],
  2022: [19, 23, 15, 20, 19, 20, 15, 15, 20, 25, 15, 15],
  2023: [16, 15, 15, 17, 18, 15, 17, 15, 15, 23, 15, 15],
  2024: [15, 23, 15, 18, 22, 19, 15, 15, 18, 24, 15, 16],
  2025: [15, 20, 17, 18, 22, 16, 15, 15, 15, 27, 17, 15],
  2026: [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15],
}

const months = Object.entries(PUBLISHED).flatMap(([year, days]) =>
  days.map((day, i) => ({ year: Number(year), month: i + 1, day })),
)

function dueDay(year: number, month: number): number {
  const from = new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)
  const { due } = deadline({ from, limit: '15日', profile: '税收征管法实施细则' })
  expect(due.slice(0, 7)).toBe(`${year}-${String(month).padStart(2, '0')}`)
  return Number(due.slice(8))
}

describe('the monthly tax dates of 2020–2026', () => {
  test('are 84', () => {
    expect(months).toHaveLength(84)
  })

  test.each(months.filter(({ year, month }) => year !== 2020 || month !== 10))('$year-$month: $day', (published) => {
    expect(dueDay(published.year, published.month)).toBe(published.day)
  })

  test('October 2020 is the one that departs from the rule: published 23, by the rule 27', () => {
    expect(dueDay(2020, 10)).toBe(27)
  })

  test('a term in months only moves, as annual settlements do: 31 May 2023 stays', () => {
    const settlement = { from: '2022-12-31', limit: '5个月', profile: '税收征管法实施细则' }
    expect(deadline(settlement).due).toBe('2023-05-31')
    expect(deadline({ ...settlement, from: '2019-12-31' }).due).toBe('2020-06-01')
  })
})
