import { printInstant } from '../../calendar/instant.ts'
import type { Paint } from '../../diagnostics/paint.ts'
import type { CaseEnding, CaseState, CaseStatus } from '../../engine/case-state.ts'
import { explainClock } from '../../engine/clocks/explain-clock.ts'
import { readClocks } from '../../engine/clocks/read-clocks.ts'
import { describeEvent } from '../../engine/describe-event.ts'
import { enabled } from '../../engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../engine/enabled/enabled-command.ts'
import type { CaseEvent } from '../../engine/event.ts'
import { SERVICES } from '../../engine/parts.ts'
import { drawGantt } from './case-gantt.ts'
import { COMMAND_WORDS, WORD_OF } from './command-words.ts'
import type { WalkSession } from './walk-session.ts'

const STATUSES: Readonly<Record<CaseStatus, string>> = {
  received: '待受理',
  supplementing: '待补正',
  accepted: '办理中',
  ended: '已结束',
}
const ENDINGS: Readonly<Record<CaseEnding, string>> = {
  closed: '已办结',
  refused: '不予受理',
  withdrawn: '已撤回',
  terminated: '已终止',
}

/** How a walk is set on a terminal. */
export interface WalkRendering {
  readonly paint: Paint
  /** Unit: columns. */
  readonly width: number
}

/** The case as it stands (办件现状): the moment, the steps over time, the running limits, and what can be done now. */
export function drawCase(session: WalkSession, { paint, width }: WalkRendering): readonly string[] {
  const { state } = session
  if (!('status' in state)) return [`${printMoment(session.at)}  还没有提交`, ...drawChoices(session)]
  const standing = state.ending === undefined ? STATUSES[state.status] : ENDINGS[state.ending]
  return [
    `${printMoment(session.at)}  ${paint(standing, 'bold')}`,
    ...drawGantt(session, state, width, paint),
    ...drawClocks(session, state),
    ...drawChoices(session),
  ]
}

/** Every limit that still runs, in words. */
function drawClocks({ definition, calendar, at }: WalkSession, state: CaseState): readonly string[] {
  return readClocks(definition, state, calendar, at)
    .filter(({ state: standing, kind }) => standing !== 'stopped' && kind !== 'step')
    .map((reading) => explainClock(reading, calendar))
}

/** Every limit of the case, those that have stopped too (全部时钟). */
export function drawAllClocks({ definition, calendar, at, state }: WalkSession): readonly string[] {
  if (!('status' in state)) return ['还没有提交']
  return readClocks(definition, state, calendar, at).map((reading) => explainClock(reading, calendar))
}

const ROUTINE = new Set<EnabledCommand['command']>(['tick', 'requestService', 'terminate', 'returnTo', 'refuse'])

type WalkOfCase = Pick<WalkSession, 'definition' | 'state'>

function drawChoices({ definition, state }: WalkSession): readonly string[] {
  const found = enabled(definition, state).filter(({ command }) => !ROUTINE.has(command))
  // What staff may also do for the applicant is not said twice.
  const own = new Set(found.filter(({ who }) => who === 'applicant').map(({ command }) => command))
  const words = found
    .filter(({ command, who }) => who === 'applicant' || !own.has(command))
    .map((choice) => choiceWords(choice, found, { definition, state }))
  return words.length === 0 ? [] : ['现在可以：', ...[...new Set(words)].map((each) => `  ${each}`)]
}

/** A choice as it can be typed, with blanks where something is to be filled in; then who may do it, and what comes first. */
function choiceWords(choice: EnabledCommand, all: readonly EnabledCommand[], walk: WalkOfCase): string {
  const { command, who, role, waitsFor } = choice
  const doer = who === 'applicant' ? '申请人' : role
  const by = doer === undefined ? '' : `（${doer}）`
  const waiting = [
    ...(waitsFor?.facts ?? []),
    ...(waitsFor?.materials ?? []),
    ...(waitsFor?.services ?? []),
    ...(waitsFor?.procedures ?? []),
  ]
  const line = [WORD_OF[command], ...choiceParts(choice, all, walk)].join(' ')
  return `${line}${by}${waiting.length === 0 ? '' : `——先要：${waiting.join('、')}`}`
}

function choiceParts(
  { command, step, procedure, name, request, facts, materials }: EnabledCommand,
  all: readonly EnabledCommand[],
  { definition, state }: WalkOfCase,
): readonly string[] {
  const what = step ?? procedure ?? ''
  const asks = [
    ...(facts ?? []).map((fact) => `${fact}=（填写）`),
    ...(materials?.length ? [`材料=${materials.join('、')}`] : []),
  ]
  switch (command) {
    case 'accept':
      return [...(all.some((other) => other.command === command && other.step !== step) ? [what] : []), ...asks]
    case 'provideMaterials':
      return asks.length > 0 ? asks : ['（填写材料）']
    case 'requestSupplement':
      return ['（填写缺的材料或信息）']
    case 'extend':
      return [...(definition.matter.extensions.length > 1 && name !== undefined ? [name] : []), '（填写理由）']
    case 'rate':
      return ['（填写1到5分）', ...(what === '' ? [] : [what])]
    case 'answerService': {
      const pending = 'status' in state ? state.services.find((each) => each.request === request) : undefined
      return pending === undefined ? [] : [SERVICES[pending.service]]
    }
    default:
      return [...(what === '' ? [] : [what]), ...asks]
  }
}

/** What has just happened, a line an event. */
export function drawEvents(events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => {
    const words = describeEvent(event)
    return words === '' ? [] : `✓ ${words}`
  })
}

/** The whole history with its moments (历史). */
export function drawHistory(session: WalkSession): readonly string[] {
  if (session.events.length === 0) return ['还没有提交']
  return session.events.flatMap((event) => {
    const words = describeEvent(event)
    return words === '' ? [] : `${printMoment(event.at)}  ${words}`
  })
}

/** What can be written (帮助). */
export function drawHelp(): readonly string[] {
  return [
    ...Object.entries(COMMAND_WORDS).map(([word, { form }]) => `${word} ${form}`.trim()),
    '走：办下一件能办的事；走完：一直办到结束或者有事要等',
    '时间 2026-09-28 14:30：把钟拨到；过 3个工作日：过一段时间（2天、1个月、4小时）',
    '以 角色：只以这个角色办；以 申请人；以 任何人',
    '撤销、看、历史、时钟、帮助、退出',
  ]
}

/** 2026-09-28 09:00 in Beijing. */
function printMoment(at: number): string {
  return printInstant(at).slice(0, 16).replace('T', ' ')
}
