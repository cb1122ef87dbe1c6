import notices from './notices.json' with { type: 'json' }

/**
 * An independent slow calendar: walks day by day over instants at UTC midnight, straight from the wording of
 * notices.json. It shares nothing with src/calendar, so that the two can be compared.
 */
const DAY = 86_400_000
const off = new Set<number>()
const worked = new Set<number>()
for (const { off: ranges, worked: days } of Object.values(notices.years)) {
  for (const [first = '', last = ''] of ranges) {
    for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += DAY) off.add(at)
  }
  for (const day of days) worked.add(Date.parse(`${day}T00:00:00Z`))
}

export function slowIsWorkday(date: string): boolean {
  return works(Date.parse(`${date}T00:00:00Z`))
}

export function slowAddWorkdays(date: string, count: number): string {
  const step = count < 0 ? -DAY : DAY
  let at = Date.parse(`${date}T00:00:00Z`)
  for (let left = Math.abs(count); left > 0; ) {
    at += step
    if (works(at)) left--
  }
  return new Date(at).toISOString().slice(0, 10)
}

/** Working days after `from` up to and including `to`. */
export function slowCountWorkdays(from: string, to: string): number {
  let count = 0
  for (let at = Date.parse(`${from}T00:00:00Z`) + DAY; at <= Date.parse(`${to}T00:00:00Z`); at += DAY) {
    if (works(at)) count++
  }
  return count
}

/** Every date from one to another, both included. */
export function datesFrom(first: string, last: string): readonly string[] {
  const length = (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY + 1
  const start = Date.parse(`${first}T00:00:00Z`)
  return Array.from({ length }, (_, i) => new Date(start + i * DAY).toISOString().slice(0, 10))
}

function works(at: number): boolean {
  if (worked.has(at)) return true
  const weekday = new Date(at).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(at)
}
