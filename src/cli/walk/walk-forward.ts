import type { Actor } from '../../engine/actor.ts'
import { SYSTEM } from '../../engine/case-work.ts'
import type { Command } from '../../engine/command.ts'
import { enabled } from '../../engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../engine/enabled/enabled-command.ts'
import type { CaseDefinition } from '../../engine/flow/definition.ts'
import { rolesOf } from './walk-roles.ts'
import { APPLICANT, type WalkSession } from './walk-session.ts'

/** The next thing that takes a case on towards its end, with whoever may do it (下一件能办的事). */
export interface NextThing {
  readonly command: Command
  readonly by: Actor
}

const ONWARD: readonly EnabledCommand['command'][] = [
  'answerService',
  'accept',
  'endProcedure',
  'startProcedure',
  'completeStep',
  'close',
]

/** Somebody who holds every role that a matter names. */
export function staffOfMatter(definition: CaseDefinition): Actor {
  return { kind: 'staff', id: 'staff-1', roles: rolesOf(definition) }
}

/** Undefined where nothing can be done without answers that somebody has to give. */
export function nextThing({ definition, state }: WalkSession): NextThing | undefined {
  if (!('status' in state) || state.status === 'ended') return undefined
  const staff = staffOfMatter(definition)
  const found = enabled(definition, state).filter(({ waitsFor, facts }) => waitsFor === undefined && !facts?.length)
  for (const kind of ONWARD) {
    const next = found.find(({ command, procedure, step }) => {
      if (command !== kind) return false
      // Procedures without a place are a person's choice, never a step on the way.
      return kind !== 'startProcedure' || definition.nodeOf.has(procedure ?? step ?? '')
    })
    const command = next && commandFor(next)
    if (next !== undefined && command !== undefined) {
      return { command, by: next.who === 'system' ? SYSTEM : next.who === 'applicant' ? APPLICANT : staff }
    }
  }
  return undefined
}

function commandFor({ command, step, procedure, request }: EnabledCommand): Command | undefined {
  if (command === 'accept') return step === undefined ? { kind: 'accept' } : { kind: 'accept', step }
  if (command === 'close') return { kind: 'close' }
  if (command === 'completeStep' && step !== undefined) return { kind: 'completeStep', step }
  const name = procedure ?? step
  if (command === 'startProcedure' && name !== undefined) return { kind: 'startProcedure', procedure: name }
  if (command === 'endProcedure' && name !== undefined) return { kind: 'endProcedure', procedure: name }
  if (command === 'answerService' && request !== undefined) return { kind: 'answerService', request, outcome: 'done' }
  return undefined
}
