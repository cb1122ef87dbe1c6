import type { Fact } from '../model/application.ts'
import type { Step } from '../model/flow.ts'
import { type CaseWork, type EventSource, emit } from './case-work.ts'
import { isStaffsFact, refuseChanges, refuseFacts } from './check-facts.ts'
import type { EventOf } from './event.ts'
import { factIn } from './flow/compile-condition.ts'
import type { FactRecord } from './parts.ts'
import { SERVICES } from './parts.ts'
import type { Refusal } from './refusal.ts'
import { listed, refuse } from './refuse.ts'
import { decidesCase } from './settle.ts'

/** Why answers cannot be given with a step: they are neither collected there nor the actor's role's. */
export function refuseStepFacts(work: CaseWork, step: Step, facts: FactRecord | undefined): Refusal | undefined {
  const isCollected = ({ name }: Pick<Fact, 'name'>) => step.collects.includes(name)
  return (
    refuseFacts(work.definition, facts, (fact) => isCollected(fact) || isStaffsFact(work, fact)) ??
    refuseChanges(work, facts, (name) => isCollected({ name }))
  )
}

/** Why a step cannot be done yet: it has to collect answers that nobody has given, nor gives `now`. */
export function refuseMissingFacts(
  { state }: CaseWork,
  { name, collects }: Step,
  now: FactRecord | undefined,
): Refusal | undefined {
  const isGiven = (fact: string) =>
    factIn(state.facts, fact) !== undefined || (now !== undefined && factIn(now, fact) !== undefined)
  const missing = collects.filter((fact) => !isGiven(fact))
  if (missing.length === 0) return undefined
  return refuse('missing-fact', `“${name}”要填写${listed(missing)}`, '填好再完成环节', {
    field: 'facts',
    names: missing,
  })
}

/** Why a step cannot be done yet: a service that it asked for has not answered. */
export function refusePendingService({ state }: CaseWork, step: string): Refusal | undefined {
  const pending = state.services.filter((each) => each.step === step).map(({ service }) => SERVICES[service])
  if (pending.length === 0) return undefined
  const names = [...new Set(pending)]
  return refuse('service-pending', `“${step}”在等${listed(names)}的答复`, '有了答复再办', { names })
}

/** 环节开始 */
export function emitStart(work: CaseWork, id: number): void {
  const node = work.definition.graph.nodes[id]
  if (node !== undefined) emit(work, { kind: 'stepStarted', node: id, step: node.name, clock: node.clock })
}

/** 环节完成 with what it brings. */
export function emitCompletion(
  work: CaseWork,
  id: number,
  brings: Partial<Pick<EventOf<'stepCompleted'>, 'outcome' | 'facts' | 'materials'>>,
  source?: EventSource,
): void {
  const { definition, state } = work
  const node = definition.graph.nodes[id]
  if (node === undefined) return
  const decides = state.ledger.decidedAt === undefined && decidesCase(definition, state, brings.facts, id)
  emit(work, { kind: 'stepCompleted', node: id, step: node.name, decides, outputs: node.outputs, ...brings }, source)
}
