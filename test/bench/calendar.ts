/**
 * `npm run bench -- calendar`: working-day arithmetic against chinese-days, ISO dates in and out, in one run. In the time
 * zone of its users, since chinese-days reads local dates; ours has no time zone.
 */
import chineseDays from 'chinese-days'
import {
  addWorkdays,
  computeDeadline,
  countWorkdays,
  createCalendar,
  type Duration,
  parseCivilDate,
  printCivilDate,
} from '../../src/calendar/index.ts'
import { datesFrom } from '../support/slow-calendar.ts'

/** What is measured: the same question to both, on the same starts. `theirs` is left out where they cannot answer. */
interface Row {
  readonly name: string
  readonly ours: (from: string, i: number) => unknown
  readonly theirs?: (from: string, i: number) => unknown
}

const SLICES = 7
const SLICE_MS = 200

/** A start every second day of 2019–2024, and the dates 20 and 250 working days after them. */
const calendar = createCalendar()
const starts = datesFrom('2019-01-01', '2024-12-31').filter((_, i) => i % 2 === 0)
const after = (count: number) => starts.map((from) => add(from, count))
const ends = { 20: after(20), 250: after(250) }

const rows: readonly Row[] = [
  ...([20, 250] as const).flatMap((count): readonly Row[] => [
    {
      name: `add ${count} working days`,
      ours: (from) => add(from, count),
      theirs: (from) => chineseDays.findWorkday(count, from),
    },
    {
      name: `count ${count} working days`,
      ours: (from, i) => countTo(from, ends[count][i] ?? from),
      theirs: (from, i) => chineseDays.getWorkdaysInRange(from, ends[count][i] ?? from).length,
    },
  ]),
  { name: 'deadline, 20 working days', ours: (from) => deadline(from, { unit: 'workday', amount: '20' }) },
  { name: 'deadline, 3 months', ours: (from) => deadline(from, { unit: 'month', amount: '3' }) },
]

export async function run(): Promise<void> {
  process.env['TZ'] = 'Asia/Shanghai'
  console.log(`Best of ${SLICES} slices of ${SLICE_MS} ms; ${starts.length} starts in 2019–2024; TZ=Asia/Shanghai`)
  const lines = [
    ['ISO date in, ISO date out', 'zhengwu/calendar', 'chinese-days 1.5.7', 'times faster'],
    ...rows.map(measure),
  ]
  for (const cells of lines)
    console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(27) : cell.padStart(20))).join(''))
}

/** The slices of both take turns, and the best of each counts, so that a busy machine does not decide. */
function measure({ name, ours, theirs }: Row): readonly string[] {
  const turn = () => [slice(ours), theirs ? slice(theirs) : undefined] as const
  const slices = Array.from({ length: SLICES }, turn)
  const [mine = 0, other] = [slices.map(([one]) => one), slices.flatMap(([, two]) => two ?? [])].map(best)
  return [name, rate(mine), rate(other), other === undefined ? '–' : `${Math.round(mine / other)}×`]
}

function add(from: string, count: number): string {
  const start = parseCivilDate(from)
  const end = start.ok ? addWorkdays(calendar, start.value, count) : undefined
  if (end === undefined) throw new Error(`no working day ${count} after ${from}`)
  return printCivilDate(end)
}

function countTo(from: string, to: string): number {
  const [start, end] = [parseCivilDate(from), parseCivilDate(to)]
  if (!start.ok || !end.ok) throw new Error(`${from} or ${to} is no date`)
  return countWorkdays(calendar, start.value, end.value)
}

function deadline(from: string, limit: Duration): string {
  const answer = computeDeadline({ from, limit }, calendar)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.due
}

/** Questions answered in a second. */
function slice(ask: (from: string, i: number) => unknown): number {
  const began = performance.now()
  let asked = 0
  let elapsed = 0
  let i = 0
  while (elapsed < SLICE_MS) {
    // The clock is read every 64 questions, so that reading it does not count for much.
    for (let n = 0; n < 64; n++, i = (i + 1) % starts.length) ask(starts[i] ?? '', i)
    asked += 64
    elapsed = performance.now() - began
  }
  return (asked / elapsed) * 1000
}

function best(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values)
}

function rate(perSecond: number | undefined): string {
  if (perSecond === undefined) return '–'
  return perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M/s` : `${(perSecond / 1e3).toFixed(1)} k/s`
}
