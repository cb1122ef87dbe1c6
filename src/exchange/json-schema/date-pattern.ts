/** A pattern for dates `YYYY-MM-DD` that exist but for 30 February and its like, which `format` finds. */
export const DATE_PATTERN = String.raw`^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`

/** A pattern for the dates after (`later`) or before a date, written `YYYY-MM-DD`: JSON Schema has no order of dates. */
export function datesBeyond(date: string, direction: 'later' | 'earlier'): string | undefined {
  const ways = Array.from(date, (character, place) => {
    const digits = beyond(character, direction)
    return digits === undefined ? [] : [`${date.slice(0, place)}${digits}${restOf(date, place + 1)}`]
  }).flat()
  return ways.length === 0 ? undefined : `^(?:${ways.join('|')})$`
}

function beyond(digit: string, direction: 'later' | 'earlier'): string | undefined {
  if (digit === '-') return undefined
  const others = direction === 'later' ? '123456789'.slice(Number(digit)) : '0123456789'.slice(0, Number(digit))
  return others === '' ? undefined : `[${others}]`
}

function restOf(date: string, from: number): string {
  return date.slice(from).replace(/\d/g, String.raw`\d`)
}
