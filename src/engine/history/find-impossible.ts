import { type CaseState, NODE, type NodeState } from '../case-state.ts'
import { alertKey } from '../clocks/due-action.ts'
import type { CaseEvent, EventKind, EventOf } from '../event.ts'

type LaterKind = Exclude<EventKind, 'submitted'>

/** What the statute, the applicant and the supervisor may still do once a case has ended. */
const AFTER_END: ReadonlySet<EventKind> = new Set(['delivered', 'rated', 'alerted'])

/**
 * Why an event cannot be the next of a case (不可能发生的事), whatever the definition: it belongs to another case or comes
 * before the last, acts on what is not there, not begun or done already, or on a case that has ended.
 */
export function findImpossible(caseId: string, state: CaseState | undefined, event: CaseEvent): string | undefined {
  if (event.kind === 'submitted') {
    if (state !== undefined) return '办件提交了两次'
    return event.caseId === caseId ? undefined : '是别的办件的'
  }
  if (state === undefined) return '办件还没有提交'
  if (event.at < state.lastAt) return '时间早于上一件事'
  if (state.status === 'ended' && !AFTER_END.has(event.kind)) return '办件已经结束'
  return checkBy(event.kind, state, event)
}

function checkBy<K extends LaterKind>(
  kind: K,
  state: CaseState,
  event: { readonly [E in LaterKind]: EventOf<E> }[K],
): string | undefined {
  return CHECKS[kind](state, event)
}

const CHECKS: { readonly [K in LaterKind]: (state: CaseState, event: EventOf<K>) => string | undefined } = {
  supplementRequested: ({ supplement }) => unless(supplement === undefined, '上一次补正还没有了结'),
  supplemented: ({ supplement }) => unless(supplement !== undefined, '没有要补正的'),
  supplementLapsed: ({ supplement }) => unless(supplement !== undefined, '没有要补正的'),
  factsProvided: () => undefined,
  materialsProvided: () => undefined,
  accepted: ({ ledger }) => unless(ledger.acceptedAt === undefined, '已经受理'),
  refused: ({ ledger }) => unless(ledger.acceptedAt === undefined, '已经受理'),
  flowAdvanced: checkAdvance,
  stepStarted: (state, { node }) => unless(isAt(state, node, NODE.ready), '没有轮到这个环节'),
  stepCompleted: (state, { node }) => unless(isAt(state, node, NODE.ready, NODE.running), '没有轮到这个环节'),
  returned: (state, { node, reset }) =>
    unless(isAt(state, node, NODE.done) && reset.every((id) => id in state.nodes), '退回的环节没有办过'),
  procedureStarted: (state, { node, floating }) =>
    unless(
      node === undefined ? floating !== undefined && floating in state.floatingFrom : isAt(state, node, NODE.ready),
      '没有轮到这个特别程序',
    ),
  procedureEnded: (state, { node, floating }) =>
    unless(
      node === undefined ? isFloatingOpen(state, floating) : isAt(state, node, NODE.ready, NODE.running),
      '这个特别程序没有开始',
    ),
  extended: ({ ledger }) =>
    unless(ledger.acceptedAt !== undefined && ledger.decidedAt === undefined, '不在受理以后、决定以前'),
  closed: () => undefined,
  delivered: ({ ledger }) => unless(ledger.deliveredAt === undefined, '已经送达'),
  withdrawn: () => undefined,
  terminated: () => undefined,
  rated: ({ ratings }, { step = '' }) => unless(!Object.hasOwn(ratings, step), '已经评价过'),
  serviceRequested: () => undefined,
  serviceAnswered: ({ services }, { request }) =>
    unless(
      services.some((pending) => pending.request === request),
      '没有这次请求',
    ),
  alerted: ({ alerts }, { clock, level }) => unless(!alerts.includes(alertKey(clock, level)), '已经预警过'),
  migrated: checkMigration,
}

function unless(isFine: boolean, why: string): string | undefined {
  return isFine ? undefined : why
}

function isAt({ nodes }: CaseState, id: number, ...standings: readonly NodeState[]): boolean {
  const standing = nodes[id]
  return standing !== undefined && standings.includes(standing)
}

function isFloatingOpen({ floatingFrom, floatingTo }: CaseState, place = -1): boolean {
  return (floatingFrom[place] ?? 0) > 0 && floatingTo[place] === 0
}

/** What is resolved stays as it is, no node becomes what it is, and none becomes two things. */
function checkAdvance({ nodes }: CaseState, event: EventOf<'flowAdvanced'>): string | undefined {
  const { ready, passedOver, dead, blocked, cancelled, chosen } = event
  const settled = [...passedOver, ...dead, ...cancelled]
  const reached = [...ready, ...blocked, ...chosen.map(([id]) => id)]
  const isWaiting = (id: number) => nodes[id] === NODE.waiting || nodes[id] === NODE.blocked
  const isFine =
    new Set([...settled, ...reached]).size === settled.length + reached.length &&
    reached.every(isWaiting) &&
    settled.every((id) => (nodes[id] ?? NODE.done) < NODE.done)
  return unless(isFine, '流转的环节不存在，或者已经轮到、办完')
}

function checkMigration(state: CaseState, event: EventOf<'migrated'>): string | undefined {
  const { from, chosen, floatingFrom, nodeCount, floatingCount } = event
  const isFine =
    from.length === nodeCount &&
    chosen.length === nodeCount &&
    floatingFrom.length === floatingCount &&
    from.every((id) => id < state.nodes.length) &&
    floatingFrom.every((place) => place < state.floatingFrom.length)
  return unless(isFine, '新旧环节对不上')
}
