import { dateParts, parseCivilDate } from './civil-date.ts'

/** Days of the solar calendar that name a holiday wherever they are part of it. Legal source: 全国年节及纪念日放假办法第二条. */
const FIXED: Readonly<Record<string, string>> = { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节' }

/** Stretches of the year in which a holiday by the lunar calendar or the solar terms falls, with its make-up days. */
const SEASONS: readonly { readonly from: string; readonly to: string; readonly name: string }[] = [
  { from: '01-15', to: '03-01', name: '春节' },
  { from: '04-01', to: '04-08', name: '清明节' },
  { from: '05-25', to: '06-28', name: '端午节' },
  { from: '09-03', to: '09-05', name: '抗战胜利纪念日' },
  { from: '09-06', to: '10-15', name: '中秋节' },
]

/** 国庆节 with 中秋节 inside it has eight days off instead of seven. */
const JOINT_DAYS = 8

/** The name of the holiday that a stretch of days off belongs to (节日名称): 国庆节, 国庆节、中秋节. */
export function nameHoliday(from: string, to: string): string {
  const days = listDays(from, to)
  const fixed = days.map((day) => FIXED[day]).find((name) => name !== undefined)
  if (fixed === '国庆节' && days.length >= JOINT_DAYS) return '国庆节、中秋节'
  return fixed ?? SEASONS.find((season) => days.some((day) => season.from <= day && day <= season.to))?.name ?? '放假'
}

function listDays(from: string, to: string): readonly string[] {
  const first = parseCivilDate(from)
  const last = parseCivilDate(to)
  if (!first.ok || !last.ok) return []
  return Array.from({ length: last.value - first.value + 1 }, (_, i) => {
    const { month, day } = dateParts(first.value + i)
    return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  })
}
