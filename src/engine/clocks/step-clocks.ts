import type { Instant } from '../../calendar/instant.ts'
import { type CaseState, type ClockLedger, type LedgerPause, NODE } from '../case-state.ts'
import { chooseLimit } from './choose-limit.ts'
import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'

/**
 * A step's clock runs from when the case came to it (流转到该环节), begun or not, until the step is done; that of a 特别程序
 * with a place from its start. A supplement and a procedure without a place hold up the steps that are open.
 */
export function stepClocks(source: ClockSource, clocks: Clock[]): void {
  const { definition, state, profile, all } = source
  let pauses: readonly LedgerPause[] | undefined
  const { nodes } = definition.graph
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id]
    const readyAt = state.readyAt[id] ?? 0
    if (node === undefined || readyAt === 0 || node.limits.length === 0) continue
    const stop = stopOf(state, id)
    if (!all && stop !== undefined) continue
    const chosen = chooseLimit(node.limits, definition, state)
    if (chosen === undefined) continue
    const { line, neededFacts } = chosen
    if (node.kind === 'step') pauses ??= pausesOfSteps(state.ledger)
    clocks.push({
      ...PLAIN_CLOCK,
      kind: node.kind === 'procedure' ? 'procedure' : 'step',
      name: node.name,
      node: id,
      limit: line?.limit,
      neededFacts,
      profile,
      start: node.kind === 'procedure' ? procedureStart(id, readyAt, state) : readyAt,
      stop,
      pauses: node.kind === 'step' ? (pauses ?? []) : [],
      origin: line?.origin ?? node.origin,
    })
  }
}

function stopOf({ nodes, doneAt, ledger, lastAt }: CaseState, id: number): Instant | undefined {
  const done = doneAt[id] ?? 0
  if (done > 0) return done
  const node = nodes[id]
  const open = node === NODE.ready || node === NODE.running
  return open ? ledger.endedAt : (ledger.endedAt ?? lastAt)
}

/** Its start where it holds up the main clocks; one that counts like a step runs like a step. */
function procedureStart(id: number, readyAt: Instant, { ledger }: CaseState): Instant {
  const own = ledger.pauses.findLast(({ cause, node }) => cause === 'procedure' && node === id)
  return own !== undefined && own.from > readyAt ? own.from : readyAt
}

function pausesOfSteps({ pauses }: ClockLedger): readonly LedgerPause[] {
  if (pauses.length === 0) return pauses
  return pauses.filter(({ cause, node }) => cause === 'supplement' || (cause === 'procedure' && node === undefined))
}
