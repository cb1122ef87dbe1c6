import type { Instant } from '../../calendar/instant.ts'
import type { Actor } from '../../engine/actor.ts'
import { SYSTEM } from '../../engine/case-work.ts'
import type { Command } from '../../engine/command.ts'
import { CommandFailure } from '../command-failure.ts'
import { COMMAND_WORDS, readCommandLine } from './command-words.ts'
import { guessAt } from './read-words.ts'
import { rolesOf } from './walk-roles.ts'
import { APPLICANT, type WalkSession } from './walk-session.ts'
import { pass, readLaterMoment } from './walk-time.ts'

/** What a line of a walk asks for (一行指令). */
export type WalkAction =
  | { readonly kind: 'give'; readonly command: Command; readonly by: Actor }
  | { readonly kind: 'clock'; readonly at: Instant }
  | { readonly kind: 'play'; readonly actor: Actor | undefined }
  | { readonly kind: 'forward'; readonly toTheEnd: boolean }
  | { readonly kind: 'undo' | 'state' | 'history' | 'clocks' | 'help' | 'quit' }

const PLAIN: Readonly<Record<string, WalkAction>> = {
  走: { kind: 'forward', toTheEnd: false },
  走完: { kind: 'forward', toTheEnd: true },
  撤销: { kind: 'undo' },
  看: { kind: 'state' },
  历史: { kind: 'history' },
  时钟: { kind: 'clocks' },
  帮助: { kind: 'help' },
  退出: { kind: 'quit' },
  // What a hand types that is used to other programs.
  help: { kind: 'help' },
  '?': { kind: 'help' },
  '？': { kind: 'help' },
  exit: { kind: 'quit' },
  quit: { kind: 'quit' },
}

/** Reads a line; throws a CommandFailure that says what is wrong with it. */
export function readWalkLine(line: string, session: WalkSession): WalkAction {
  const [, verb = '', rest = ''] = /^(\S+?)(?:[\s：:]+(.*))?$/su.exec(line.trim()) ?? []
  const plain = Object.hasOwn(PLAIN, verb.toLowerCase()) ? PLAIN[verb.toLowerCase()] : undefined
  if (plain !== undefined) return plain
  if (verb === '时间') return { kind: 'clock', at: readLaterMoment(session.at, rest) }
  if (verb === '过') return { kind: 'clock', at: pass(session.at, rest, session.calendar) }
  if (verb === '以') return { kind: 'play', actor: readActor(rest, session) }
  const command = readCommandLine(verb, rest, session)
  if (command !== undefined) return { kind: 'give', command, by: session.actor ?? usualActor(command, session) }
  const words = [...Object.keys(COMMAND_WORDS), ...Object.keys(PLAIN), '时间', '过', '以']
  const guess = guessAt(verb, words)
  throw new CommandFailure(`看不懂“${verb}”${guess === undefined ? '，写“帮助”看可以写什么' : `，是不是“${guess}”？`}`)
}

function readActor(text: string, { definition }: WalkSession): Actor | undefined {
  const role = text.trim()
  const roles = rolesOf(definition)
  if (role === '任何人') return undefined
  if (role === '申请人') return APPLICANT
  if (roles.includes(role)) return { kind: 'staff', id: 'staff-1', roles: [role] }
  throw new CommandFailure(`没有“${role}”这个角色；可以写：任何人、申请人、${roles.join('、')}`)
}

const APPLICANTS = new Set<Command['kind']>([
  'submit',
  'supplement',
  'provideFacts',
  'provideMaterials',
  'withdraw',
  'rate',
])
const SYSTEMS = new Set<Command['kind']>(['answerService', 'tick'])

/** Whoever usually gives such a command. */
function usualActor({ kind }: Command, { definition }: WalkSession): Actor {
  if (APPLICANTS.has(kind)) return APPLICANT
  return SYSTEMS.has(kind) ? SYSTEM : { kind: 'staff', id: 'staff-1', roles: rolesOf(definition) }
}
