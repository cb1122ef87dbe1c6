import { printCivilDate } from '../calendar/civil-date.ts'
import { civilDayAt } from '../calendar/instant.ts'
import { isAccepted, openAcceptanceSteps } from './acceptance.ts'
import { type CaseState, NODE, type NodeState } from './case-state.ts'
import { type CaseWork, emit, SYSTEM } from './case-work.ts'
import { advanceFlow, type FlowDelta, isFlowResolved } from './flow/advance.ts'
import type { CaseDefinition } from './flow/definition.ts'
import { findOutstanding } from './outstanding.ts'
import type { FactRecord } from './parts.ts'

/**
 * Lets all that follows from an event by itself happen (自动推进): the flow goes on; a case that is handled though no step will
 * accept it counts as accepted; and it closes once everything is done and nothing is outstanding.
 */
export function settle(work: CaseWork): void {
  advance(work)
  if (isHandledUnaccepted(work)) {
    const acceptedOn = printCivilDate(civilDayAt(work.state.lastAt))
    emit(work, { kind: 'accepted', acceptedOn, how: 'withoutStep' }, { at: work.state.lastAt, by: SYSTEM })
    // Conditions may have waited for 受理日期.
    advance(work)
  }
  const { definition, state } = work
  if (isFlowResolved(state.nodes) && findOutstanding(definition, state).length === 0) {
    emit(work, { kind: 'closed', outputs: state.outputs, outstanding: [] }, { at: state.lastAt, by: SYSTEM })
  }
}

/**
 * Whether a case is handled without having been accepted: no step of 受理 is left, but there is work to do. Where the way
 * leads past all steps of 受理, only a decision that is to come says so: without one it is the way to 不予受理.
 */
function isHandledUnaccepted(work: CaseWork): boolean {
  const { byStage } = work.definition
  const { nodes } = work.state
  if (isAccepted(work) || openAcceptanceSteps(work).length > 0 || isFlowResolved(nodes)) return false
  return byStage.acceptance.every((id) => nodes[id] !== NODE.dead) || !isDecided(work.definition, nodes)
}

function advance(work: CaseWork): void {
  const { definition, state } = work
  const delta = advanceFlow(definition, state, state.facts)
  if (delta === undefined) return
  const decidedAt = decisionFoundBy(definition, state, delta)
  emit(
    work,
    { kind: 'flowAdvanced', ...delta, ...(decidedAt !== undefined && { decidedAt }) },
    { at: state.lastAt, by: SYSTEM },
  )
}

/** The moment of the last decision, where the flow has just found that no other will follow. */
function decisionFoundBy(definition: CaseDefinition, state: CaseState, delta: FlowDelta): number | undefined {
  if (state.ledger.decidedAt !== undefined) return undefined
  const done = definition.byStage.decision.filter((id) => state.nodes[id] === NODE.done)
  if (done.length === 0 || !isDecided(definition, nodesAfter(state.nodes, delta))) return undefined
  return Math.max(...done.map((id) => state.doneAt[id] ?? 0))
}

/**
 * Whether a step that is about to be done makes the decision (作出决定): it is of 决定, and once it is done, with the answers
 * that it brings, no other such step can follow.
 */
export function decidesCase(
  definition: CaseDefinition,
  { nodes, chosen, facts }: Pick<CaseState, 'nodes' | 'chosen' | 'facts'>,
  brings: FactRecord | undefined,
  node: number,
): boolean {
  if (!definition.byStage.decision.includes(node)) return false
  const done = nodes.with(node, NODE.done)
  const delta = advanceFlow(definition, { nodes: done, chosen }, { ...facts, ...brings })
  return isDecided(definition, delta === undefined ? done : nodesAfter(done, delta))
}

function isDecided({ byStage }: CaseDefinition, nodes: readonly NodeState[]): boolean {
  return byStage.decision.every((id) => (nodes[id] ?? NODE.done) >= NODE.done)
}

/** Only what is resolved matters to the question whether a decision may follow. */
function nodesAfter(nodes: readonly NodeState[], { passedOver, dead, cancelled }: FlowDelta): readonly NodeState[] {
  const after = [...nodes]
  for (const id of [...passedOver, ...dead, ...cancelled]) after[id] = NODE.dead
  return after
}
