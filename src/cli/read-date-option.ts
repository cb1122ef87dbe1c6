import { InvalidArgumentError } from 'commander'
import { parseCivilDate } from '../calendar/civil-date.ts'

/** Reads the date of an option (日期选项), `YYYY-MM-DD`; for commander. */
export function readDateOption(written: string): string {
  const date = parseCivilDate(written)
  if (!date.ok) throw new InvalidArgumentError(date.error.message)
  return written
}
