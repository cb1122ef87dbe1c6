import assert from 'node:assert/strict'
import type { CommandKind } from '../../src/engine/command.ts'
import type { CaseDefinition } from '../../src/engine/flow/definition.ts'
import type { Stage } from '../../src/model/terms.ts'
import type { CaseAttempt } from '../../src/testing/arbitraries/case-walk.ts'

/** Whose each command is; what is the applicant's may also be done at the counter. */
const WHOSE: Readonly<Record<CommandKind, readonly ('applicant' | 'staff' | 'system')[]>> = {
  submit: ['applicant', 'staff'],
  supplement: ['applicant', 'staff'],
  provideFacts: ['applicant', 'staff'],
  provideMaterials: ['applicant', 'staff'],
  withdraw: ['applicant', 'staff'],
  rate: ['applicant'],
  requestSupplement: ['staff'],
  accept: ['staff'],
  refuse: ['staff'],
  startStep: ['staff'],
  completeStep: ['staff'],
  returnTo: ['staff'],
  startProcedure: ['staff'],
  endProcedure: ['staff'],
  extend: ['staff'],
  close: ['staff'],
  deliver: ['staff'],
  terminate: ['staff'],
  requestService: ['staff'],
  answerService: ['system'],
  tick: ['system'],
}

/** Nobody but whom the design names has had a command taken: an oracle by the command alone, apart from the engine's checks. */
export function assertPermitted(definition: CaseDefinition, { before, command, context, decision }: CaseAttempt): void {
  if (decision.refused !== undefined) return
  const { by } = context
  assert.ok(WHOSE[command.kind].includes(by.kind))
  for (const event of decision.events) assert.ok(event.by === by || event.by.kind === 'system')
  if (by.kind === 'applicant') {
    if ('status' in before) assert.equal(by.id, before.applicant)
    for (const name of 'facts' in command ? Object.keys(command.facts ?? {}) : []) {
      assert.ok(definition.facts.get(name)?.filledBy === undefined && !definition.collectors.has(name))
    }
  }
  const named = command.kind === 'accept' || command.kind === 'startStep' || command.kind === 'completeStep'
  const step = named && command.step !== undefined ? stepOf(definition, command.step) : undefined
  if (step === undefined || !('status' in before)) return
  assert.ok(step.role === undefined || by.roles.includes(step.role))
  if (before.handling === undefined || by.organ === undefined) return
  const { receivingOrgan, decidingOrgan } = before.handling
  const receives = (stage: Stage) => stage === 'acceptance' || stage === 'delivery'
  assert.ok(step.stages.some((stage) => by.organ === (receives(stage) ? receivingOrgan : decidingOrgan)))
}

function stepOf(definition: CaseDefinition, name: string) {
  const id = definition.nodeOf.get(name)
  return id === undefined ? undefined : definition.nodes[id]?.step
}
