import { compare, max, type Rational, ZERO } from '../../base/rational.ts'
import { convertToWorkdays, DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { printConditionWords } from '../../graph/condition-words.ts'
import { limitsInForce } from '../../graph/limits-in-force.ts'
import { limitWords } from '../../graph/step-words.ts'
import type { Matter } from '../../model/matter.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { coordinate } from '../html/coordinate.ts'
import { type Html, html, visibleText } from '../html/html.ts'
import { drawLines, heightOfLines, round, type SetLine, setLines } from './text-block.ts'

/** Something that stands above or under the flow, as wide as the picture (图头、图脚). */
export interface Panel {
  readonly height: number
  readonly draw: (x: number, y: number) => Html
}

interface LimitRow {
  readonly kind: 'statutory' | 'promised'
  readonly lines: readonly SetLine[]
  /** Unit: workdays. */
  readonly workdays: Rational | undefined
}

const BAR = 7
const AFTER_ROW = 8
/** No wider than this, so that a bar is seen as one thing with its words. */
const WIDEST = 520

/** The name of the matter, and its limits as bars on one scale. */
export function drawHeader(matter: Matter, title: string, asOf: string | undefined, width: number): Panel {
  const titled = setLines(visibleText(title), 'title', width, 4)
  const rows = limitRows(matter, asOf, width)
  const full = rows.reduce((most, { workdays = ZERO }) => max(most, workdays), ZERO)
  // One bar by itself says nothing.
  const hasBars = full.num > 0n && rows.length > 1
  const rowHeight = (row: LimitRow) => heightOfLines(row.lines) + (hasBars ? BAR + AFTER_ROW : 2)
  const room = Math.min(width, WIDEST)
  return {
    height: heightOfLines(titled) + 10 + rows.reduce((sum, row) => sum + rowHeight(row), 0) + 18,
    draw: (x, y) => {
      let top = y + heightOfLines(titled) + 10
      const drawn = rows.map((row) => {
        const at = top
        top += rowHeight(row)
        return [
          drawLines(row.lines, x, at),
          hasBars ? drawBar(row, full, x, at + heightOfLines(row.lines) + 1, room) : null,
        ]
      })
      return html`<g class="header">${drawLines(titled, x, y)}${drawn}</g>`
    },
  }
}

function drawBar({ kind, workdays }: LimitRow, full: Rational, x: number, y: number, room: number): Html {
  const track = html`<rect class="track" x="${round(x)}" y="${round(y)}" width="${room}" height="${BAR}"/>`
  if (workdays === undefined) return track
  return html`${track}<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${coordinate(workdays, full, 0, room)}" height="${BAR}"/>`
}

/** More than so many limits of one kind are told as a range. */
const MOST_ROWS = 3

/** One row for each limit in force: what the law says, then what is promised. */
function limitRows(matter: Matter, asOf: string | undefined, width: number): readonly LimitRow[] {
  const row = (kind: LimitRow['kind'], text: string, workdays: Rational | undefined): LimitRow => ({
    kind,
    lines: setLines(visibleText(`${WORDS[kind]}　${text}`), 'plain', width, 4),
    workdays,
  })
  const rows = (kind: LimitRow['kind'], limits: readonly TimeLimit[]): readonly LimitRow[] => {
    const each = limits.map(({ limit, when }) => ({
      limit,
      workdays: convertToWorkdays(limit, DEFAULT_CONVERSION),
      condition: when === undefined ? '' : `（${printConditionWords(when, matter)}）`,
    }))
    const [shortest, ...longer] = each.toSorted((a, b) => compare(a.workdays ?? ZERO, b.workdays ?? ZERO))
    const longest = longer.at(-1)
    if (each.length <= MOST_ROWS || shortest === undefined || longest === undefined)
      return each.map(({ limit, workdays, condition }) => row(kind, `${limitWords(limit)}${condition}`, workdays))
    return [row(kind, `按情形，${limitWords(shortest.limit)}到${limitWords(longest.limit)}`, longest.workdays)]
  }
  return [
    ...rows('statutory', limitsInForce(matter.statutoryLimits, asOf)),
    ...rows('promised', limitsInForce(matter.promisedLimits, asOf)),
  ]
}

const WORDS = { statutory: '法定时限', promised: '承诺时限' } as const
