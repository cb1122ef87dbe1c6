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
  if ('status' in state) {
    if (event.kind === 'submitted') throw new TypeError('a case cannot be submitted twice')
    const changed = { ...state, ...changesBy(event.kind, state, event), version: event.seq, lastAt: event.at }
    return state.supplement !== undefined && SETTLES_SUPPLEMENT.has(event.kind) ? withoutSupplement(changed) : changed
  }
  if (event.kind !== 'submitted') throw new TypeError(`a case cannot begin with the event ${event.kind}`)
  return begin(event)
}

type LaterKind = Exclude<EventKind, 'submitted'>
type Changes = Partial<Omit<CaseState, 'supplement'>> & Pick<CaseState, 'supplement'>

function changesBy<K extends LaterKind>(
  kind: K,
  state: CaseState,
  event: { readonly [E in LaterKind]: EventOf<E> }[K],
): Changes {
  return CHANGES[kind](state, event)
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
const CHANGES: { readonly [K in LaterKind]: (state: CaseState, event: EventOf<K>) => Changes } = {
  supplementRequested: ({ ledger, supplementCounts }, { name, missing, clock, limit, at }) => ({
    status: 'supplementing',
    supplement: { name, missing, at, clock, ...(limit !== undefined && { limit }) },
    supplementCounts: { ...supplementCounts, [name]: timesAsked(supplementCounts, name) + 1 },
    ledger: {
      ...beginPause(ledger, { cause: 'supplement', name }, clock, at),
      ...(ledger.acceptedAt === undefined && { noticeAt: at }),
    },
  }),
  supplemented: (state, { facts, materials, at }) => {
    const on = goOn(state, at)
    return {
      ...on,
      ...received(state, facts, materials),
      ledger: {
        ...on.ledger,
        ...(on.status === 'received' && { suppliedAt: at }),
        ...(state.supplement?.clock === 'restarted' && { restartedAt: at }),
      },
    }
  },
  supplementLapsed: (state, { at }) => goOn(state, at),
  factsProvided: (state, { facts }) => received(state, facts, undefined),
  materialsProvided: (state, { materials }) => received(state, undefined, materials),
  accepted: (state, { at, acceptedOn, facts, judgements }) => ({
    status: state.status === 'received' ? 'accepted' : state.status,
    facts: { ...state.facts, ...facts, 受理日期: { kind: 'date', date: acceptedOn } },
    ...judged(state, judgements),
    ledger: { ...state.ledger, acceptedOn, acceptedAt: at },
  }),
  refused: (state, { at, judgements }) => ({ ...end(state, 'refused', at), ...judged(state, judgements) }),
  flowAdvanced: advance,
  stepStarted: ({ nodes, ledger }, { node, step, clock, at }) => ({
    nodes: nodes.with(node, NODE.running),
    ledger: beginPause(ledger, { cause: 'step', name: step, node }, clock, at),
  }),
  stepCompleted: (state, { node, decides, outputs, facts, materials, at }) => {
    const finished = finish(state, node, at)
    return {
      ...finished,
      ...received(state, facts, materials),
      ...(decides && { ledger: { ...finished.ledger, decidedAt: at } }),
      ...(outputs.length > 0 && { outputs: [...new Set([...state.outputs, ...outputs])] }),
    }
  },
  returned: sendBack,
  procedureStarted: ({ nodes, floatingFrom, floatingTo, ledger }, { procedure: name, node, floating, clock, at }) => ({
    ...(node !== undefined && { nodes: nodes.with(node, NODE.running) }),
    ...(floating !== undefined && {
      floatingFrom: floatingFrom.with(floating, at),
      floatingTo: floatingTo.with(floating, 0),
    }),
    ledger: beginPause(ledger, { cause: 'procedure', name, ...(node !== undefined && { node }) }, clock, at),
  }),
  procedureEnded: (state, { procedure, node, floating, facts, at }) => ({
    ...received(state, facts, undefined),
    ...(node !== undefined && finish(state, node, at)),
    ...(floating !== undefined && {
      floatingTo: state.floatingTo.with(floating, at),
      ledger: endPauses(state.ledger, ({ cause, name }) => cause === 'procedure' && name === procedure, at),
    }),
  }),
  extended: ({ ledger }, { name, at, extendBy, extendTo }) => ({
    ledger: {
      ...ledger,
      extensions: [
        ...ledger.extensions,
        { name, at, ...(extendBy !== undefined && { extendBy }), ...(extendTo !== undefined && { extendTo }) },
      ],
    },
  }),
  closed: (state, { at }) => end(state, 'closed', at),
  delivered: ({ ledger }, { at }) => ({ ledger: { ...ledger, deliveredAt: at } }),
  withdrawn: (state, { at }) => end(state, 'withdrawn', at),
  terminated: (state, { at }) => end(state, 'terminated', at),
  rated: ({ ratings }, { step = '', score }) => ({ ratings: { ...ratings, [step]: score } }),
  serviceRequested: ({ services }, { seq, service, step }) => ({
    services: [...services, { request: seq, service, ...(step !== undefined && { step }) }],
  }),
  serviceAnswered: (state, { request, facts, materials }) => ({
    services: state.services.filter((pending) => pending.request !== request),
    ...received(state, facts, materials),
  }),
  alerted: ({ alerts }, { clock, level }) => ({ alerts: [...alerts, alertKey(clock, level)] }),
  migrated: migrate,
}

/** How often a supplement of this name has been asked for. */
export function timesAsked(counts: CaseState['supplementCounts'], name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0
}

function received(
  state: CaseState,
  facts: FactRecord | undefined,
  materials: readonly ReceivedMaterial[] | undefined,
): Changes {
  return {
    ...(facts !== undefined && { facts: { ...state.facts, ...facts } }),
    ...(materials !== undefined && { materials: withMaterials(state.materials, materials) }),
  }
}

function withMaterials(
  before: CaseState['materials'],
  materials: readonly ReceivedMaterial[] | undefined,
): CaseState['materials'] {
  if (materials === undefined) return before
  return { ...before, ...Object.fromEntries(materials.map(({ name, reference = '' }) => [name, reference])) }
}

function judged(state: CaseState, judgements: EventOf<'refused'>['judgements']): Changes {
  return judgements === undefined ? {} : { judgements: { ...state.judgements, ...judgements } }
}

/** After a supplement the case goes on where it stood. */
function goOn({ ledger }: CaseState, at: Instant) {
  return {
    status: ledger.acceptedAt === undefined ? ('received' as const) : ('accepted' as const),
    ledger: endPauses(ledger, ({ cause }) => cause === 'supplement', at),
  }
}

function advance(state: CaseState, event: EventOf<'flowAdvanced'>): Changes {
  const { at, ready, passedOver, dead, blocked, cancelled, chosen, decidedAt } = event
  const nodes = [...state.nodes]
  for (const id of ready) nodes[id] = NODE.ready
  for (const id of passedOver) nodes[id] = NODE.passedOver
  for (const id of dead) nodes[id] = NODE.dead
  for (const id of blocked) nodes[id] = NODE.blocked
  for (const id of cancelled) nodes[id] = NODE.cancelled
  for (const [id] of chosen) nodes[id] = NODE.done
  const stopped = (id: number | undefined) => id !== undefined && (cancelled.includes(id) || dead.includes(id))
  const ledger =
    cancelled.length + dead.length > 0 ? endPauses(state.ledger, ({ node }) => stopped(node), at) : state.ledger
  return {
    nodes,
    ...(ready.length > 0 && { readyAt: withAll(state.readyAt, ready, at) }),
    ...(chosen.length > 0 && {
      chosen: withChosen(state.chosen, chosen),
      doneAt: withAll(
        state.doneAt,
        chosen.map(([id]) => id),
        at,
      ),
    }),
    ...(ledger !== state.ledger && { ledger }),
    ...(decidedAt !== undefined && { ledger: { ...ledger, decidedAt } }),
  }
}

function finish({ nodes, doneAt, ledger }: CaseState, done: number, at: Instant) {
  return {
    nodes: nodes.with(done, NODE.done),
    doneAt: doneAt.with(done, at),
    ledger: endPauses(ledger, ({ node }) => node === done, at),
  }
}

function sendBack(state: CaseState, { reset, clearedFacts, voidedOutputs, at }: EventOf<'returned'>): Changes {
  const cleared = new Set(clearedFacts)
  return {
    returns: state.returns + 1,
    nodes: withAll<NodeState>(state.nodes, reset, NODE.waiting),
    chosen: withAll(state.chosen, reset, NO_BRANCH),
    readyAt: withAll(state.readyAt, reset, 0),
    doneAt: withAll(state.doneAt, reset, 0),
    ledger: endPauses(state.ledger, ({ node }) => node !== undefined && reset.includes(node), at),
    ...(cleared.size > 0 && {
      facts: Object.fromEntries(Object.entries(state.facts).filter(([name]) => !cleared.has(name))),
    }),
    ...(voidedOutputs.length > 0 && { outputs: state.outputs.filter((name) => !voidedOutputs.includes(name)) }),
  }
}

/** What was not done is cancelled, and no clock stands still any longer. */
function end({ nodes, ledger }: CaseState, ending: CaseEnding, at: Instant): Changes {
  return {
    status: 'ended',
    ending,
    nodes: nodes.map((state) => (state < NODE.done ? NODE.cancelled : state)),
    ledger: { ...endPauses(ledger, () => true, at), endedAt: at },
    services: [],
  }
}

/** Each node takes the state of its counterpart; what has none begins anew. Pauses follow their nodes. */
function migrate(state: CaseState, event: EventOf<'migrated'>): Changes {
  const { definition, from, floatingFrom, chosen } = event
  const taken = <T>(list: readonly T[], places: readonly number[], none: T) => places.map((id) => list[id] ?? none)
  return {
    definition,
    nodes: taken<NodeState>(state.nodes, from, NODE.waiting),
    chosen,
    readyAt: taken(state.readyAt, from, 0),
    doneAt: taken(state.doneAt, from, 0),
    floatingFrom: taken(state.floatingFrom, floatingFrom, 0),
    floatingTo: taken(state.floatingTo, floatingFrom, 0),
    ledger: { ...state.ledger, pauses: state.ledger.pauses.map((pause) => movePause(pause, from)) },
  }
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
