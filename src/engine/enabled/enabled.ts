import { keysOf } from '../../base/keys-of.ts'
import type { CaseState } from '../case-state.ts'
import type { CommandKind } from '../command.ts'
import { DEFAULT_POLICY, type Policy } from '../context.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { NewCase } from '../new-case.ts'
import { acceptableSteps, handInSupplement, refusableCase, requestableSupplements } from './acceptance-commands.ts'
import { type Finding, staffWithRoleOf } from './case-view.ts'
import {
  closableCase,
  deliverableResult,
  ratableParts,
  terminableCase,
  usableExtensions,
  withdrawableCase,
} from './closing-commands.ts'
import type { EnabledCommand } from './enabled-command.ts'
import { providableFacts, providableMaterials } from './information-commands.ts'
import { endableProcedures, startableProcedures } from './procedure-commands.ts'
import { answerableRequests, requestableServices } from './service-commands.ts'
import { completableSteps, returnableSteps, startableSteps } from './step-commands.ts'

/** When a command can be given: only while handling goes on, also while a 补正 is waited for, or also after the end. */
type Phase = 'handling' | 'untilTheEnd' | 'always'

/** For each command who may give it, and when it can be given at all. Nobody submits twice, and time ticks by itself. */
const FINDINGS: { readonly [K in Exclude<CommandKind, 'submit' | 'tick'>]: readonly [Phase, Finding] } = {
  accept: ['handling', acceptableSteps],
  startStep: ['handling', startableSteps],
  completeStep: ['handling', completableSteps],
  startProcedure: ['handling', startableProcedures],
  endProcedure: ['untilTheEnd', endableProcedures],
  requestSupplement: ['handling', requestableSupplements],
  supplement: ['untilTheEnd', handInSupplement],
  provideFacts: ['untilTheEnd', providableFacts],
  provideMaterials: ['untilTheEnd', providableMaterials],
  returnTo: ['handling', returnableSteps],
  extend: ['untilTheEnd', usableExtensions],
  close: ['untilTheEnd', closableCase],
  deliver: ['always', deliverableResult],
  refuse: ['untilTheEnd', refusableCase],
  withdraw: ['untilTheEnd', withdrawableCase],
  terminate: ['untilTheEnd', terminableCase],
  rate: ['always', ratableParts],
  requestService: ['untilTheEnd', requestableServices],
  answerService: ['untilTheEnd', answerableRequests],
}

/**
 * Who may do what now (现在可以办的事): each command that is possible, with who may give it, on which step, what comes with it
 * and what it still waits for. `decide` takes just these, from these people, once there is nothing left to wait for;
 * what the moment alone decides (a limit that has run out, what falls due) is left to it.
 */
export function enabled(
  definition: CaseDefinition,
  state: CaseState | NewCase,
  policy: Pick<Policy, 'mostReturns'> = DEFAULT_POLICY,
): readonly EnabledCommand[] {
  if (!('status' in state)) return openingCommands(definition)
  const view = { definition, state, policy }
  const possible: readonly Phase[] =
    state.status === 'ended'
      ? ['always']
      : state.supplement === undefined
        ? ['handling', 'untilTheEnd', 'always']
        : ['untilTheEnd', 'always']
  return keysOf(FINDINGS).flatMap((command) => {
    const [phase, find] = FINDINGS[command]
    return possible.includes(phase) ? find(view).map((found) => ({ command, ...found })) : []
  })
}

/** Anybody may apply, at the counter too. */
function openingCommands(definition: CaseDefinition): readonly EnabledCommand[] {
  return [{ who: 'applicant' } as const, ...staffWithRoleOf(definition, definition.byStage.acceptance)].map((doer) => ({
    command: 'submit',
    ...doer,
  }))
}
