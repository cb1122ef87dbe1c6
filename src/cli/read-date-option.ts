import { InvalidArgumentError } from 'commander'
import { parseCivilDate } from '../calendar/civil-date.ts'

/** Reads the date of an option (日期选项), `YYYY-MM-DD`; for commander. */
export function readDateOption(written: string): string {
  const date = parseCivilDate(written)
  if (!date.ok) throw new InvalidArgumentError('请写成“2026-09-28”的样子，并核对有没有这一天')
  return written
}
