import type { Instant } from '../../calendar/instant.ts'
import { type CaseState, type ClockLedger, type LedgerPause, NODE } from '../case-state.ts'
import { chooseLimit } from './choose-limit.ts'
import { type Clock, PLAIN_CLOCK } from './clock.ts'
import type { ClockSource } from './clock-source.ts'

/**
 * A step's clock runs from when the case came to it (流转到该环节), begun or not, until the step is done; that of a 特别程序
 * with a place from its start, so that one which nobody has started has none, but for one that counts like a step. A
 * supplement and a procedure without a place hold up the steps that are open.
 */
export function stepClocks(source: ClockSource, clocks: Clock[]): void {
  const { definition, state, profile, all } = source
  let pauses: readonly LedgerPause[] | undefined
  const { nodes } = definition.graph
  for (let id = 0; id < nodes.length; id++) {
    const node = nodes[id]
    if (node === undefined || node.limits.length === 0) continue
    const runsAsStep = node.kind === 'step' || node.clock === 'counted'
    const start = runsAsStep ? state.readyAt[id] : procedureStart(id, state)
    if (start === undefined || start === 0) continue
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
      start,
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

/** When a procedure began; one that holds up the main clocks, when they were stopped. */
function procedureStart(id: number, { ledger, nodes, readyAt }: CaseState): Instant | undefined {
  const node = nodes[id]
  if (node === NODE.ready) return undefined
  const ready = readyAt[id] ?? 0
  const own = ledger.pauses.findLast((pause) => pause.cause === 'procedure' && pause.node === id)
  if (own !== undefined && ready > 0 && own.from >= ready) return own.from
  return node === NODE.running || node === NODE.done ? ready : undefined
}

function pausesOfSteps({ pauses }: ClockLedger): readonly LedgerPause[] {
  if (pauses.length === 0) return pauses
  return pauses.filter(({ cause, node }) => cause === 'supplement' || (cause === 'procedure' && node === undefined))
}
