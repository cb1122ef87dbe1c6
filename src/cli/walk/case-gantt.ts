import { type CivilDay, isInRange, printCivilDate } from '../../calendar/civil-date.ts'
import { civilDayAt } from '../../calendar/instant.ts'
import { countWorkdays } from '../../calendar/workdays.ts'
import { displayWidth } from '../../diagnostics/display-width.ts'
import type { Paint } from '../../diagnostics/paint.ts'
import { type CaseState, NODE, type NodeState } from '../../engine/case-state.ts'
import { readClocks } from '../../engine/clocks/read-clocks.ts'
import { printDate } from '../../graph/situation.ts'
import type { WalkSession } from './walk-session.ts'

const STATES: Readonly<Record<NodeState, string>> = {
  [NODE.waiting]: '未到',
  [NODE.blocked]: '等信息',
  [NODE.ready]: '待办',
  [NODE.running]: '在办',
  [NODE.done]: '办完',
  [NODE.passedOver]: '跳过',
  [NODE.dead]: '不经过',
  [NODE.cancelled]: '取消',
}

const CELLS = { done: '█', open: '▒', none: '·' } as const

/**
 * The steps of a case over working days (办件横道图), filling up as it goes: from the day of receipt to the promised end, or to
 * today where that is later. A cell is a working day, or several where they would not fit.
 */
export function drawGantt(session: WalkSession, state: CaseState, width: number, paint: Paint): readonly string[] {
  const { definition, calendar, at } = session
  const first = civilDayAt(state.ledger.receivedAt)
  const today = civilDayAt(state.ledger.endedAt ?? at)
  const due = dueDay(session, state)
  const place = (day: CivilDay) => Math.max(0, countWorkdays(calendar, first, day))
  const last = Math.max(place(today), due === undefined ? 0 : place(due), 1)
  const rows = definition.nodes.flatMap((node, id) => (node.kind === 'choice' ? [] : { name: node.name, id }))
  const nameWidth = Math.max(...rows.map(({ name }) => displayWidth(name)), 4)
  const room = Math.max(10, width - nameWidth - 12)
  const perCell = Math.ceil((last + 1) / room)
  const cells = Math.ceil((last + 1) / perCell)
  const cellOf = (day: CivilDay) => Math.floor(place(day) / perCell)

  const lines = rows.map(({ name, id }) => {
    const nodeState = state.nodes[id] ?? NODE.waiting
    const from = state.readyAt[id] ?? 0
    const to = state.doneAt[id] ?? 0
    const isDone = nodeState === NODE.done
    const isOpen = nodeState === NODE.ready || nodeState === NODE.running
    const [start, end] = isDone
      ? [cellOf(civilDayAt(from)), cellOf(civilDayAt(to))]
      : isOpen
        ? [cellOf(civilDayAt(from)), cellOf(today)]
        : [0, -1]
    const bar = Array.from({ length: cells }, (_, i) =>
      i >= start && i <= end ? (isDone ? CELLS.done : CELLS.open) : CELLS.none,
    ).join('')
    return `${pad(name, nameWidth)}  ${pad(STATES[nodeState], 6)}  ${isOpen ? paint(bar, 'yellow') : bar}`
  })
  const scale = perCell === 1 ? '每格1个工作日' : `每格${perCell}个工作日`
  const until = due === undefined ? '' : `，承诺${printDate(printCivilDate(due))}前办结`
  return [`${printDate(printCivilDate(first))}收到申请，${scale}${until}`, ...lines]

  function dueDay(walk: WalkSession, now: CaseState): CivilDay | undefined {
    const readings = readClocks(walk.definition, now, walk.calendar, walk.at)
    const main = readings.find(({ kind }) => kind === 'promised') ?? readings.find(({ kind }) => kind === 'statutory')
    const day = main?.due && civilDayAt(main.due.expiresAt - 1)
    return day !== undefined && isInRange(day) ? day : undefined
  }
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
