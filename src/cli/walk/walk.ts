import { SYSTEM } from '../../engine/case-work.ts'
import { CommandFailure } from '../command-failure.ts'
import { refusalWords } from './refusal-words.ts'
import { nextThing } from './walk-forward.ts'
import { readWalkLine, type WalkAction } from './walk-line.ts'
import { drawAllClocks, drawCase, drawEvents, drawHelp, drawHistory, type WalkRendering } from './walk-screen.ts'
import { give, type WalkSession } from './walk-session.ts'
import { whyItStops } from './walk-stop.ts'

/** What a line of a walk came to (一行指令的结果). */
export interface Walked {
  readonly session: WalkSession
  readonly lines: readonly string[]
  /** Why nothing happened; absent where something did. */
  readonly refused?: string
  /** That the engine refused it: the line itself could be read. */
  readonly isEngines?: true
  readonly ended?: true
}

/** A line that should be refused, in a script (脚本里应当被拒绝的一行). */
const REFUSED_MARK = /^应拒绝[：:\s]\s*/

/** Whether a line is empty or a remark (空行、注): those that begin with 注： or #. */
export function saysNothing(written: string): boolean {
  const line = written.trim()
  return line === '' || line.startsWith('#') || line.startsWith('注：')
}

/** Takes one line of a walk. */
export function walkLine(session: WalkSession, written: string, rendering: WalkRendering): Walked {
  const line = written.trim()
  if (saysNothing(line)) return { session, lines: [] }
  const expectsRefusal = REFUSED_MARK.test(line)
  const walked = attempt(session, line.replace(REFUSED_MARK, ''), rendering)
  if (!expectsRefusal) return walked
  if (walked.refused === undefined) return { ...walked, session, refused: '这一行应当被拒绝，却办成了' }
  // A line with a slip of the pen proves nothing about the matter.
  if (!walked.isEngines) return { ...walked, refused: `${walked.refused}（这一行读不懂，不算被拒绝）` }
  return { session, lines: [`✗ ${walked.refused}（应当如此）`] }
}

function attempt(session: WalkSession, line: string, rendering: WalkRendering): Walked {
  try {
    const action = readWalkLine(line, session)
    const walked = act(session, action, rendering)
    if (action.kind === 'undo' || walked.session === session) return walked
    return { ...walked, session: { ...walked.session, before: { line, session } } }
  } catch (error) {
    if (error instanceof CommandFailure) return { session, lines: [], refused: error.message }
    throw error
  }
}

function act(session: WalkSession, action: WalkAction, rendering: WalkRendering): Walked {
  switch (action.kind) {
    case 'give':
      return carryOut(session, action, rendering)
    case 'clock':
      return setClock(session, action.at, rendering)
    case 'play':
      return { session: { ...session, actor: action.actor }, lines: [] }
    case 'forward':
      return goForward(session, action.toTheEnd, rendering)
    case 'undo':
      return takeBack(session, rendering)
    case 'state':
      return { session, lines: drawCase(session, rendering) }
    case 'history':
      return { session, lines: drawHistory(session) }
    case 'clocks':
      return { session, lines: drawAllClocks(session) }
    case 'help':
      return { session, lines: drawHelp() }
    case 'quit':
      return { session, lines: [], ended: true }
  }
}

/** Takes back the last line that changed something, be it only the clock. */
function takeBack(session: WalkSession, rendering: WalkRendering): Walked {
  if (session.before === undefined) return { session, lines: [], refused: '没有可以撤销的' }
  const { line, session: earlier } = session.before
  return { session: earlier, lines: [`撤销了“${line}”`, ...drawCase(earlier, rendering)] }
}

function carryOut(
  session: WalkSession,
  { command, by }: Extract<WalkAction, { readonly kind: 'give' }>,
  rendering: WalkRendering,
): Walked {
  const given = give(session, command, by)
  if ('refused' in given) return { session, lines: [], refused: refusalWords(given.refused), isEngines: true }
  return {
    session: given.session,
    lines: [...drawEvents(given.events), ...drawCase(given.session, rendering)],
  }
}

/** Sets the clock; what has fallen due by then happens. */
function setClock(session: WalkSession, at: number, rendering: WalkRendering): Walked {
  if (at < session.at) return { session, lines: [], refused: '钟只能往后拨；要回到前面，请写“撤销”' }
  if (at === session.at) return { session, lines: ['钟没有动，什么也没有发生'] }
  const later = { ...session, at }
  const given = 'status' in session.state ? give(later, { kind: 'tick' }, SYSTEM) : undefined
  if (given === undefined || 'refused' in given) return { session: later, lines: drawCase(later, rendering) }
  return {
    session: given.session,
    lines: [...drawEvents(given.events), ...drawCase(given.session, rendering)],
  }
}

function isOver({ state }: WalkSession): boolean {
  return 'status' in state && state.status === 'ended'
}

function goForward(session: WalkSession, toTheEnd: boolean, rendering: WalkRendering): Walked {
  const lines: string[] = []
  let current = session
  for (;;) {
    const next = nextThing(current)
    const given = next && give(current, next.command, next.by)
    if (given === undefined || 'refused' in given) break
    current = given.session
    lines.push(...drawEvents(given.events))
    if (!toTheEnd) break
  }
  const why = whyItStops(current)
  if (lines.length === 0) return { session, lines: [], refused: `不能再往前走：${why ?? '没有不用填写就能办的事'}` }
  if (toTheEnd && why !== undefined && !isOver(current)) lines.push(`停在这里：${why}`)
  return { session: current, lines: [...lines, ...drawCase(current, rendering)] }
}
