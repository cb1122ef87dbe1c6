import { printCivilDate } from '../calendar/civil-date.ts'
import { civilDayAt, type Instant } from '../calendar/instant.ts'
import type { FactValue } from '../graph/fact-value.ts'
import { NO_BRANCH } from '../graph/flow-graph.ts'
import { type CaseEnding, type CaseState, type LedgerPause, NODE, type NodeState } from './case-state.ts'
import { alertKey } from './clocks/due-action.ts'
import type { CaseEvent, EventKind, EventOf } from './event.ts'
import { beginPause, endPauses } from './ledger.ts'
import type { NewCase } from './new-case.ts'
import type { FactRecord, ReceivedMaterial } from './parts.ts'

/**
 * Takes one event into the state of a case (演进). It needs no definition, changes nothing of what it is given, and copies
 * only what becomes different. Throws a TypeError for an event that cannot be the next one: whoever reads a history checks
 * it first.
 */
export function evolve(state: CaseState | NewCase, event: CaseEvent): CaseState {
  if (event.seq !== state.version + 1) {
    throw new TypeError(`event ${event.seq} cannot follow version ${state.version} of a case`)
  }
  if (!('status' in state)) {
    if (event.kind !== 'submitted') throw new TypeError(`a case cannot begin with the event ${event.kind}`)
    return begin(event)
  }
  if (event.kind === 'submitted') throw new TypeError('a case cannot be submitted twice')
  const next: Next = { ...state }
  take(event.kind, next, event)
  next.version = event.seq
  next.lastAt = event.at
  return state.supplement !== undefined && SETTLES_SUPPLEMENT.has(event.kind) ? withoutSupplement(next) : next
}

type LaterKind = Exclude<EventKind, 'submitted'>

/** The state to come while an event is taken in: a copy of its own, whose parts are those of the state before. */
type Next = { -readonly [K in keyof CaseState]: CaseState[K] }

function take<K extends LaterKind>(kind: K, next: Next, event: { readonly [E in LaterKind]: EventOf<E> }[K]): void {
  TAKE_IN[kind](next, event)
}

/** After these events nobody waits for the applicant's supplement any more. */
const SETTLES_SUPPLEMENT: ReadonlySet<EventKind> = new Set([
  'supplemented',
  'supplementLapsed',
  'refused',
  'closed',
  'withdrawn',
  'terminated',
])

function withoutSupplement({ supplement: _, ...state }: CaseState): CaseState {
  return state
}

function begin(event: EventOf<'submitted'>): CaseState {
  const { caseId, seq, at, definition, matter, applicant, handling, nodeCount, floatingCount } = event
  return {
    caseId,
    version: seq,
    lastAt: at,
    definition,
    matter,
    applicant,
    ...(handling !== undefined && { handling }),
    status: 'received',
    facts: { ...event.facts, 申请日期: dateAt(at) },
    judgements: {},
    materials: withMaterials({}, event.materials),
    nodes: filled<NodeState>(nodeCount, NODE.waiting),
    chosen: filled(nodeCount, NO_BRANCH),
    readyAt: filled(nodeCount, 0),
    doneAt: filled(nodeCount, 0),
    floatingFrom: filled(floatingCount, 0),
    floatingTo: filled(floatingCount, 0),
    ledger: { receivedAt: at, pauses: [], extensions: [] },
    supplementCounts: {},
    returns: 0,
    outputs: [],
    services: [],
    ratings: {},
    alerts: [],
  }
}

/** What each event changes, beside version and moment. */
const TAKE_IN: { readonly [K in LaterKind]: (next: Next, event: EventOf<K>) => void } = {
  supplementRequested: (next, { name, missing, clock, limit, at }) => {
    next.status = 'supplementing'
    next.supplement = { name, missing, at, clock, ...(limit !== undefined && { limit }) }
    next.supplementCounts = { ...next.supplementCounts, [name]: timesAsked(next.supplementCounts, name) + 1 }
    next.ledger = beginPause(next.ledger, { cause: 'supplement', name }, clock, at)
    if (next.ledger.acceptedAt === undefined) next.ledger = { ...next.ledger, noticeAt: at }
  },
  supplemented: (next, { facts, materials, at }) => {
    goOn(next, at)
    receive(next, facts, materials)
    if (next.status === 'received') next.ledger = { ...next.ledger, suppliedAt: at }
    if (next.supplement?.clock === 'restarted') next.ledger = { ...next.ledger, restartedAt: at }
  },
  supplementLapsed: (next, { at }) => goOn(next, at),
  factsProvided: (next, { facts }) => receive(next, facts, undefined),
  materialsProvided: (next, { materials }) => receive(next, undefined, materials),
  accepted: (next, { at, acceptedOn, facts, judgements }) => {
    if (next.status === 'received') next.status = 'accepted'
    next.facts = { ...next.facts, ...facts, 受理日期: { kind: 'date', date: acceptedOn } }
    judge(next, judgements)
    next.ledger = { ...next.ledger, acceptedOn, acceptedAt: at }
  },
  refused: (next, { at, judgements }) => {
    end(next, 'refused', at)
    judge(next, judgements)
  },
  flowAdvanced: advance,
  stepStarted: (next, { node, step, clock, at }) => {
    next.nodes = next.nodes.with(node, NODE.running)
    next.ledger = beginPause(next.ledger, { cause: 'step', name: step, node }, clock, at)
  },
  stepCompleted: (next, { node, decides, outputs, facts, materials, at }) => {
    finish(next, node, at)
    receive(next, facts, materials)
    if (decides) next.ledger = { ...next.ledger, decidedAt: at }
    if (outputs.length > 0) next.outputs = [...new Set([...next.outputs, ...outputs])]
  },
  returned: sendBack,
  procedureStarted: (next, { procedure: name, node, floating, clock, at }) => {
    if (node !== undefined) next.nodes = next.nodes.with(node, NODE.running)
    // Its own clock runs from here; where it stops the others, the pause says so.
    if (node !== undefined && (clock === 'ownClock' || clock === 'restarted'))
      next.readyAt = next.readyAt.with(node, at)
    if (floating !== undefined) {
      next.floatingFrom = next.floatingFrom.with(floating, at)
      next.floatingTo = next.floatingTo.with(floating, 0)
    }
    next.ledger = beginPause(next.ledger, { cause: 'procedure', name, ...(node !== undefined && { node }) }, clock, at)
  },
  procedureEnded: (next, { procedure, node, floating, facts, at }) => {
    receive(next, facts, undefined)
    if (node !== undefined) finish(next, node, at)
    if (floating === undefined) return
    next.floatingTo = next.floatingTo.with(floating, at)
    next.ledger = endPauses(next.ledger, ({ cause, name }) => cause === 'procedure' && name === procedure, at)
  },
  extended: (next, { name, at, extendBy, extendTo }) => {
    const granted = {
      name,
      at,
      ...(extendBy !== undefined && { extendBy }),
      ...(extendTo !== undefined && { extendTo }),
    }
    next.ledger = { ...next.ledger, extensions: [...next.ledger.extensions, granted] }
  },
  closed: (next, { at }) => end(next, 'closed', at),
  delivered: (next, { at }) => {
    next.ledger = { ...next.ledger, deliveredAt: at }
  },
  withdrawn: (next, { at }) => end(next, 'withdrawn', at),
  terminated: (next, { at }) => end(next, 'terminated', at),
  rated: (next, { step = '', score }) => {
    next.ratings = { ...next.ratings, [step]: score }
  },
  serviceRequested: (next, { seq, service, step }) => {
    next.services = [...next.services, { request: seq, service, ...(step !== undefined && { step }) }]
  },
  serviceAnswered: (next, { request, facts, materials }) => {
    next.services = next.services.filter((pending) => pending.request !== request)
    receive(next, facts, materials)
  },
  alerted: (next, { clock, level }) => {
    next.alerts = [...next.alerts, alertKey(clock, level)]
  },
  migrated: migrate,
}

/** How often a supplement of this name has been asked for. */
export function timesAsked(counts: CaseState['supplementCounts'], name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0
}

function receive(next: Next, facts: FactRecord | undefined, materials: readonly ReceivedMaterial[] | undefined): void {
  if (facts !== undefined) next.facts = { ...next.facts, ...facts }
  next.materials = withMaterials(next.materials, materials)
}

function withMaterials(
  before: CaseState['materials'],
  materials: readonly ReceivedMaterial[] | undefined,
): CaseState['materials'] {
  if (materials === undefined) return before
  return { ...before, ...Object.fromEntries(materials.map(({ name, reference = '' }) => [name, reference])) }
}

function judge(next: Next, judgements: EventOf<'refused'>['judgements']): void {
  if (judgements !== undefined) next.judgements = { ...next.judgements, ...judgements }
}

/** After a supplement the case goes on where it stood. */
function goOn(next: Next, at: Instant): void {
  next.status = next.ledger.acceptedAt === undefined ? 'received' : 'accepted'
  next.ledger = endPauses(next.ledger, ({ cause }) => cause === 'supplement', at)
}

function advance(next: Next, event: EventOf<'flowAdvanced'>): void {
  const { at, ready, passedOver, dead, blocked, cancelled, chosen, decidedAt } = event
  const nodes = [...next.nodes]
  for (const id of ready) nodes[id] = NODE.ready
  for (const id of passedOver) nodes[id] = NODE.passedOver
  for (const id of dead) nodes[id] = NODE.dead
  for (const id of blocked) nodes[id] = NODE.blocked
  for (const id of cancelled) nodes[id] = NODE.cancelled
  for (const [id] of chosen) nodes[id] = NODE.done
  next.nodes = nodes
  if (ready.length > 0) next.readyAt = withAll(next.readyAt, ready, at)
  if (chosen.length > 0) {
    const choices = chosen.map(([id]) => id)
    next.chosen = withChosen(next.chosen, chosen)
    next.doneAt = withAll(next.doneAt, choices, at)
  }
  if (cancelled.length + dead.length > 0) {
    const isOver = (node: number | undefined) => node !== undefined && (cancelled.includes(node) || dead.includes(node))
    next.ledger = endPauses(next.ledger, ({ node }) => isOver(node), at)
  }
  if (decidedAt !== undefined) next.ledger = { ...next.ledger, decidedAt }
}

function finish(next: Next, done: number, at: Instant): void {
  next.nodes = next.nodes.with(done, NODE.done)
  next.doneAt = next.doneAt.with(done, at)
  next.ledger = endPauses(next.ledger, ({ node }) => node === done, at)
}

function sendBack(next: Next, { reset, clearedFacts, voidedOutputs, at }: EventOf<'returned'>): void {
  next.returns++
  next.nodes = withAll<NodeState>(next.nodes, reset, NODE.waiting)
  next.chosen = withAll(next.chosen, reset, NO_BRANCH)
  next.readyAt = withAll(next.readyAt, reset, 0)
  next.doneAt = withAll(next.doneAt, reset, 0)
  next.ledger = endPauses(next.ledger, ({ node }) => node !== undefined && reset.includes(node), at)
  if (clearedFacts.length > 0) {
    const kept = Object.entries(next.facts).filter(([name]) => !clearedFacts.includes(name))
    next.facts = Object.fromEntries(kept)
  }
  if (voidedOutputs.length > 0) next.outputs = next.outputs.filter((name) => !voidedOutputs.includes(name))
}

/** What was not done is cancelled, and no clock stands still any longer. */
function end(next: Next, ending: CaseEnding, at: Instant): void {
  next.status = 'ended'
  next.ending = ending
  next.nodes = next.nodes.map((state) => (state < NODE.done ? NODE.cancelled : state))
  next.ledger = { ...endPauses(next.ledger, () => true, at), endedAt: at }
  next.services = []
}

/** Each node takes the state of its counterpart; what has none begins anew. Pauses follow their nodes. */
function migrate(next: Next, event: EventOf<'migrated'>): void {
  const { definition, from, floatingFrom, chosen } = event
  const taken = <T>(list: readonly T[], places: readonly number[], none: T) => places.map((id) => list[id] ?? none)
  next.definition = definition
  next.nodes = taken<NodeState>(next.nodes, from, NODE.waiting)
  next.chosen = chosen
  next.readyAt = taken(next.readyAt, from, 0)
  next.doneAt = taken(next.doneAt, from, 0)
  next.floatingFrom = taken(next.floatingFrom, floatingFrom, 0)
  next.floatingTo = taken(next.floatingTo, floatingFrom, 0)
  next.ledger = { ...next.ledger, pauses: next.ledger.pauses.map((pause) => movePause(pause, from)) }
}

function movePause(pause: LedgerPause, from: readonly number[]): LedgerPause {
  if (pause.node === undefined) return pause
  const { node, ...rest } = pause
  const moved = from.indexOf(node)
  return moved < 0 ? rest : { ...rest, node: moved }
}

function dateAt(at: Instant): FactValue {
  return { kind: 'date', date: printCivilDate(civilDayAt(at)) }
}

function filled<T>(length: number, value: T): readonly T[] {
  return new Array<T>(length).fill(value)
}

function withAll<T>(list: readonly T[], ids: readonly number[], value: T): readonly T[] {
  const copy = [...list]
  for (const id of ids) copy[id] = value
  return copy
}

function withChosen(list: readonly number[], chosen: EventOf<'flowAdvanced'>['chosen']): readonly number[] {
  const copy = [...list]
  for (const [id, branch] of chosen) copy[id] = branch
  return copy
}
